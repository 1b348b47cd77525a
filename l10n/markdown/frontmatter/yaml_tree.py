"""YAML as a tree of nodes that know their place, built from the parser's own events."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal, NamedTuple

from l10n.markdown.frontmatter.errors import not_utf8
from l10n.markdown.frontmatter.values import FrontMatter
from l10n.markdown.frontmatter.yaml_errors import yaml_error

# Deeper nesting is nobody's front matter, and recursion over a tree stays far from Python's limit.
_DEPTH = 100
_BLOCK = 256


class Node(NamedTuple):
    """One node; ``start`` and ``end`` count characters of the tree's text.

    A node begins at its anchor or tag, where it has one. ``items`` are a sequence's nodes, or a
    mapping's keys and values in turn. An alias carries the name of its anchor as value.
    """

    kind: Literal["scalar", "mapping", "sequence", "alias"]
    start: int
    end: int
    flow: bool = False  # written inside [ ] or { }
    value: str = ""
    style: str = ""  # of a scalar: "" ' " | >; of a collection: "" or "flow"
    tag: str | None = None
    items: tuple["Node", ...] = ()

    def pairs(self) -> Iterator[tuple["Node", "Node"]]:
        """Yield a mapping's keys and values."""
        return zip(self.items[::2], self.items[1::2], strict=True)


@dataclass(frozen=True, slots=True)
class Tree:
    """A front matter's text and its root, None where it says nothing.

    ``blocks`` are the offsets in the file of every 256th character.
    """

    text: str
    root: Node | None
    blocks: tuple[int, ...]

    def byte(self, index: int) -> int:
        """Return the offset in the file of character ``index`` of the text."""
        block = index // _BLOCK
        return self.blocks[block] + len(self.text[block * _BLOCK : index].encode())


def parse_yaml(data: bytes, front: FrontMatter, path: str) -> Tree:
    """Return the tree of ``front``; raises InputError at ``path:line`` where it is broken."""
    import yaml

    try:
        text = data[front.start : front.end].decode()
    except UnicodeDecodeError as error:
        raise not_utf8(data, front.start + error.start, path) from None
    # A BOM is nothing to YAML, but libyaml leaves it out of its marks.
    bare = text.lstrip("\ufeff")
    text, base = bare, front.start + 3 * (len(text) - len(bare))
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    # Events are of PyYAML's own classes, with untyped fields.
    events: Iterator[Any] = yaml.parse(text, Loader=loader)
    try:
        root = _build(events)
    except yaml.YAMLError as error:
        raise yaml_error(data, base, path, text, error) from None
    widths = (len(text[at : at + _BLOCK].encode()) for at in range(0, len(text), _BLOCK))
    return Tree(text, root, tuple(accumulate(widths, initial=base)))


def _build(events: Iterator[Any]) -> Node | None:
    """Return the root of the only document, or None where there is no document."""
    import yaml

    scalar_event: Any = yaml.ScalarEvent
    levels: list[list[Node]] = [[]]
    opened: list[Any] = []
    flow = 0
    event: Any
    for event in events:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, scalar_event):
            scalar = Node("scalar", start, end, flow > 0, event.value, event.style or "", event.tag)
            levels[-1].append(scalar)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(opened) == _DEPTH:
                raise _flaw(event, f"collections are nested more than {_DEPTH} deep")
            opened.append(event)
            levels.append([])
            flow += bool(event.flow_style)
        elif isinstance(event, yaml.CollectionEndEvent):
            items = tuple(levels.pop())
            flow -= bool(opened[-1].flow_style)
            levels[-1].append(_collection(opened.pop(), end, flow > 0, items))
        elif isinstance(event, yaml.AliasEvent):
            levels[-1].append(Node("alias", start, end, flow > 0, event.anchor or ""))
        elif levels[0] and isinstance(event, yaml.DocumentStartEvent):
            raise _flaw(event, "a second document begins inside it")
    return levels[0][0] if levels[0] else None


def _flaw(event: Any, said: str) -> Exception:
    import yaml

    return yaml.MarkedYAMLError(problem=said, problem_mark=event.start_mark)


def _collection(opening: Any, end: int, flow: bool, items: tuple[Node, ...]) -> Node:
    kind: Literal["mapping", "sequence"] = "sequence"
    if type(opening).__name__ == "MappingStartEvent":
        kind = "mapping"
    if not opening.flow_style:  # its own end mark lies beyond the comments that follow it
        end = items[-1].end if items else opening.end_mark.index
    style = "flow" if opening.flow_style else ""
    start = opening.start_mark.index
    return Node(kind, start, end, flow, style=style, tag=opening.tag, items=items)
