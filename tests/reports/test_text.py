"""The report of findings for people."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from l10n.model.finding import Severity
from l10n.reports import ANSI, findings_text
from l10n.reports.states import STATES
from l10n.rules import RULES
from tests.reports.findings import CHANGED, DRAFT


def test_shows_both_sides_the_spot_and_what_to_do() -> None:
    warning = replace(CHANGED, severity=Severity.WARNING, path="locales/fr/b.po", span=None)
    assert findings_text([CHANGED, DRAFT, DRAFT, warning], 120) == (
        "locales/zh-Hans/a.po\n"
        "  12  error  link-changed  "
        "https://x.example/b stands where the source links to https://x.example/a\n"
        "        source       Read [the docs](https://x.example/a).\n"
        "        translation  阅读👩‍🔬[文档e\u0301](https://x.example/b)。\n"
        "                                   ^^^^^^^^^^^^^^^^^^^\n"
        "        to do        write https://x.example/a\n"
        "  2 drafts (--verbose lists them)\n"
        "\n"
        "locales/fr/b.po\n"
        "  12  warning  link-changed  "
        "https://x.example/b stands where the source links to https://x.example/a\n"
        "        source       Read [the docs](https://x.example/a).\n"
        "        translation  阅读👩‍🔬[文档e\u0301](https://x.example/b)。\n"
        "        to do        write https://x.example/a\n"
        "\n"
        "1 error, 1 warning, 2 info in 120 messages\n"
    )


def test_states_are_counted_unless_verbose() -> None:
    untranslated = replace(DRAFT, rule="catalog-untranslated", msgstr="")
    obsolete = replace(DRAFT, rule="catalog-obsolete")
    findings = [DRAFT, untranslated, untranslated, obsolete]
    assert findings_text(findings, 1) == (
        "locales/zh-Hans/a.po\n"
        "  2 untranslated, 1 draft, 1 obsolete (--verbose lists them)\n"
        "\n"
        "4 info in 1 message\n"
    )
    assert findings_text([DRAFT], 1, verbose=True) == (
        "locales/zh-Hans/a.po\n"
        "  14  info  catalog-draft  a draft, not confirmed yet\n"
        "        source       A cat.\n"
        "        translation  一只猫。\n"
        "        to do        correct it where it needs it, then remove the fuzzy mark\n"
        "\n"
        "1 info in 1 message\n"
    )


def test_the_counted_rules_exist() -> None:
    assert set(STATES) <= {rule.name for rule in RULES}


def test_what_is_known_is_counted_unless_verbose() -> None:
    known = replace(CHANGED, known=True)
    assert findings_text([known, known], 9) == "nothing found in 9 messages; 2 known\n"
    text = findings_text([known, CHANGED], 9)
    assert text.count("link-changed") == 1
    assert text.endswith("\n\n1 error in 9 messages; 1 known\n")
    text = findings_text([known], 9, verbose=True)
    assert "  12  error (known)  link-changed  https://x.example/b stands" in text


def test_says_so_when_there_is_nothing() -> None:
    assert findings_text([], 3) == "nothing found in 3 messages\n"


def test_long_messages_are_cut_around_the_spot() -> None:
    msgstr = "字" * 60 + "`x`" + "字" * 60
    finding = replace(CHANGED, msgid="a" * 90, msgstr=msgstr, span=(60, 63), hint="")
    lines = findings_text([finding], 1, width=61).split("\n")
    assert lines[2] == "        source       " + "a" * 39 + "…"
    assert lines[3] == "        translation  …" + "字" * 5 + "`x`" + "字" * 12 + "…"
    assert lines[4] == "                                ^^^"


def test_strangers_cannot_act_on_the_terminal() -> None:
    evil = "a\x1b[31m\x9b2J\r\n\u202eb\u2028\x07"
    finding = replace(CHANGED, path=evil, message=evil, msgid=evil, msgstr=evil, hint=evil)
    text = findings_text([finding], 1)
    assert "a␛[31m‹U+009B›2J␍↵‹U+202E›b‹U+2028›␇" in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", text)


def test_colours_stand_around_words_only() -> None:
    text = findings_text([CHANGED], 1, palette=ANSI)
    assert "\x1b[1mlocales/zh-Hans/a.po\x1b[0m\n" in text
    assert "  12  \x1b[31merror\x1b[0m  link-changed  " in text
    assert " \x1b[32m^^^^^^^^^^^^^^^^^^^\x1b[0m\n" in text
    assert re.sub("\x1b\\[\\d+m", "", text) == findings_text([CHANGED], 1)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 80))
def test_never_raises_and_stays_on_its_lines(msgstr: str, start: int, end: int, width: int) -> None:
    span = min(start, end, len(msgstr)), min(max(start, end), len(msgstr))
    finding = replace(CHANGED, msgstr=msgstr, span=span)
    lines = findings_text([finding], 1, width=width).split("\n")
    assert len(lines) == (9 if msgstr else 7)  # the last one is empty
