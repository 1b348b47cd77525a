"""Content never raises, and no input takes more than linear time."""

from functools import partial

import pytest

from l10n.markdown.build import build_post
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect
from tests.growth import grows_linearly, times_as_slow

_SIGNS = (
    *("{", "{ a ", "<", "<a ", "<a {", '<a "', "<a b='\" ", "[", "[a](", "![", "`", "$$", "$$ a "),
    *("{% ", "{% raw %} ", "{{ ", "{{< ", "{{< highlight >}} ", "{: ", "{::comment} ", "<!-- "),
    *("<div>\n", '<div markdown="1">\n\n', "<b>", "<a></b>", "\\", "\\\\\n", "*a ", "_", "| a "),
    *("a|b\n", "> a\n", "a\r", "---\n", "[^1]", "import x\n", "export a {\n", "[[", "&", "^\n"),
    *("```a`\n", "# a {#", "{#if a}\n\n", "- x\n{:toc}\n", "> [!a] t\n", "a\n: b\n\n", " ", "\t"),
)


@pytest.mark.parametrize("sign", _SIGNS)
def test_ten_thousand_of_a_sign_take_no_time(sign: str) -> None:
    data = (sign * 10_000 + "words\n").encode()
    for dialect in Dialect:
        slow = times_as_slow(partial(_round, data, dialect), partial(_round, _plain(data), dialect))
        assert slow < 2_000, dialect
        post = read_post(data, dialect)
        assert build_post(post, [None] * len(post.segments)).data == data


def _round(data: bytes, dialect: Dialect) -> None:
    post = read_post(data, dialect)
    assert build_post(post, [f"{segment.msgid} x" for segment in post.segments]).data


def _plain(data: bytes) -> bytes:
    """Return ordinary paragraphs of the same length."""
    return (b"Plain words.\n\n" * len(data))[: len(data)]


@pytest.mark.parametrize("head", [":::", '!!! note "', "*[a]:", "#", "a  ", "words"])
def test_a_hundred_thousand_blanks_take_no_time(head: str) -> None:
    data = f"{head}{' ' * 100_000}x\n    words\n".encode()
    for dialect in Dialect:
        plain = partial(read_post, _plain(data), dialect)
        assert times_as_slow(partial(read_post, data, dialect), plain) < 500, dialect


@pytest.mark.parametrize("dialect", Dialect)
def test_ten_thousand_nested_quotes(dialect: Dialect) -> None:
    post = read_post(b"> " * 10_000 + b"words\n", dialect)

    assert [segment.msgid for segment in post.segments] == ["words"]


@pytest.mark.parametrize("dialect", Dialect)
def test_an_empty_post_has_no_messages(dialect: Dialect) -> None:
    for data in (b"", b"\n", b"\xef\xbb\xbf", b"---\n---\n"):
        post = read_post(data, dialect)
        assert build_post(post, [None] * len(post.segments)).data == data


@pytest.mark.parametrize("data", [b"caf\xe9", b"{{ \xff }}", b"\x80", b"```\n\xc3\n```\n"])
def test_bytes_that_are_not_utf8_are_told(data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        read_post(data, Dialect.GFM)


def test_thousands_of_bad_translations_are_refused_one_by_one() -> None:
    post = read_post(b"- words here\n" * 2_000, Dialect.GFM)
    texts = ["x \\\\[ y \\\\]" if at % 2 else "gut" for at in range(len(post.segments))]
    good = partial(build_post, post, ["gut"] * len(texts))
    assert times_as_slow(partial(build_post, post, texts), good) < 300
    built = build_post(post, texts)
    assert len(built.refused) == 1_000
    assert built.data.count(b"gut") == 1_000


def test_time_grows_with_the_length_of_a_post() -> None:
    part = b"# Head\n\nWords `code` [x](y) {{ v }}\nand *more*.\n\n- item\n- item\n\n"

    assert len(read_post(part * 5_000, Dialect.KRAMDOWN).segments) == 20_000
    assert grows_linearly(lambda size: read_post(part * size, Dialect.KRAMDOWN), 1_250)
