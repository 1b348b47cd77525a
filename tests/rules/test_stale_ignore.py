"""catalog-stale-ignore: what silences nothing, and what nobody can know to be stale."""

from dataclasses import replace

from l10n.model.message import State
from l10n.model.rule import PerLanguage, PerPost, Rule
from l10n.model.segment import Form, Segment
from l10n.model.settings import CheckSettings
from l10n.model.unit import Unit
from l10n.rules import RULES, Policy, run_rules
from tests.rules.units import unit

AS_THEY_ARE = Policy()
LOST = ("Use `a` [here](https://x.example).", "Rien.")
FINE = ("Use `a`.", "Prenez `a`.")


def _unit(texts: tuple[str, str], *comments: str) -> Unit:
    one = unit(*texts, comments=comments)
    return replace(one, segment=Segment(texts[0], 0, 1, Form.BLOCK, "paragraph"))


def _said(one: Unit, policy: Policy = AS_THEY_ARE, rules: tuple[Rule, ...] = RULES) -> list[str]:
    found = run_rules([one], rules, policy)
    return [f"{each.message}; {each.hint}" for each in found if "stale" in each.rule]


def test_an_unknown_name() -> None:
    assert _said(_unit(LOST, "l10n: ignore code-chnged, xyzzy")) == [
        "the comment ignores code-chnged, and no rule is called so; write code-changed",
        "the comment ignores xyzzy, and no rule is called so; remove xyzzy from the comment",
    ]


def test_a_name_like_no_rules_is_not_guessed_at() -> None:
    assert _said(_unit(LOST, "l10n: ignore nonsense")) == [
        "the comment ignores nonsense, and no rule is called so; remove nonsense from the comment",
    ]


def test_capitals_make_no_difference() -> None:
    assert _said(_unit(LOST, "L10N: Ignore Link-Missing, CODE")) == []
    assert [each.rule for each in run_rules([_unit(LOST, "L10N: Ignore Link, CODE")], RULES)] == []


def test_a_rule_or_family_that_has_nothing_to_say() -> None:
    stale = "the comment ignores {0}, which has nothing to say here; remove {0} from the comment"
    assert _said(_unit(FINE, "l10n: ignore code-changed")) == [stale.format("code-changed")]
    assert _said(_unit(FINE, "l10n: ignore link, code")) == [
        stale.format("link"),
        stale.format("code"),
    ]
    alone = tuple(rule for rule in RULES if not isinstance(rule.check, PerPost | PerLanguage))
    every = _said(_unit(FINE, "l10n: ignore all-checks"), rules=alone)
    assert every == [stale.format("all-checks")]
    assert _said(_unit(LOST, "l10n: ignore code-changed image")) == [stale.format("image")]


def test_what_silences_something_is_not_stale() -> None:
    assert _said(_unit(LOST, "l10n: ignore code-changed, link-missing")) == []
    assert _said(_unit(LOST, "l10n: ignore link", "l10n: ignore code")) == []
    assert _said(_unit(LOST, "l10n: ignore all-checks")) == []


def test_a_reason_may_follow() -> None:
    for reason in ("(as the author wishes)", "— no code in titles", "-- asked for", "# see above"):
        assert _said(_unit(LOST, f"l10n: ignore code-changed, link-missing {reason}")) == []


def test_rules_that_did_not_run_are_no_evidence() -> None:
    off = Policy(CheckSettings(ignore=("code",)))
    assert _said(_unit(FINE, "l10n: ignore code-changed, all-checks"), off) == []
    chosen = Policy(selected=("catalog-stale-ignore",))
    assert _said(_unit(FINE, "l10n: ignore code"), chosen) == []
    assert len(_said(_unit(FINE, "l10n: ignore kode"), chosen)) == 1


def test_nor_is_a_post_that_was_not_read() -> None:
    assert _said(unit(*FINE, comments=("l10n: ignore code",))) == []


def test_nor_is_a_rule_that_compares_languages() -> None:
    look = PerPost(lambda units: iter(()))
    rule = Rule("post-x", "", "", RULES[0].severity, look, ())
    assert _said(_unit(FINE, "l10n: ignore post-x"), rules=(*RULES, rule)) == []


def test_flags_and_messages_without_translation_are_left_alone() -> None:
    assert _said(unit(*FINE, flags=("ignore-max-length", "ignore-code-changed"))) == []
    empty = unit("A", "", state=State.UNTRANSLATED, comments=("l10n: ignore xyzzy",))
    assert _said(empty) == []


def test_it_can_be_ignored_itself() -> None:
    assert _said(_unit(FINE, "l10n: ignore xyzzy, catalog-stale-ignore")) == []
