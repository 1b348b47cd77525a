"""Which strings of a front matter are offered, and where they lie."""

import pytest
import yaml

from l10n.markdown.frontmatter import find_front_matter, read_scalars

YAML = b"""---
# the first line
layout: post
title: "NLP: what a week" # note
excerpt: Caf\xc3\xa9 & more
empty:
date: 2020-03-16
draft: no
count: "12"
quoted: "no"
number: 1_000
dice: 3D face
symbol: :name
time: 12:30:45
tags: [words, 'more words', 3, {deep: one}, [inner]]
image:
  feature: x.png
  caption: &c A photo
  again: *c
authors:
- name: Ada
  url: "https://example.org"
- name: Lin
  # between
  bio: |
    Long
    text
gallery: {first: {caption: One}, second: {caption: "Two"}}
og.title: Dotted
title: Last
liquid: "{{ page.title }}"
---
"""


def _read(data: bytes, *keys: str) -> list[tuple[str, str, bytes]]:
    front = find_front_matter(data)
    assert front is not None
    scalars = read_scalars(data, front, keys, "post.md")
    return [(found.key, found.value, data[found.start : found.end]) for found in scalars]


YAML_KEYS: list[tuple[tuple[str, ...], list[tuple[str, str, bytes]]]] = [
    ((), []),
    (("nothing", "title.x", "layout.*"), []),
    (
        ("title",),
        [("title", "NLP: what a week", b'"NLP: what a week"'), ("title", "Last", b"Last")],
    ),
    (("excerpt",), [("excerpt", "Café & more", b"Caf\xc3\xa9 & more")]),
    (("empty", "date", "draft", "number", "symbol", "time"), []),
    (("count", "quoted", "dice"), [("quoted", "no", b'"no"'), ("dice", "3D face", b"3D face")]),
    (("tags",), [("tags.0", "words", b"words"), ("tags.1", "more words", b"'more words'")]),
    (
        ("tags.1", "tags.*.deep"),
        [("tags.1", "more words", b"'more words'"), ("tags.3.deep", "one", b"one")],
    ),
    (("image",), []),
    (("image.caption", "image.again"), [("image.caption", "A photo", b"A photo")]),
    (("authors", "authors.name"), []),
    (("authors.*.name",), [("authors.0.name", "Ada", b"Ada"), ("authors.1.name", "Lin", b"Lin")]),
    (("authors.1.bio",), [("authors.1.bio", "Long\ntext\n", b"|\n    Long\n    text")]),
    (
        ("gallery.*.caption",),
        [("gallery.first.caption", "One", b"One"), ("gallery.second.caption", "Two", b'"Two"')],
    ),
    (("og.title",), [("og.title", "Dotted", b"Dotted")]),
    (("liquid",), [("liquid", "{{ page.title }}", b'"{{ page.title }}"')]),
]


@pytest.mark.parametrize(("keys", "expected"), YAML_KEYS)
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_yaml(bom: bytes, keys: tuple[str, ...], expected: list[tuple[str, str, bytes]]) -> None:
    assert _read(bom + YAML, *keys) == expected


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_other_line_ends_are_only_other_spans(end: bytes) -> None:
    for keys, expected in YAML_KEYS:
        there = [(key, value, raw.replace(b"\n", end)) for key, value, raw in expected]
        assert _read(YAML.replace(b"\n", end), *keys) == there


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    for keys, expected in YAML_KEYS:
        assert _read(b"\xef\xbb\xbf" + YAML, *keys) == expected


TOML = b"""+++
title = "NLP \\u00e9" # note
excerpt = 'lit "eral"'
date = 2020-03-16
draft = false
count = "12"
tags = ["one", # note
  'two', 3, ["inner"]]
image.caption = '''
It's
long'''
"og title" = "Dotted"
table = { a = "x # y", b = { c = "deep" } }
[params]
note = \"\"\"a "quoted\\
   word\"\"\"\"
[[authors]]
name = "Ada"
[[authors]]
name = "Lin"
[authors.social]
bio = "Bio"
+++
"""
TOML_KEYS: list[tuple[tuple[str, ...], list[tuple[str, str, bytes]]]] = [
    (("title", "date", "draft", "count"), [("title", "NLP é", b'"NLP \\u00e9"')]),
    (("excerpt",), [("excerpt", 'lit "eral"', b"'lit \"eral\"'")]),
    (("tags",), [("tags.0", "one", b'"one"'), ("tags.1", "two", b"'two'")]),
    (("tags.*.0",), [("tags.3.0", "inner", b'"inner"')]),
    (("image.caption",), [("image.caption", "It's\nlong", b"'''\nIt's\nlong'''")]),
    (("og title",), [("og title", "Dotted", b'"Dotted"')]),
    (("table", "params"), []),
    (
        ("table.a", "table.*.c"),
        [("table.a", "x # y", b'"x # y"'), ("table.b.c", "deep", b'"deep"')],
    ),
    (("params.note",), [("params.note", 'a "quotedword"', b'"""a "quoted\\\n   word""""')]),
    (
        ("authors.*.name",),
        [("authors.0.name", "Ada", b'"Ada"'), ("authors.1.name", "Lin", b'"Lin"')],
    ),
    (("authors.1.social.bio",), [("authors.1.social.bio", "Bio", b'"Bio"')]),
]


@pytest.mark.parametrize(("keys", "expected"), TOML_KEYS)
def test_toml(keys: tuple[str, ...], expected: list[tuple[str, str, bytes]]) -> None:
    assert _read(TOML, *keys) == expected


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_toml_with_other_line_ends(end: bytes) -> None:
    for keys, expected in TOML_KEYS:
        there = [(key, value, raw.replace(b"\n", end)) for key, value, raw in expected]
        assert _read(TOML.replace(b"\n", end), *keys) == there
