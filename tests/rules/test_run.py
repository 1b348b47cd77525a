"""The runner: order, severity, scopes and ignores."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from l10n.model.dialect import Dialect
from l10n.model.finding import Finding, Severity
from l10n.model.message import State
from l10n.model.rule import Hit, Parts, PerCatalog, PerMessage, PerPost, Rule
from l10n.model.unit import Unit
from l10n.rules import RULES, run_rules
from l10n.rules.work import parts_of
from tests.rules.units import unit

_LOST = ("Use `a` [here](https://x.example).", "Rien.")


def _rules(*units: Unit) -> list[str]:
    return [finding.rule for finding in run_rules(units, RULES)]


def test_a_finding_carries_all_that_a_person_needs() -> None:
    one = unit("See [it](https://x.example/a).", "Voir [ça](https://x.example/b).", line=7)
    assert run_rules([one], RULES) == (
        Finding(
            rule="link-changed",
            severity=Severity.ERROR,
            language="fr",
            path="locales/fr/a.po",
            message="https://x.example/b stands where the source links to https://x.example/a",
            hint="write https://x.example/a",
            line=7,
            end_line=7,
            post="a",
            msgid="See [it](https://x.example/a).",
            msgstr="Voir [ça](https://x.example/b).",
            span=(10, 29),
        ),
    )


def test_findings_come_by_path_line_and_rule() -> None:
    units = (
        unit(*_LOST, path="b.po", line=2),
        unit(*_LOST, path="b.po", line=1),
        unit(*_LOST, path="a.po", line=9),
    )
    found = [(finding.path, finding.line, finding.rule) for finding in run_rules(units, RULES)]
    assert found == sorted(found)
    assert len(found) == 6


def test_damage_in_what_nobody_confirmed_is_a_warning() -> None:
    for state, own in ((State.DRAFT, Severity.INFO), (State.OUTDATED, Severity.WARNING)):
        findings = run_rules([unit(*_LOST, state=state)], RULES)
        assert [(one.rule, one.severity) for one in findings] == [
            (f"catalog-{state.value}", own),
            ("code-changed", Severity.WARNING),
            ("link-missing", Severity.WARNING),
        ]


def test_only_its_state_is_said_of_what_is_not_translated() -> None:
    assert _rules(unit("Use `a`.", "", state=State.UNTRANSLATED)) == ["catalog-untranslated"]
    assert _rules(unit("Use `a`.", "Rien.", state=State.OBSOLETE)) == ["catalog-obsolete"]


def test_a_comment_silences_rules_and_families() -> None:
    def left(*comments: str) -> list[str]:
        return _rules(unit(*_LOST, comments=comments))

    assert left() == ["code-changed", "link-missing"]
    assert left("l10n: ignore code-changed") == ["link-missing"]
    assert left("l10n: ignore code-changed, link-missing") == []
    assert left("Tout va bien.", "l10n: ignore link") == ["code-changed"]
    assert left("l10n: ignored code-changed") == ["code-changed", "link-missing"]
    assert left("do not l10n: ignore code-changed") == ["code-changed", "link-missing"]


def test_a_flag_of_weblates_kind_silences_too() -> None:
    assert _rules(unit(*_LOST, flags=("ignore-code-changed",))) == ["link-missing"]
    assert _rules(unit(*_LOST, flags=("ignore-all-checks",))) == []


def test_a_rule_may_look_at_a_catalog_or_a_post_as_a_whole() -> None:
    seen: list[tuple[str, ...]] = []

    def look(units: tuple[Unit, ...]) -> Iterator[Hit]:
        seen.append(tuple(one.message.msgid for one in units))
        yield Hit("here", unit=units[-1])

    units = (
        unit("A", "a", path="fr.po", post="one", line=1),
        unit("B", "b", path="fr.po", post="two", line=2, comments=("l10n: ignore post-x",)),
        unit("A", "á", path="es.po", post="one", line=3),
    )
    by_catalog = Rule("catalog-x", "", "", Severity.INFO, PerCatalog(look), ())
    assert [finding.line for finding in run_rules(units, [by_catalog])] == [3, 2]
    assert seen == [("A", "B"), ("A",)]
    seen.clear()
    by_post = Rule("post-x", "", "", Severity.INFO, PerPost(look), ())
    assert [finding.line for finding in run_rules(units, [by_post])] == [3]
    assert seen == [("A", "A"), ("B",)]


def test_no_rule_speaks_on_a_translation_equal_to_its_source() -> None:
    text = "`a` [b](c) ![d](e) [f][g] [^1] <b>h</b> {{ i }} $j$ https://k.example"
    assert _rules(unit(text, text)) == []
    look = PerMessage(lambda one: iter([Hit("said")]))
    rule = Rule("text-x", "", "", Severity.ERROR, look, ())
    assert [one.message for one in run_rules([unit(text, text)], [rule])] == ["said"]


_HELD = {
    Parts.LINKS: "[a](b)",
    Parts.IMAGES: "![a](b)",
    Parts.CODE: "`a`",
    Parts.TAGS: "<br>",
    Parts.PLACEHOLDERS: "$a$",
    Parts.FOOTNOTES: "a[^b]",
    Parts.LABELS: "[a][b]",
}
_PIECES = st.sampled_from(
    "`a`|[b](c)|![d](e)|[f][g]|[^1]|<b>|</b>|{{ i }}|$j$|{:.k}| |é|w".split("|")
)
_TEXTS = st.one_of(st.text(min_size=1), st.lists(_PIECES, min_size=1).map("".join))


@given(_TEXTS, _TEXTS, st.sampled_from(Dialect))
def test_a_rule_says_nothing_of_messages_that_it_does_not_ask_for(
    source: str, target: str, dialect: Dialect
) -> None:
    alike, other = unit(target, target, dialect=dialect), unit(source, target, dialect=dialect)
    held = parts_of(other)
    for rule in RULES:
        if isinstance(rule.check, PerMessage):
            assert not (rule.compares and list(rule.check.look(alike))), rule.name
            assert not rule.parts or rule.parts & held or not list(rule.check.look(other))


def test_a_rule_is_asked_about_messages_with_the_parts_it_wants() -> None:
    def found(source: str, target: str, parts: Parts = Parts.ANY, compares: bool = False) -> int:
        look = PerMessage(lambda one: iter([Hit("said")]))
        rule = Rule("x", "", "", Severity.INFO, look, (), parts=parts, compares=compares)
        return len(run_rules([unit(source, target)], [rule]))

    for part, text in _HELD.items():
        others = ~part & Parts(sum(_HELD))
        assert found(text, "b", part) == found("b", text, part) == found(text, text, part) == 1
        assert found(text, "b", others) == found("b", text, others) == 0
    assert (found("a", "a"), found("a", "b", compares=True)) == (1, 1)
    assert found("a", "a", compares=True) == 0


@given(_TEXTS, _TEXTS, st.sampled_from(Dialect))
def test_whatever_is_written_spans_lie_within_the_translation(
    source: str, target: str, dialect: Dialect
) -> None:
    for finding in run_rules([unit(source, target, dialect=dialect)], RULES):
        assert finding.message
        if finding.span:
            assert 0 <= finding.span[0] < finding.span[1] <= len(target)
