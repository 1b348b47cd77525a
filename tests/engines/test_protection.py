"""Messages made ready for an engine, and its answers made messages again or refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from l10n.engines.protection import Refusal, Restored, faithful, join, protect, restore, sentences
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect
from l10n.model.engine import Scheme
from l10n.model.segment import Form
from tests.engines.syntax import LITERAL, SYNTAX

GFM = SYNTAX[Dialect.GFM]
KRAMDOWN = SYNTAX[Dialect.KRAMDOWN]
MARKUP = "it has signs of markup or of an address that the source has not"
READ_AS = "its words would be read as Markdown, an address or a tag"
LINK = "Read **the [new docs](https://a.b)** or `x < 1`."
_PLAIN = (Form.SCALAR, Form.ATTRIBUTE, Form.HTML, Form.SCRIPT)


def answered(source: str, answer: str, scheme: Scheme = Scheme.XML) -> str:
    """Return what becomes of an answer: the message, or the reason against it in brackets."""
    outcome = restore(protect(source, GFM, scheme), answer, GFM)
    return outcome.text if isinstance(outcome, Restored) else f"[{outcome.reason}]"


@pytest.mark.parametrize(
    ("scheme", "text"),
    [
        (
            Scheme.XML,
            'Read <g id="1">the <g id="2">new docs</g></g> or <x id="3">x &lt; 1</x>.',
        ),
        (Scheme.HTML, 'Read <a id="1">the <a id="2">new docs</a></a> or <img id="3">.'),
        (Scheme.TOKENS, "Read XPO1X the XPO2X new docs XPC2X XPC1X or XPH3X."),
    ],
)
def test_marks_are_numbered_in_reading_order(scheme: Scheme, text: str) -> None:
    assert protect(LINK, GFM, scheme).text == text
    assert answered(LINK, text, scheme) == LINK


def test_tokens_are_none_of_the_texts_words() -> None:
    assert protect("XPH1X `c`", GFM, Scheme.TOKENS).text == "XPH1X QPH1Q"


def test_words_travel_without_escapes_and_come_back_with_them() -> None:
    source = r"5 \* 3 &lt; 16&nbsp;km and snake_case"
    assert protect(source, GFM, Scheme.TOKENS).text == "5 * 3 < 16\xa0km and snake_case"
    assert answered(source, "snake_case y 5 * 3 &lt; 16\xa0km") == (
        r"snake_case y 5 \* 3 &lt; 16&nbsp;km"
    )


def test_kept_words_are_marks() -> None:
    protected = protect("Use *Transformers* now", GFM, Scheme.XML, keep=[(5, 17)])
    assert protected.text == 'Use <g id="1"><x id="2">Transformers</x></g> now'
    answer = 'Utilisez <g id="1"><x id="2"/></g>'
    assert restore(protected, answer, GFM) == Restored("Utilisez *Transformers*")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Press <kbd>Ctrl</kbd> <b>now</b></i>", 'Press <x id="1"/> <g id="2">now</g><x id="3"/>'),
        ("*a <b>b* c</b>", '<g id="1">a <x id="2"/>b</g> c<x id="3"/>'),
        ('<span translate="no">Le Monde</span> says', '<x id="1"/> says'),
        ("[![a cat](c.png)](u) ![](d.png)", '<g id="1"><g id="2">a cat</g></g> <x id="3"/>'),
        ("[a]() [b](<c d>)", '<g id="1">a</g> <g id="2">b</g>'),
        ("[a][l] ![b][l] [^1]", '<g id="1">a</g> <g id="2">b</g> <x id="3"/>'),
        ("[https://a.b](https://a.b) me@a.b", '<g id="1"><x id="2"/></g> <x id="3"/>'),
        ("One\ntwo", 'One<x id="1"/>two'),
    ],
)
def test_what_may_not_change_is_a_mark(source: str, text: str) -> None:
    protected = protect(source, GFM, Scheme.XML)
    assert protected.text == text
    assert restore(protected, text, GFM) == Restored(source)


def test_liquid_and_math_are_marks() -> None:
    source = "Since {{ site.year }} and $$x_1$$ {: .note}"
    text = 'Since <x id="1"/> and <x id="2"/> <x id="3"/>'
    assert protect(source, KRAMDOWN, Scheme.XML).text == text


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        # Other orders, quotes, blanks and cases of the same marks.
        ('O <x id="3"/> o <g id="1">l <g id="2">d</g></g>.', "O `x < 1` o **l [d](https://a.b)**."),
        ("<g id='1'>l <g id=2>d</g></g> <x id='3' />", "**l [d](https://a.b)** `x < 1`"),
        # Blanks at the borders come from the source.
        (
            'L<g id="1"> l <g id="2"> d </g> </g>o<x id="3"/> .',
            "L **l [d](https://a.b)** o `x < 1`.",
        ),
        # Blanks that its language has stay.
        ('<g id="1">l <g id="2">d</g></g> : <x id="3"/>', "**l [d](https://a.b)** : `x < 1`"),
        # Signs of Markdown become literal, where they would be read as such.
        (
            '1. <g id="1">*l* <g id="2">d</g></g> <x id="3"/>',
            r"1\. **\*l\* [d](https://a.b)** `x < 1`",
        ),
        ('+ <g id="1">l <g id="2">d</g></g> <x id="3"/>', r"\+ **l [d](https://a.b)** `x < 1`"),
        # Lines and doubled blanks.
        ('<g id="1">l\n <g id="2">d</g></g>   <x id="3"/>', "**l [d](https://a.b)** `x < 1`"),
        # Escaped twice.
        (
            '<g id="1">R&amp;amp;D <g id="2">d</g></g> <x id="3"/>',
            "**R&D [d](https://a.b)** `x < 1`",
        ),
    ],
)
def test_a_good_answer_is_written_as_the_source_is(answer: str, text: str) -> None:
    assert answered(LINK, answer) == text


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ('<g id="1">le <g id="2">d</g></g>', "it lost 1 of 3 marks"),
        ('<g id="1">l <g id="2">d</g></g> <x id="3"/><x id="3"/>', "it has mark 3 twice"),
        ('<g id="1">le <g id="2">d</g></g> <x id="4"/>', "it has mark 4, which was not sent"),
        ('<g id="1">le</g> <g id="2">d</g> <x id="3"/>', "mark 2 has moved into or out of another"),
        ('<g id="1">le <x id="2">d</x></g> <x id="3"/>', "mark 2 has become another one"),
        ('<g id="1">le <g id="2"/></g> <x id="3"/>', "mark 2 came back empty"),
        ('<g id="1">le <g id="2"> </g></g> <x id="3"/>', "mark 2 has no words"),
        ('<g id="1">le <g id="2">d</g> <x id="3"/>', "mark 3 has moved into or out of another"),
        ('<g id="1">le <g id="2">d</g></g></g> <x id="3"/>', "it closes a mark that is not open"),
        ('<x id="3"/> <g id="1">le <g id="2">d</g>', "it leaves a mark open"),
        ('<g id="un">le <g id="2">d</g></g>', 'it has a changed tag: <g id="un">'),
        ('<b id="1">le</b>', 'it has a tag that was not sent: <b id="1">'),
        ('<g id="1">l <g id="2">d</g></g> <x id="3">y</x>', "what stands in mark 3 has changed"),
        ('<g id="1">l <g id="2">d</g></g> <x id="3"/> {{ x }}', MARKUP),
        ('<g id="1">l <g id="2">d</g></g> <x id="3"/> https://evil.example', MARKUP),
        ('<g id="1">l <g id="2">d</g></g> <x id="3"/> &lt;b&gt;', MARKUP),
        ('<g id="1">l <g id="2">d</g></g> <x id="3"/> me@evil.example', READ_AS),
        ('<g id="1">l <g id="2">d</g></g> <x id="3"/>\x00', "it has control characters"),
        ('<g id="1">l <g id="2">d</g></g> <x id="3"/>\u202e', "it has control characters"),
        ('<g id="1">l <g id="2">d</g></g> <x id="3"/>\ud800', "it has half a character"),
        ("", "it lost 3 of 3 marks"),
    ],
)
def test_a_damaged_answer_is_refused_with_the_reason(answer: str, reason: str) -> None:
    assert answered(LINK, answer) == f"[{reason}]"


@pytest.mark.parametrize(
    ("source", "answer", "reason"),
    [
        ("Words", "", "it has no words"),
        ("Words", "...", "it has no words"),
        ("2024", "2025", "it has changed signs"),
        ("48 m<sup>3</sup>", '48 <g id="1">m3</g>', "mark 1 took in words"),
        ("x<sup>3</sup>", 'x<g id="1">4</g>', "what stands in mark 1 has changed"),
        (
            "One\ntwo",
            'Un deux<x id="1"/>',
            READ_AS,
        ),
    ],
)
def test_words_stay_where_there_were_words(source: str, answer: str, reason: str) -> None:
    assert answered(source, answer) == f"[{reason}]"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("XPO1X l XPO2X d XPC1X XPC2X XPH3X", "it closes a mark that is not open"),
        ("XPO1X l XPO2X d XPC2X XPC1X XPO3X", "mark 3 has become another one"),
        ("XPO1X l XPH2X d XPC1X XPH3X", "mark 2 came back empty"),
        ("XPO1X l XPO2X d XPC2X XPC1X XP H3X", "it has a damaged mark"),
    ],
)
def test_damaged_tokens_are_refused(answer: str, reason: str) -> None:
    assert answered(LINK, answer, Scheme.TOKENS) == f"[{reason}]"


def test_tokens_may_change_their_case() -> None:
    answer = "xph3x Xpo1x l xpo2x d xpc2x xpc1x"
    assert answered(LINK, answer, Scheme.TOKENS) == "`x < 1` **l [d](https://a.b)**"


def test_emphasis_that_chinese_would_undo_gets_the_blank_of_its_source() -> None:
    source = "**Note:** read _this_ now"
    assert answered(source, '<g id="1">注意：</g>读<g id="2">这个</g>吧') == (
        "**注意：** 读 _这个_ 吧"
    )


def test_underscores_between_letters_become_asterisks() -> None:
    assert answered("A (_very_) good", 'Un<g id="1">très</g>bon') == "Un*très*bon"


def test_a_backslash_at_the_end_of_a_line_escapes_nothing() -> None:
    assert answered("One\ntwo", 'Un \\<x id="1"/>deux \\') == "Un \\\\\ndeux \\\\"


def test_emphasis_stands_where_every_parser_sees_it() -> None:
    assert answered("A ~~<b>b</b>~~", '中<g id="1"><g id="2">b</g></g>') == "中 ~~<b>b</b>~~"


@pytest.mark.parametrize("glued", ["me@a.bhttps://c.d/e", "ftp://a.b/c", "x@y.zz"])
def test_what_looks_like_an_address_is_a_mark(glued: str) -> None:
    assert protect(f"See {glued} now", GFM, Scheme.XML).text == 'See <x id="1"/> now'


def test_where_nothing_escapes_words_are_as_written() -> None:
    source = r"R&amp;D \* 5"
    protected = protect(source, LITERAL, Scheme.XML)
    assert protected.text == r"R&amp;amp;D \* 5"
    assert restore(protected, r"I+&amp;amp;D \* 5", LITERAL) == Restored(r"I+&amp;D \* 5")
    assert restore(protect("2 things", LITERAL, Scheme.XML), "2 *cosas*", LITERAL) == Refusal(
        READ_AS
    )


def test_blanks_around_a_message_stay() -> None:
    assert answered(" Words ", "Mots") == " Mots "


def test_whether_there_is_anything_to_translate() -> None:
    assert not protect("`code` 42 https://a.b", GFM, Scheme.XML).words
    assert protect("`code` or", GFM, Scheme.XML).words


def test_sentences_are_cut_outside_of_marks() -> None:
    source = (
        "Hello there. See **this. And** that (e.g. J. Smith). **Next one.** Then `a. B` it is.\n"
        "A line. 中文。好的。"
    )
    spans = sentences(source, GFM)
    parts = [source[start:end] for start, end in spans]
    assert parts == [
        "Hello there.",
        "See **this. And** that (e.g. J. Smith).",
        "**Next one.**",
        "Then `a. B` it is.",
        "A line.",
        "中文。",
        "好的。",
    ]
    assert join(source, spans, parts) == source
    assert sentences("One", GFM) == ((0, 3),)


def test_a_translation_in_parts_is_compared_as_a_whole() -> None:
    assert faithful("A `b`. C.", "X `b`. Z.", GFM) is None
    assert faithful("A *b*. C.", "X _b_. Z.", GFM) is None
    assert faithful("A `b`. C.", "X `c`. Z.", GFM) == Refusal(
        "its links, code, tags or emphasis are not those of the source"
    )


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("folder", "dialect"), [("dair", Dialect.KRAMDOWN), ("hf-course", Dialect.MDX)]
)
def test_every_real_message_comes_back_as_it_went(
    corpus: Path, folder: str, dialect: Dialect
) -> None:
    messages: set[tuple[str, bool]] = set()
    for path in sorted((corpus / folder).rglob("*"))[:120]:
        if path.suffix.lower() in (".md", ".mdx"):
            keys = ("title", "excerpt") if folder == "dair" else ()
            segments = read_post(path.read_bytes(), dialect, keys).segments
            messages |= {(each.msgid, each.form in _PLAIN) for each in segments}
    assert len(messages) > 500
    for source, plain in messages:
        syntax = replace(SYNTAX[dialect], escapes=not plain)
        spans = sentences(source, syntax)
        assert join(source, spans, [source[start:end] for start, end in spans]) == source
        for scheme in Scheme:
            protected = protect(source, syntax, scheme)
            outcome = restore(protected, protected.text, syntax)
            assert isinstance(outcome, Restored)
            assert outcome.text.split(" ") == [part for part in source.split(" ") if part] or (
                outcome.text == source
            )
