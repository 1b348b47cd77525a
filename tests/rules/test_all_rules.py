"""Every example of every rule, and what every rule must have."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.model.rule import FAMILIES, Example, Rule
from l10n.rules import RULES, run_rules
from tests.rules.units import units_of_example

_EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{at}")
    for rule in RULES
    for at, example in enumerate(rule.examples)
]
_ROOM = Path(__file__).resolve().parents[2] / "l10n" / "rules"


@pytest.mark.parametrize(("rule", "example"), _EXAMPLES)
def test_says_what_its_example_says(rule: Rule, example: Example) -> None:
    units = units_of_example(example)
    findings = [one for one in run_rules(units, [rule]) if one.line == units[0].line]
    assert tuple(finding.message for finding in findings) == example.says
    assert tuple(finding.hint for finding in findings) == example.hints
    marked = (example.target[slice(*found.span)] if found.span else "" for found in findings)
    assert tuple(marked) == example.marks


@pytest.mark.parametrize(("rule", "example"), _EXAMPLES)
def test_repairs_what_its_example_shows(rule: Rule, example: Example) -> None:
    units = units_of_example(example)
    fixes = [
        fix for one in run_rules(units, [rule]) if one.line == units[0].line for fix in one.fix
    ]
    assert bool(fixes) == bool(example.fixed)
    if fixes:
        text = example.target
        for fix in sorted(fixes, key=lambda fix: fix.span, reverse=True):
            text = text[: fix.span[0]] + fix.new + text[fix.span[1] :]
        assert text == example.fixed
        again = run_rules(units_of_example(replace(example, target=text)), [rule])
        assert not [one for one in again if one.line == units[0].line and one.fix], (
            "a repair is done once"
        )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_is_complete(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.family in FAMILIES
    assert rule.summary.endswith(".") and "\n" not in rule.summary
    assert rule.why.endswith(".")
    assert any(example.says for example in rule.examples), "no example on which it speaks"
    assert any(not example.says for example in rule.examples), "no example on which it is silent"
    for example in rule.examples:
        assert all(example.hints), "a hint says what to do"
        assert not any(text.endswith(".") for text in (*example.says, *example.hints))


def test_names_are_unique_and_in_order() -> None:
    names = [rule.name for rule in RULES]
    assert names == sorted(set(names))


def test_each_rule_has_its_file_and_each_file_its_rule() -> None:
    files = {
        f"{path.parent.name}-{path.stem}".replace("_", "-")
        for path in _ROOM.glob("*/*.py")
        if re.search(r"^RULE = ", path.read_text("utf-8"), re.M)
    }
    assert files == {rule.name for rule in RULES}
