"""Repairs: what is kept, what is not, and that a second time changes nothing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import parse_catalog
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect
from l10n.model.finding import Fix, Severity
from l10n.model.language import Language
from l10n.model.message import State
from l10n.model.post import Post
from l10n.model.rule import Example, Hit, PerCatalog, PerMessage, Rule
from l10n.model.settings import PostGroup
from l10n.model.unit import Unit
from l10n.rules import RULES, Policy, run_rules
from l10n.workflow.build import Draft
from l10n.workflow.check import check_units
from l10n.workflow.fix import Fixed, fix_units, fixed_catalogs
from tests.growth import grows_linearly
from tests.rules.units import unit

_POLICY = Policy()
_EXAMPLE = (Example("a", "b"),)


def _fix(*units: Unit, rules: tuple[Rule, ...] = RULES, policy: Policy = _POLICY) -> Fixed:
    return fix_units(units, run_rules(units, rules, policy), policy, {}, rules=rules)


def _texts(fixed: Fixed) -> list[str]:
    return [unit.message.msgstr for unit in fixed.units]


def _rule(name: str, wrong: str, right: str | None, severity: Severity = Severity.INFO) -> Rule:
    """Return a rule that wants ``right`` in the place of ``wrong``."""

    def look(one: Unit) -> Iterator[Hit]:
        at = one.target.text.find(wrong)
        if at >= 0:
            span = at, at + len(wrong)
            yield Hit(wrong, "write it", span, fix=(Fix(span, right),) if right is not None else ())

    return Rule(name, "It.", "It.", severity, PerMessage(look), _EXAMPLE)


def test_several_repairs_of_one_message_are_made_together() -> None:
    source = "Look [here](https://x.example/a) at the cat. Why?"
    target = "Regardez [ici] (https://x.example/a) le le chat\u200b. Pourquoi?"
    fixed = _fix(unit(source, target))
    assert _texts(fixed) == ["Regardez [ici](https://x.example/a) le chat. Pourquoi\u202f?"]
    assert sorted(one.rule for one in fixed.repaired) == [
        "link-broken-syntax",
        "spacing-french",
        "text-doubled-word",
        "text-invisible",
    ]
    assert fixed.left == ()


def test_repairs_that_meet_are_made_one_after_the_other() -> None:
    rules = (_rule("text-a", "xy", "z"), _rule("text-b", "yz", "y"))
    fixed = _fix(unit("a", "xyz"), rules=rules)
    assert _texts(fixed) == ["zz"]
    assert [one.rule for one in fixed.repaired] == ["text-a"]


def test_what_brings_another_finding_is_left() -> None:
    rules = (_rule("text-a", "x", "bad"), _rule("text-b", "bad", None), _rule("text-c", "y", "z"))
    fixed = _fix(unit("a", "xy"), rules=rules)
    assert _texts(fixed) == ["xz"]
    assert [one.rule for one in fixed.left] == ["text-a"]


def test_what_brings_a_finding_of_a_rule_that_is_off_is_left() -> None:
    rules = (_rule("text-a", "x", "bad"), _rule("text-b", "bad", None))
    fixed = _fix(unit("a", "x"), rules=rules, policy=Policy(selected=("text-a",)))
    assert _texts(fixed) == ["x"]


def test_what_does_not_help_is_left() -> None:
    assert _texts(_fix(unit("a", "x"), rules=(_rule("text-a", "x", "xx"),))) == ["x"]


def test_what_brings_a_finding_elsewhere_is_left() -> None:
    def look(units: tuple[Unit, ...]) -> Iterator[Hit]:
        texts = [one.target.text for one in units]
        for one in units:
            if texts.count(one.target.text) > 1:
                yield Hit("twice", "change it", unit=one)

    wide = Rule("catalog-a", "It.", "It.", Severity.INFO, PerCatalog(look), _EXAMPLE)
    rules = (wide, _rule("text-a", "x", "z"))
    units = [unit("a", "x", line=1), unit("b", "z", line=2), unit("c", "xy", line=3)]
    assert _texts(_fix(*units, rules=rules)) == ["x", "z", "zy"]


def test_nothing_is_emptied() -> None:
    fixed = _fix(unit("a", "x"), rules=(_rule("text-a", "x", ""),))
    assert _texts(fixed) == ["x"]


@pytest.mark.parametrize("state", [State.DRAFT, State.OUTDATED, State.TRANSLATED])
def test_the_state_stays(state: State) -> None:
    fixed = _fix(unit("A cat.", "Un un chat.".replace("U", "u", 1), state=state))
    assert _texts(fixed) == ["un chat."]
    assert fixed.units[0].message.state is state


def test_only_what_is_wanted_is_repaired() -> None:
    units = [unit("Why?", "Pourquoi?", line=1), unit("A cat.", "Un\u200b chat.", line=2)]
    found = run_rules(units, RULES, _POLICY)
    fixed = fix_units(units, found, _POLICY, {}, wanted=lambda one: one.line == 2)
    assert _texts(fixed) == ["Pourquoi?", "Un chat."]
    assert [one.rule for one in fixed.left] == ["spacing-french"]


def test_an_ignored_message_is_left() -> None:
    comments = ("l10n: ignore text-invisible",)
    assert _texts(_fix(unit("A cat.", "Un\u200b chat.", comments=comments))) == ["Un\u200b chat."]


_FRENCH, _ENGLISH = Language("fr", "fr"), Language("en", "en")
_PO = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: fr\\n"\n\n'
    '#, fuzzy\nmsgid   "A cat."\nmsgstr ""\n"Un un "\n"chat."\n\n'
    '# by hand\nmsgid "Why?"\n  msgstr "Pourquoi ?"\n\n'
    '#~ msgid "Why not?"\n#~ msgstr "Pourquoi pas ?"\n'
)


def _draft(po: str) -> Draft:
    group = PostGroup("posts/*.md", "fr/{name}")
    post = Post("a", "posts/a.md", group, Dialect.GFM)
    read = read_post(b"A cat.\n\nWhy?\n", Dialect.GFM)
    catalog = parse_catalog(po.encode(), "fr/a.po")
    return Draft(post, _FRENCH, _ENGLISH, "fr/a.md", read, catalog)


def test_a_catalog_changes_only_where_messages_were_repaired() -> None:
    draft = _draft(_PO.replace("Un un ", "un un "))
    units = check_units([draft])
    drafts = {"fr/a.po": draft}
    fixed = fix_units(units, run_rules(units, RULES), _POLICY, drafts)
    assert draft.catalog is not None
    (change,) = fixed_catalogs(units, fixed.units, {"fr/a.po": draft.catalog})
    assert change.before == draft.catalog.data
    assert change.data.decode() == _PO.replace(
        'msgid   "A cat."\nmsgstr ""\n"Un un "\n"chat."', 'msgid "A cat."\nmsgstr "un chat."'
    ).replace('  msgstr "Pourquoi ?"', 'msgstr "Pourquoi\u202f?"')


def test_what_no_build_would_take_is_left() -> None:
    rules = (_rule("text-a", "chat", "<div>chat"),)
    draft = _draft(_PO)
    units = check_units([draft])
    fixed = fix_units(units, run_rules(units, rules), _POLICY, {"fr/a.po": draft}, rules=rules)
    assert fixed.units == units


@pytest.mark.parametrize("piece", ["Ah ? ", "a\u200b", "le le ", "** a** ", "cafÃ© "])
def test_time_grows_with_the_message(piece: str) -> None:
    rules = tuple(rule for rule in RULES if rule.fixable)
    assert grows_linearly(lambda size: _fix(unit("Ah", piece * size), rules=rules), 100)


_PIECES = st.sampled_from(
    [
        *("chat", "chien", " ", " ", "\u00a0", "\u200b", "\u202e", "?", " ;", "«", "»", "**", "_"),
        *("[ici]", "(https://x.example/a)", " (https://x.example/a)", "（https://x.example/a）"),
        *("`make test`", "`Make  test`", "Ã©", "√©", "\n", "。", "这是", "![x](img/caat.png)"),
    ]
)
_SOURCE = "**Look** [here](https://x.example/a), run `make test`: ![x](img/cat.png) why?"


@given(st.lists(_PIECES, min_size=1, max_size=14), st.sampled_from(["fr", "zh-Hans", "fr-CA"]))
def test_twice_is_once(pieces: list[str], tag: str) -> None:
    one = replace(unit(_SOURCE, "x" + "".join(pieces)), language=Language(tag, tag))
    first = _fix(one)
    second = _fix(*first.units)
    assert (second.units, second.repaired) == (first.units, ())
    before = Counter(each.rule for each in run_rules([one], RULES))
    assert not Counter(each.rule for each in first.left) - before
