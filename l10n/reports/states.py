"""Where a message stands is no fault of it: a count of each says enough of a catalog."""

from collections import Counter
from collections.abc import Iterable

from l10n.model.finding import Finding

STATES = {
    "catalog-untranslated": ("untranslated", "untranslated"),
    "catalog-draft": ("draft", "drafts"),
    "catalog-obsolete": ("obsolete", "obsolete"),
}


def is_state(finding: Finding) -> bool:
    """Return whether a Finding only says where its message stands."""
    return finding.rule in STATES


def count_states(findings: Iterable[Finding]) -> str:
    """Return how many messages stand where: "3 untranslated, 1 draft"; "" for none."""
    counts = Counter(finding.rule for finding in findings if is_state(finding))
    return ", ".join(
        f"{counts[rule]} {forms[counts[rule] > 1]}"
        for rule, forms in STATES.items()
        if counts[rule]
    )
