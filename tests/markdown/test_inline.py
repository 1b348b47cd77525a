"""Messages read as inline Markdown."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyromark import events_with_range

from l10n.markdown.inline import parse_inline
from l10n.model.dialect import Dialect
from l10n.model.inline import Inline
from tests.growth import times_as_slow

_PIECES = (
    "words é 中文 👩‍🔬 e\u0301|[a](b)|[a](<b c> \"T\")|![x *y*](z.png 't')|[a][b]|[a][]|[`c`]|[^1]|"
    "`code`|`` a`b ``|<b class='x'>|</b>|<br/>|<!-- c -->|{{ v }}|{% t %}|{:.c}|{x}|<X y={1}>|$m$|"
    "$$m$$|"
    "{{< s >}}|https://a.b/c_d.|www.a.b|<https://a.b>|<m@a.b>|**b**|_e_|~~s~~|\\*|\\\\|&amp;|\n|\r\n|"
    "# |- |1. |> |```|~~~|    |[|]|(|)|<|>|{|}|`|$|!|\t|\u2028|\x00|\ud800"
).split("|")
_TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))


def _parts(inline: Inline) -> list[tuple[str, tuple[int, int]]]:
    groups = (
        inline.links,
        inline.images,
        inline.code,
        inline.tags,
        inline.placeholders,
        inline.footnotes,
        inline.labels,
        inline.texts,
        inline.emphases,
    )
    return [(part.raw, part.span) for group in groups for part in group]


@given(_TEXTS, st.sampled_from(Dialect))
def test_never_raises_and_spans_hold_what_they_say(text: str, dialect: Dialect) -> None:
    inline = parse_inline(text, dialect)
    assert inline.text == text
    for raw, (start, end) in _parts(inline):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == raw
    for link in inline.links:
        assert link.span[0] <= link.spot[0] <= link.spot[1] <= link.span[1]
    for label in inline.labels:
        assert text[slice(*label.spot)] == label.label
    for texts in zip(inline.texts, inline.texts[1:], strict=False):
        assert texts[0].span[1] <= texts[1].span[0]


def test_plain_words_are_one_text() -> None:
    inline = parse_inline("Nothing to see, 中文.", Dialect.GFM)
    assert [(text.raw, text.span) for text in inline.texts] == [("Nothing to see, 中文.", (0, 19))]
    assert parse_inline("", Dialect.GFM) == Inline()


def test_links_carry_target_title_and_the_targets_spot() -> None:
    text = 'é [a *b*](<x y> "T") <https://a.b> https://c.d/e_f, [g](/h_(i)).'
    links = parse_inline(text, Dialect.GFM).links
    assert [(link.kind, link.target, link.title) for link in links] == [
        ("inline", "x y", "T"),
        ("autolink", "https://a.b", ""),
        ("bare", "https://c.d/e_f", ""),
        ("inline", "/h_(i)", ""),
    ]
    assert [text[slice(*link.spot)] for link in links] == [link.target for link in links]


def test_a_bare_address_ends_where_chinese_goes_on() -> None:
    links = parse_inline("见https://a.b/c，以及www.d.e。(https://f.g)", Dialect.GFM).links
    assert [link.raw for link in links] == ["https://a.b/c", "www.d.e", "https://f.g"]


def test_an_address_that_is_a_links_words_is_no_second_link() -> None:
    links = parse_inline("[https://a.b](https://a.b)", Dialect.GFM).links
    assert [link.kind for link in links] == ["inline"]


def test_images_keep_their_alt_as_written() -> None:
    (image,) = parse_inline('![A *red* cat](a.png "T")', Dialect.GFM).images
    assert (image.alt, image.target, image.title) == ("A *red* cat", "a.png", "T")


def test_a_linked_image_is_both() -> None:
    inline = parse_inline("[![alt](a.png)](https://a.b)", Dialect.GFM)
    assert [link.target for link in inline.links] == ["https://a.b"]
    assert [image.target for image in inline.images] == ["a.png"]
    assert [(text.kind, text.raw) for text in inline.texts] == [("alt", "alt")]


def test_references_are_links_by_their_label() -> None:
    text = "[Words][a label], ![i][img], [c][], [`Vec`], [1], [words], [x](y)"
    labels = parse_inline(text, Dialect.GFM).labels
    assert [(label.kind, label.label, label.image) for label in labels] == [
        ("full", "a label", False),
        ("full", "img", True),
        ("collapsed", "c", False),
        ("shortcut", "`Vec`", False),
        ("shortcut", "1", False),
    ]


def test_code_is_what_the_page_shows() -> None:
    inline = parse_inline("`a` `` b`c `` `  ` `{{ d }}`", Dialect.KRAMDOWN)
    assert [code.text for code in inline.code] == ["a", "b`c", "  ", "{{ d }}"]
    assert inline.placeholders == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("<b class='x' id=y>", '<B id="y" class="x">', True),
        ('<img src="a" alt="A cat">', "<img alt='Un chat' src='a'/>", True),
        ('<a href="a">', '<a href="b">', False),
        ("<br>", "<br />", True),
        ('<a onclick="x">', "<a>", False),
    ],
)
def test_tags_compare_by_what_they_do(one: str, other: str, same: bool) -> None:
    (first,) = parse_inline(f"a {one}", Dialect.GFM).tags
    (second,) = parse_inline(f"a {other}", Dialect.GFM).tags
    assert (first.normal == second.normal) is same


def test_jsx_is_tags_and_expressions() -> None:
    inline = parse_inline('See <Card n={1} title="T">it</Card> {count} <Br />', Dialect.MDX)
    assert [(tag.kind, tag.name, tag.normal) for tag in inline.tags] == [
        ("open", "Card", '<Card n="{1}">'),
        ("close", "Card", "</Card>"),
        ("void", "Br", "<Br />"),
    ]
    assert [(one.kind, one.raw) for one in inline.placeholders] == [("expression", "{count}")]


def test_foreign_syntax_is_placeholders() -> None:
    text = "{{ a }} {% b %} *c*{:.d} $$e_f$$ {{< g >}} [h]({{ i }}/j)"
    inline = parse_inline(text, Dialect.KRAMDOWN)
    assert [(one.kind, one.raw) for one in inline.placeholders] == [
        ("liquid", "{{ a }}"),
        ("liquid", "{% b %}"),
        ("attributes", "{:.d}"),
        ("math", "$$e_f$$"),
        ("shortcode", "{{< g >}}"),
    ]
    assert [link.target for link in inline.links] == ["{{ i }}/j"]


def test_math_is_none_in_prices() -> None:
    assert parse_inline("$5 and $10", Dialect.GFM).placeholders == ()
    (math,) = parse_inline("where $x_1$ is", Dialect.GFM).placeholders
    assert (math.kind, math.raw) == ("math", "$x_1$")


def test_a_block_is_never_begun() -> None:
    for text in ("1. Mai", "# a", "> a", "- a", "a\n===", "a\n\nb", "    a"):
        inline = parse_inline(f"{text} *x*", Dialect.GFM)
        assert "".join(part.raw for part in inline.texts).startswith(text)


def test_a_fence_holds_nothing() -> None:
    text = "```rust\nlet a = `b`; // [c](d)\n```"
    assert parse_inline(text, Dialect.GFM) == Inline(text)


def test_texts_leave_out_markup() -> None:
    inline = parse_inline("a **b** [c](d) `e` <i>f</i>[^g] https://h.i", Dialect.GFM)
    assert [text.raw for text in inline.texts] == ["a ", "b", " ", "c", " ", " ", "f", " "]


def test_emphasis_is_what_the_parser_reads_as_such() -> None:
    message = r"\*no\* **b _i_** ~~s~~ ~t~ ***both***"
    assert [
        (each.kind, each.raw, each.width) for each in parse_inline(message, Dialect.GFM).emphases
    ] == [
        ("strong", "**b _i_**", 2),
        ("emphasis", "_i_", 1),
        ("strikethrough", "~~s~~", 2),
        ("strikethrough", "~t~", 1),
        ("emphasis", "***both***", 1),
        ("strong", "**both**", 2),
    ]
    assert parse_inline("那是**我想做的事。**所以", Dialect.GFM).emphases == ()


def test_reading_a_message_costs_little_more_than_parsing_it() -> None:
    text = "Read **the docs** at [x](https://x.example/a?b=c), run `make` and see [é][ref]. "
    ours = times_as_slow(
        lambda: [parse_inline(text, Dialect.KRAMDOWN) for _ in range(2_000)],
        lambda: [list(events_with_range(text)) for _ in range(2_000)],
    )
    assert ours < 50


def test_a_hostile_message_takes_linear_time() -> None:
    for piece in (
        "[",
        "`a",
        "<a ",
        "{{",
        "![",
        "[a](",
        "*_",
        "$a",
        "https://a.b/(",
        "[^",
        "{x ",
        "<X {",
        "~~",
    ):
        for dialect in (Dialect.MDX, Dialect.KRAMDOWN):
            slow = times_as_slow(
                partial(parse_inline, piece * 4_000, dialect),
                partial(parse_inline, "plain words " * 4_000, dialect),
            )
            assert slow < 2_000, piece
