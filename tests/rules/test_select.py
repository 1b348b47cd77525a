"""Selecting rules by name and family."""

import pytest

from l10n.model.errors import InputError
from l10n.rules import RULES, select

_ALLOWED = (
    "  allowed: the name of a rule, or of a family: "
    f"{', '.join(dict.fromkeys(rule.family for rule in RULES))}\n"
)


def test_without_names_all_rules_run() -> None:
    assert select(RULES) == RULES


def test_names_and_families_choose() -> None:
    assert [rule.name for rule in select(RULES, ["image", "html-changed"])] == [
        "html-changed",
        "image-alt-untranslated",
        "image-changed",
        "image-missing",
    ]
    left = select(RULES, ["image"], ["image-missing", "image-alt-untranslated"])
    assert [rule.name for rule in left] == ["image-changed"]
    assert "link" not in {rule.family for rule in select(RULES, (), ["link"])}


def test_unknown_names_are_all_reported_with_the_nearest() -> None:
    with pytest.raises(InputError) as error:
        select(RULES, ["link-chnged"], ["xyzzy"])
    assert str(error.value) == (
        "--select: there is no rule named 'link-chnged'\n"
        f"{_ALLOWED}"
        "  to do: did you mean 'link-changed'?\n"
        "--ignore: there is no rule named 'xyzzy'\n"
        f"{_ALLOWED}"
        "  to do: `l10n rules` lists all rules"
    )
