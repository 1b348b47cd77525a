"""The short way of reading a message must find what the parser finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.markdown.inline import parse_inline
from l10n.markdown.inline_plain import read_plain
from l10n.model.dialect import Dialect
from l10n.model.inline import Code, Inline, Text

_LETTERS = "ab `\n\r\t!x:@.1-+#|=(){}<>$\\_*éª中\u00a0\u3000'\"[]~&;w/"


@given(st.text(_LETTERS, min_size=1, max_size=16), st.sampled_from(Dialect))
def test_a_message_is_read_as_beside_a_link(text: str, dialect: Dialect) -> None:
    plain = read_plain(text)
    # A link behind it is nothing for the short way, and changes nothing before itself.
    link = "[b](c)"
    if plain is None or "`" not in text:
        return
    whole = parse_inline(f"{text} {link}", dialect)
    assert plain.code == whole.code
    assert "".join(run.raw for run in whole.texts) == (
        "".join(run.raw for run in plain.texts) + " b"
    )
    assert not whole.placeholders and not whole.tags and len(whole.links) == 1


def test_words_and_code_have_their_places() -> None:
    assert read_plain("Run `make  it`, then: go!") == Inline(
        "Run `make  it`, then: go!",
        code=(Code("`make  it`", (4, 14), "make  it"),),
        texts=(Text("text", "Run ", (0, 4)), Text("text", ", then: go!", (14, 25))),
    )


@pytest.mark.parametrize(
    "text",
    [
        "`a``b`",
        "``a``",
        "`a",
        "`a` *b*",
        "`{`",
        "`a` ",
        "https://x.example",
        "www.x",
        "a\\`b`",
        "&lt;",
    ],
)
def test_what_may_be_more_is_left_to_the_parser(text: str) -> None:
    assert read_plain(text) is None
