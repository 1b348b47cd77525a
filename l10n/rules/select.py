"""Which rules run."""

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from l10n.model.errors import Flaw, InputError
from l10n.model.rule import Rule


def select(
    rules: Sequence[Rule], selected: Sequence[str] = (), ignored: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """Return the rules named by ``selected`` (none: all of them) and not by ``ignored``.

    A name is a rule's or a family's. Raises InputError with a Flaw for each unknown name.
    """
    check_names(rules, selected, ignored)
    return tuple(
        rule
        for rule in rules
        if (not selected or named(rule, selected)) and not named(rule, ignored)
    )


def rules_named(rules: Sequence[Rule], name: str) -> tuple[Rule, ...]:
    """Return the rules whose own or whose family's name this is. Raises InputError for none."""
    found = tuple(rule for rule in rules if named(rule, (name,)))
    if not found:
        raise InputError(_unknown("NAME", name, rules))
    return found


def check_names(
    rules: Sequence[Rule], selected: Sequence[str] = (), ignored: Sequence[str] = ()
) -> None:
    """Raise InputError with a Flaw for each name that neither a rule nor a family has."""
    flaws = [
        _unknown(option, name, rules)
        for option, names in (("--select", selected), ("--ignore", ignored))
        for name in names
        if not any(named(rule, (name,)) for rule in rules)
    ]
    if flaws:
        raise InputError(*flaws)


def named(rule: Rule, names: Sequence[str]) -> bool:
    """Return whether one of ``names`` is the rule's or its family's."""
    return rule.name in names or rule.family in names


def _unknown(option: str, name: str, rules: Sequence[Rule]) -> Flaw:
    families = tuple(dict.fromkeys(rule.family for rule in rules))
    known = (*(rule.name for rule in rules), *families)
    nearest = extractOne(name, known, scorer=ratio, score_cutoff=60)
    return Flaw(
        option,
        f"there is no rule named {name!r}",
        "the name of a rule, or of a family: " + ", ".join(families),
        f"did you mean {nearest[0]!r}?" if nearest else "`l10n rules` lists all rules",
    )
