"""What a person reads about broken front matter: the line of the file, the reason, the remedy."""

import pytest

from l10n.markdown.frontmatter import find_front_matter, read_scalars, set_keys
from l10n.model.errors import InputError

BROKEN = [
    (
        b"\xef\xbb\xbf---\r\nlayout: post\r\ntitle: NLP: a week\r\n---\r\n",
        "posts/a.md:3: the front matter is not valid YAML:"
        " a colon followed by a blank stands inside"
        " a value (mapping values are not allowed in this context)\n"
        "  to do: put the value in double quotes",
    ),
    (
        b'---\na: 1\ntitle: "open\nb: 1\n\n---\n',
        "posts/a.md:3: the front matter is not valid YAML:"
        " a quote is never closed (found unexpected"
        " end of stream)\n"
        "  to do: close the quote that opens here",
    ),
    (
        "---\n# é\ntitle: x\n\tb: 1\n---\n".encode(),
        "posts/a.md:4: the front matter is not valid YAML:"
        " a tab is used for indentation (found a tab"
        " character that violates indentation)\n"
        "  to do: indent with blanks instead of tabs",
    ),
    (
        b"---\ntitle: @x\n---\n",
        "posts/a.md:2: the front matter is not valid YAML:"
        " a value begins with a character that means"
        " something else in YAML (found character that cannot start any token)\n"
        "  to do: put the value in double quotes",
    ),
    (
        b"---\ntitle: &\n---\n",
        "posts/a.md:2: the front matter is not valid YAML:"
        " a value begins with a character that means"
        " something else in YAML (did not find expected alphabetic or numeric character)\n"
        "  to do: put the value in double quotes",
    ),
    (
        b"---\na: x\ntitle\nb: 1\n---\n",
        "posts/a.md:3: the front matter is not valid YAML:"
        " a line is neither a key with its colon nor"
        " part of a value (could not find expected ':')\n"
        "  to do: give the line the form `key: value`, or indent it below its key",
    ),
    (
        b"---\ntitle: x\n\n\x01\n---\n",
        "posts/a.md:4: the front matter is not valid YAML:"
        " an invisible control character stands in"
        " it (control characters are not allowed)\n"
        "  to do: remove the character",
    ),
    (
        b"---\ntitle: [a, b\nc: 1\n---\n",
        "posts/a.md:2: the front matter is not valid YAML:"
        " a bracket or brace is not closed (did not"
        " find expected ',' or ']')\n"
        "  to do: close it, or put the value in double quotes",
    ),
    (
        b"---\ntitle: 'it's'\n---\n",
        "posts/a.md:2: the front matter is not valid YAML:"
        " something stands behind the end of a value"
        " (did not find expected key)\n"
        "  to do: put the whole value in double quotes, or indent the line like those around it",
    ),
    (
        b'---\na: 1\ntitle: "a \\q"\n---\n',
        "posts/a.md:3: the front matter is not valid YAML:"
        " a backslash in double quotes stands before"
        " a character it cannot escape (found unknown escape character)\n"
        "  to do: write two backslashes, or use single quotes",
    ),
    (
        b"---\ntitle: - a\n---\n",
        "posts/a.md:2: the front matter is not valid YAML:"
        " a list begins on the line of its key"
        " (block sequence entries are not allowed in this context)\n"
        "  to do: begin the list on the next line, or put the value in double quotes",
    ),
    (
        b"---\ntitle: " + b"[" * 101 + b"\n---\n",
        "posts/a.md:2: the front matter is not valid YAML:"
        " collections are nested more than 100 deep\n"
        "  to do: mend the front matter at this line, or put the value in double quotes",
    ),
    (
        b"---\ntitle: x\n--- more\n---\n",
        "posts/a.md:3: the front matter is not valid YAML:"
        " a second document begins inside it\n"
        "  to do: mend the front matter at this line, or put the value in double quotes",
    ),
    (
        b"---\ntitle: x\nb: \xe9\n---\n",
        "posts/a.md:3: byte 16 (0xE9) is not UTF-8\n  to do: save the file as UTF-8",
    ),
    (
        b"+++\na = 1\n\ntitle: x\n+++\n",
        "posts/a.md:4: the front matter is not valid TOML: Expected '=' after a key in a key/value"
        " pair\n"
        "  to do: mend the front matter at this line",
    ),
    (
        b"+++\ntitle = [1,\n+++\n",
        "posts/a.md:3: the front matter is not valid TOML: Invalid value\n"
        "  to do: mend the front matter at this line",
    ),
    (
        b"+++\na = 1\nb = '\xe9'\n+++\n",
        "posts/a.md:3: byte 15 (0xE9) is not UTF-8\n  to do: save the file as UTF-8",
    ),
]


@pytest.mark.parametrize(("data", "message"), BROKEN)
def test_broken_front_matter_names_the_line_of_the_file(data: bytes, message: str) -> None:
    front = find_front_matter(data)
    assert front is not None
    with pytest.raises(InputError) as reading:
        read_scalars(data, front, ["title"], "posts/a.md")
    assert str(reading.value) == message
    with pytest.raises(InputError) as setting:
        set_keys(data, front, [("lang", "fr")], path="posts/a.md")
    assert str(setting.value) == message


def test_without_configured_keys_broken_front_matter_is_left_alone() -> None:
    data = b"---\ntitle: a: b\n---\n"
    front = find_front_matter(data)
    assert front is not None
    assert read_scalars(data, front, (), "posts/a.md") == ()
    assert set_keys(data, front, ()) == ()


def test_toml_nested_without_end() -> None:
    data = b"+++\ntitle = " + b"[" * 20_000 + b"\n+++\n"
    front = find_front_matter(data)
    assert front is not None
    with pytest.raises(InputError):
        read_scalars(data, front, ["title"], "posts/a.md")


UNSETTABLE = [
    (
        b"---\na: 1\nimage: x.png\n---\n",
        "posts/a.md:3: the front matter key `image.alt` cannot be set: `image` is not a mapping\n"
        "  to do: write `image.alt` there by hand, or do not set it",
    ),
    (
        b"---\na: 1\nimage: {alt: &x One}\nb: *x\n---\n",
        "posts/a.md:3: the front matter key `image.alt` cannot be set: its value is used again as"
        " `*x`\n"
        "  to do: write `image.alt` there by hand, or do not set it",
    ),
    (
        b"---\na: 1\nimage: &x {src: One}\nb: *x\n---\n",
        "posts/a.md:3: the front matter key `image` cannot be set: its value is used again as"
        " `*x`\n"
        "  to do: write `image` there by hand, or do not set it",
    ),
    (
        b"+++\na = 1\nimage = 'x.png'\n+++\n",
        "posts/a.md:2: the front matter key `image.alt` cannot be set: `image` is not a table\n"
        "  to do: write `image.alt` there by hand, or do not set it",
    ),
    (
        b"+++\n[image.alt]\na = 1\n+++\n",
        "posts/a.md:2: the front matter key `image.alt` cannot be set: it is a table\n"
        "  to do: write `image.alt` there by hand, or do not set it",
    ),
]


@pytest.mark.parametrize(("data", "message"), UNSETTABLE)
def test_a_key_that_cannot_be_set(data: bytes, message: str) -> None:
    front = find_front_matter(data)
    with pytest.raises(InputError) as setting:
        set_keys(data, front, [("lang", "fr"), ("image.alt", "x")], path="posts/a.md")
    assert str(setting.value) == message
