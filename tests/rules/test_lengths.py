"""Bounds of length are learned from the catalog."""

from dataclasses import replace

from l10n.model.language import Language
from l10n.model.rule import Rule
from l10n.model.unit import Unit
from l10n.rules import run_rules
from l10n.rules.length import swollen, truncated
from tests.rules.units import unit


def _catalog(share: float, count: int = 60) -> list[Unit]:
    """Return translations that are ``share`` as long as their sources, more or less."""
    units = []
    for at in range(count):
        source = "a" * (60 + at)
        units.append(unit(source + ".", "b" * round(len(source) * share) + ".", line=at))
    return units


def _lines(rule: Rule, units: list[Unit]) -> list[int]:
    return [finding.line for finding in run_rules(units, [rule])]


def test_a_dense_language_is_not_truncated() -> None:
    units = _catalog(0.3)
    assert _lines(truncated.RULE, units) == []
    assert _lines(truncated.RULE, [*units, unit("a" * 100 + ".", "b" * 12 + ".", line=99)]) == [99]


def test_without_its_end_less_is_needed() -> None:
    units = _catalog(1.0)
    assert _lines(truncated.RULE, [*units, unit("a" * 100 + ".", "b" * 75 + ".", line=99)]) == []
    assert _lines(truncated.RULE, [*units, unit("a" * 100 + ".", "b" * 75, line=99)]) == [99]


def test_what_is_usual_elsewhere_holds_for_small_catalogs() -> None:
    chinese = replace(unit("a" * 100 + ".", "字" * 30 + "。"), language=Language("zh", "zh"))
    assert _lines(truncated.RULE, [chinese]) == []
    assert _lines(swollen.RULE, [unit("a" * 100, "b" * 110)]) == []
    assert _lines(swollen.RULE, [unit("a" * 100, "b" * 400)]) == [1]


def test_short_texts_tell_nothing() -> None:
    assert _lines(truncated.RULE, [unit("All that there is to say", "Tout")]) == []
