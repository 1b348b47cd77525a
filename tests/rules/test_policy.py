"""Which rules speak in which language, how loudly, and what fails."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from l10n.model.errors import InputError
from l10n.model.finding import Severity
from l10n.model.language import Language
from l10n.model.message import State
from l10n.model.rule import Hit, PerMessage, PerPost, Rule
from l10n.model.settings import CheckSettings, Settings
from l10n.model.unit import Unit
from l10n.rules import RULES, Policy, read_policy, run_rules
from tests.reports.findings import CHANGED
from tests.rules.units import unit

ADDED, MISSING = (rule for rule in RULES if rule.name in ("link-added", "link-missing"))
CODE = next(rule for rule in RULES if rule.name == "code-changed")


def test_as_they_are() -> None:
    assert all(Policy().severity(rule, "fr") is rule.severity for rule in RULES)


def test_select_and_ignore_name_rules_and_families() -> None:
    policy = Policy(CheckSettings(select=("link",), ignore=("link-missing",)))
    assert policy.severity(ADDED, "fr") is ADDED.severity
    assert policy.severity(MISSING, "fr") is None
    assert policy.severity(CODE, "fr") is None


def test_a_language_selects_for_itself_and_ignores_more() -> None:
    own = CheckSettings(select=("code", "link"), ignore=("link-added",))
    policy = Policy(CheckSettings(select=("link",), ignore=("link-missing",)), (("fr", own),))
    spoken = [[bool(policy.severity(rule, language)) for rule in (ADDED, MISSING, CODE)]
              for language in ("es", "fr")]  # fmt: skip
    assert spoken == [[True, False, False], [False, False, True]]


def test_the_nearest_severity_counts() -> None:
    general = CheckSettings(severity=(("link-added", Severity.INFO), ("link", None)))
    own = CheckSettings(severity=(("link", Severity.WARNING),))
    policy = Policy(general, (("fr", own),))
    assert policy.severity(ADDED, "es") is Severity.INFO
    assert policy.severity(MISSING, "es") is None
    assert policy.severity(ADDED, "fr") is Severity.WARNING


def test_what_is_selected_on_the_spot_runs() -> None:
    general = CheckSettings(
        select=("code",), ignore=("link-added",), severity=(("link-missing", None),)
    )
    policy = Policy(general, selected=("link",), ignored=("link-changed",))
    assert policy.severity(ADDED, "fr") is ADDED.severity
    assert policy.severity(MISSING, "fr") is MISSING.severity
    assert policy.severity(CODE, "fr") is None
    assert Policy(general, ignored=("code",)).severity(CODE, "fr") is None


def test_what_fails() -> None:
    warning = replace(CHANGED, severity=Severity.WARNING, language="fr")
    assert not Policy().fails(warning)
    assert Policy().fails(CHANGED)
    assert not Policy().fails(replace(CHANGED, known=True))
    strict = CheckSettings(fail_on=Severity.WARNING)
    assert Policy(strict).fails(warning)
    assert Policy(languages=(("fr", strict),)).fails(warning)
    assert not Policy(languages=(("es", strict),)).fails(warning)
    assert not Policy(strict, fail_on=Severity.ERROR).fails(warning)


def test_names_on_the_command_line_are_checked() -> None:
    settings = Settings(Language("en", "en"), (), ())
    with pytest.raises(InputError) as raised:
        read_policy(RULES, settings, ["link-aded"])
    assert str(raised.value).startswith("--select: there is no rule named 'link-aded'\n  allowed:")


def test_the_runner_obeys() -> None:
    broken = unit("[a](https://x.example/a)", "[a](https://x.example/b)")
    draft = unit("[b](https://x.example/a)", "[b](https://x.example/b)", state=State.DRAFT)
    spanish = replace(broken, language=Language("es", "es"))
    policy = Policy(
        CheckSettings(ignore=("catalog",), severity=(("link-changed", Severity.INFO),)),
        (("es", CheckSettings(severity=(("link-changed", Severity.ERROR),))),
         ("fr", CheckSettings(ignore=("code",)))),
    )  # fmt: skip
    found = run_rules([broken, draft, spanish], RULES, policy)
    assert [(one.language, one.severity) for one in found] == [
        ("fr", Severity.INFO),
        ("fr", Severity.INFO),
        ("es", Severity.ERROR),
    ]
    loud = Policy(CheckSettings(severity=(("catalog-draft", Severity.ERROR),)))
    (first,) = (one for one in run_rules([draft], RULES, loud) if one.rule == "catalog-draft")
    assert first.severity is Severity.WARNING  # nobody has confirmed it


def test_a_rule_that_compares_languages_sees_those_it_is_silent_in() -> None:
    seen: list[int] = []

    def look(units: tuple[Unit, ...]) -> Iterator[Hit]:
        seen.append(len(units))
        for each in units:
            yield Hit("x", "y", unit=each)

    rule = Rule("post-x", "", "", Severity.ERROR, PerPost(look), ())
    french = unit("A", "a")
    spanish = replace(french, language=Language("es", "es"))
    policy = Policy(languages=(("es", CheckSettings(ignore=("post",))),))
    assert [one.language for one in run_rules([french, spanish], [rule], policy)] == ["fr"]
    assert seen == [2]
    assert run_rules([french], [rule], Policy(ignored=("post-x",))) == ()
    assert seen == [2]


def test_a_rule_that_is_off_does_not_run() -> None:
    def look(_: Unit) -> Iterator[Hit]:
        raise AssertionError("it ran")

    rule = Rule("text-x", "", "", Severity.ERROR, PerMessage(look), ())
    assert run_rules([unit("A", "a")], [rule], Policy(CheckSettings(ignore=("text",)))) == ()
