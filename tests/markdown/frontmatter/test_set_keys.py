"""What setting keys writes, byte for byte."""

from typing import Literal

import pytest

from l10n.markdown.frontmatter import find_front_matter, set_keys
from l10n.model.edit import apply_edits

YAML = [
    (
        "title: x\n# end\n",
        [("lang", "fr"), ("ref", "a b")],
        "title: x\n# end\nlang: fr\nref: a b\n",
    ),
    ("", [("lang", "no")], 'lang: "no"\n'),
    ("lang: en # note\na: 1\n", [("lang", "fr")], "lang: fr # note\na: 1\n"),
    ("lang: 'en' # note\na: 1\n", [("lang", "fr")], "lang: 'fr' # note\na: 1\n"),
    ("lang: en\na: 1\nlang: es\n", [("lang", "fr")], "lang: en\na: 1\nlang: fr\n"),
    ("lang: # note\na: 1\n", [("lang", "fr")], "lang: fr # note\na: 1\n"),
    ("lang:\na: 1\n", [("lang", "fr")], "lang: fr\na: 1\n"),
    ("n: 5\n", [("n", "5")], 'n: "5"\n'),
    ("n: '5'\n", [("n", "5")], "n: '5'\n"),
    ("date: 2020-01-01\n", [("lang", "fr")], "date: 2020-01-01\nlang: fr\n"),
    ("tags: # note\n- a\n- b # b\n# end\nz: 1\n", [("tags", "x")], "tags: x # note\n# end\nz: 1\n"),
    ("tags: [a,\n  b] # note\nz: 1\n", [("tags", "x")], "tags: x # note\nz: 1\n"),
    ("text: |\n  a\n  b\n\nz: 1\n", [("text", "x")], "text: |-\n  x\n\nz: 1\n"),
    ("i:\n    a: 1 # note\n\nz: 1\n", [("i.b", "x")], "i:\n    a: 1 # note\n    b: x\n\nz: 1\n"),
    ("i: {a: 1}\n", [("i.b", "x, y"), ("i.c", "z")], 'i: {a: 1, b: "x, y", c: z}\n'),
    ("i: {}\n", [("i.b.c", "x")], "i: {b: {c: x}}\n"),
    ("i: # note\nz: 1\n", [("i.b", "x")], "i: {b: x} # note\nz: 1\n"),
    ("a: 1\n", [("i.b", "x"), ("j", "yy"), ("i.c", "z")], "a: 1\ni:\n  b: x\n  c: z\nj: yy\n"),
    (
        "i:\n  a:\n    b: 1\n",
        [("x", "1a"), ("i.a.c", "2a"), ("i.d", "3a")],
        "i:\n  a:\n    b: 1\n    c: 2a\n  d: 3a\nx: 1a\n",
    ),
    ("  a: 1\n", [("b", "x")], "  a: 1\n  b: x\n"),
    ("{a: 1}\n", [("b", "x")], "{a: 1, b: x}\n"),
    ("a: &x 1\nb: *x\nlang: *x\n", [("lang", "fr")], "a: &x 1\nb: *x\nlang: fr\n"),
    ("lang: !!str en\n", [("lang", "fr")], "lang: fr\n"),
]
TOML = [
    ("title = 'x'\n# end\n", [("lang", "fr")], "title = 'x'\n# end\nlang = \"fr\"\n"),
    ("lang = 'en' # note\n", [("lang", "fr")], "lang = 'fr' # note\n"),
    ("lang = 5 # note\n", [("lang", "5")], 'lang = "5" # note\n'),
    (
        "a = 1 # note\n# b\n[b]\nc = 1\n",
        [("lang", "fr")],
        'a = 1 # note\nlang = "fr"\n# b\n[b]\nc = 1\n',
    ),
    (
        "[b]\nc = 1 # note\n\n[d]\n",
        [("b.x y", "fr"), ("lang", "z")],
        'lang = "z"\n[b]\nc = 1 # note\n"x y" = "fr"\n\n[d]\n',
    ),
    ("i = {a = 1}\n", [("i.b", "x"), ("i.c", "y")], 'i = {a = 1, b = "x", c = "y"}\n'),
    ("i = {}\n", [("i.b", "x"), ("i.c", "y")], 'i = {b = "x", c = "y"}\n'),
    ("tags = [1,\n 2] # note\n", [("tags", "x")], 'tags = "x" # note\n'),
]


@pytest.mark.parametrize(("before", "values", "after"), YAML)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_yaml(end: str, before: str, values: list[tuple[str, str]], after: str) -> None:
    assert _set(f"---\n{before}---\nBody\n", values, end) == f"---\n{after}---\nBody\n"


@pytest.mark.parametrize(("before", "values", "after"), TOML)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_toml(end: str, before: str, values: list[tuple[str, str]], after: str) -> None:
    assert _set(f"+++\n{before}+++\nBody\n", values, end) == f"+++\n{after}+++\nBody\n"


def _set(source: str, values: list[tuple[str, str]], end: str) -> str:
    data = source.replace("\n", end).encode()
    built = apply_edits(data, set_keys(data, find_front_matter(data), values)).decode()
    assert end == "\n" or built.count("\n") == built.count("\r\n")
    return built.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("source", "kind", "built"),
    [
        (b"Body\n", "yaml", b"---\nlang: fr\n---\nBody\n"),
        (b"Body\r\nmore\n", "yaml", b"---\r\nlang: fr\r\n---\r\nBody\r\nmore\n"),
        (b"\xef\xbb\xbfBody", "yaml", b"\xef\xbb\xbf---\nlang: fr\n---\nBody"),
        (b"", "toml", b'+++\nlang = "fr"\n+++\n'),
    ],
)
def test_a_new_front_matter(source: bytes, kind: Literal["yaml", "toml"], built: bytes) -> None:
    assert apply_edits(source, set_keys(source, None, [("lang", "fr")], kind)) == built


def test_a_value_that_stands_already_needs_no_edit() -> None:
    data = b'---\nlang: "fr"\ni: {a: x}\n---\n'
    values = [("lang", "fr"), ("i.a", "x")]
    assert set_keys(data, find_front_matter(data), values) == ()
