"""Protection: what may not change travels as marks, and comes back whole or not at all."""

from l10n.engines.protection.pieces import Syntax
from l10n.engines.protection.protect import Protected, protect
from l10n.engines.protection.restore import Refusal, Restored, faithful, restore
from l10n.engines.protection.sentences import join, sentences

__all__ = (
    "Protected",
    "Refusal",
    "Restored",
    "Syntax",
    "faithful",
    "join",
    "protect",
    "restore",
    "sentences",
)
