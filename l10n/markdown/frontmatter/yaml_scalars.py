"""The strings of a YAML front matter, each with its exact bytes."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from l10n.markdown.frontmatter.keys import below, has_letter
from l10n.markdown.frontmatter.values import FrontMatter, Scalar, Style
from l10n.markdown.frontmatter.yaml_quote import is_text
from l10n.markdown.frontmatter.yaml_tree import Node, Tree, parse_yaml

_TEXT_TAGS: Final = (None, "!", "tag:yaml.org,2002:str")
_STYLES: Final[dict[str, Style]] = {
    "": "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}
# Anchors and tags before a scalar, with the blanks, comments and line ends behind each.
_PROPERTIES = re.compile(r"(?:[&!][^ \t\r\n]*(?:[ \t\r\n]+#[^\r\n]*|[ \t\r\n])+)*+")
_LINE_END = re.compile(r"\r\n?|\n")


def read_yaml(
    data: bytes, front: FrontMatter, keys: Sequence[str], path: str
) -> tuple[Scalar, ...]:
    """Return the strings of ``front`` at ``keys``, in the order of the file."""
    tree = parse_yaml(data, front, path)
    if tree.root is None:
        return ()
    return tuple(scalar_of(tree, key, node) for key, node in _walk(tree.root, keys, ""))


def is_string(node: Node) -> bool:
    """Tell whether a scalar is text for every parser, not a number, a date or nothing."""
    return node.tag in _TEXT_TAGS and (
        node.style != "" or node.tag == _TEXT_TAGS[2] or is_text(node.value)
    )


def scalar_of(tree: Tree, key: str, node: Node) -> Scalar:
    """Return the Scalar of a string's ``node``, without its anchor and tag."""
    start, end = node.start, node.end
    if match := _PROPERTIES.match(tree.text, start, end):
        start = match.end()
    if node.style in "|>" and node.style:
        # The parser counts the blank lines below a block in; they are no part of our span.
        text = tree.text[start:end].rstrip(" \t\r\n")
        line_end = _LINE_END.search(tree.text, start + len(text), end)
        end = line_end.start() if line_end else end
    place = tree.byte(start), tree.byte(end)
    return Scalar(key, node.value, *place, _STYLES[node.style], node.flow)


def _walk(node: Node, patterns: Sequence[str], key: str) -> Iterator[tuple[str, Node]]:
    if node.kind == "mapping":
        for name, value in node.pairs():
            if name.kind == "scalar" and (rest := below(patterns, name.value)):
                yield from _offer(value, rest, f"{key}{name.value}")
    elif node.kind == "sequence":
        for index, item in enumerate(node.items):
            if rest := below(patterns, str(index)):
                yield from _offer(item, rest, f"{key}{index}")


def _offer(node: Node, rest: tuple[str, ...], key: str) -> Iterator[tuple[str, Node]]:
    if node.kind == "scalar":
        if "" in rest and is_string(node) and has_letter(node.value):
            yield key, node
    elif "" in rest and node.kind == "sequence":  # a key that names a list means its items
        for index, item in enumerate(node.items):
            named = ("",) if item.kind == "scalar" else below(rest, str(index))
            yield from _offer(item, named, f"{key}.{index}")
    else:
        yield from _walk(node, rest, f"{key}.")
