"""prefill: empty messages get drafts, from the memory and from engines, within a budget."""

from l10n.workflow.prefill.books import Budget, Ledger
from l10n.workflow.prefill.chain import (
    Asked,
    Chain,
    Done,
    Filled,
    Recalled,
    estimate,
    prefill,
)
from l10n.workflow.prefill.comment import untouched
from l10n.workflow.prefill.desk import Desk
from l10n.workflow.prefill.estimate import Estimate
from l10n.workflow.prefill.sheet import Sheet, sheet_of
from l10n.workflow.prefill.vet import Examiner

__all__ = (
    "Asked",
    "Budget",
    "Chain",
    "Desk",
    "Done",
    "Estimate",
    "Examiner",
    "Filled",
    "Ledger",
    "Recalled",
    "Sheet",
    "estimate",
    "prefill",
    "sheet_of",
    "untouched",
)
