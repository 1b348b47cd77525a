"""Setting keys in YAML front matter: Edits for what differs, and a proof of the result."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.markdown.frontmatter.errors import not_settable
from l10n.markdown.frontmatter.values import FrontMatter
from l10n.markdown.frontmatter.wanted import Wanted, nested
from l10n.markdown.frontmatter.write import write_scalar
from l10n.markdown.frontmatter.yaml_insert import (
    after_line,
    block_lines,
    flow_text,
    insertion,
    line_start,
)
from l10n.markdown.frontmatter.yaml_prove import is_proven
from l10n.markdown.frontmatter.yaml_scalars import is_string, scalar_of
from l10n.markdown.frontmatter.yaml_tree import Node, Tree, parse_yaml
from l10n.model.edit import Edit
from l10n.model.errors import InputError


def set_yaml(
    data: bytes, front: FrontMatter, values: Sequence[tuple[str, str]], new_line: str, path: str
) -> list[Edit]:
    """Return the Edits that set ``values``, those within a mapping before the one at its end."""
    tree = parse_yaml(data, front, path)
    wanted = nested(values)
    if tree.root is None:
        edits = [Edit(front.end, front.end, block_lines(wanted, 0, new_line).encode())]
    elif tree.root.kind == "mapping":
        edits = list(_Setter(data, tree, new_line, path).edits(tree.root, wanted))
    else:
        why = "the front matter is not a mapping"
        raise not_settable(data, front.start, path, values[0][0], why)
    if edits and not is_proven(data, front, tree, wanted, edits):
        why = "the YAML around it leaves no room"
        raise not_settable(data, edits[0].start, path, values[0][0], why)
    return edits


@dataclass(frozen=True, slots=True)
class _Setter:
    data: bytes
    tree: Tree
    new_line: str
    path: str

    def edits(self, mapping: Node, wanted: Wanted, above: str = "") -> Iterator[Edit]:
        """Yield the Edits of one mapping and those below it."""
        found = {name.value: (name, value) for name, value in mapping.pairs() if is_name(name)}
        missing: dict[str, str | Wanted] = {}
        for name, want in wanted.items():
            if name not in found:
                missing[name] = want
                continue
            key, value = found[name]
            if isinstance(want, str) and is_text_node(value, want):
                continue
            if not isinstance(want, str) and value.kind == "mapping":
                yield from self.edits(value, want, f"{above}{name}.")
            elif isinstance(want, str) or is_null(value):
                self._check_anchor(value, f"{above}{name}")
                yield from self._replace(key, value, want)
            else:
                why = f"`{above}{name}` is not a mapping"
                below = f"{above}{name}.{next(iter(want))}"
                raise self._error(value, below, why)
        if missing:
            yield insertion(self.tree, mapping, missing, self.new_line)

    def _replace(self, key: Node, value: Node, want: "str | Wanted") -> Iterator[Edit]:
        text = self.tree.text
        start, end = value.start, value.end
        new = flow_text(want, value.flow)
        if value.kind == "scalar" and start == end:
            gap = "" if text[start - 1].isspace() else " "
            new = f"{gap}{new}" if text[:start].rstrip().endswith(":") else f": {new}"
        elif value.kind == "scalar" and isinstance(want, str) and value.tag is None:
            scalar = scalar_of(self.tree, "", value)
            if value.value != want:
                yield write_scalar(self.data, scalar, want)
            else:  # a number or a date that is to become the text it looks like
                yield Edit(scalar.start, scalar.end, new.encode())
            return
        elif value.kind == "scalar":
            end = scalar_of(self.tree, "", value).end
            yield Edit(self.tree.byte(start), end, new.encode())
            return
        elif value.kind != "alias" and value.style != "flow":
            # A block collection goes with its lines; the value moves up behind the colon, before
            # the comment that may stand there.
            first, colon = line_start(text, start), text.index(":", key.end) + 1
            if first > colon:
                place = self.tree.byte(colon)
                yield Edit(place, place, f" {new}".encode())
                start, end, new = first, after_line(text, end), ""
            elif end == after_line(text, end):  # its last value ends behind its line
                new += self.new_line
        yield Edit(self.tree.byte(start), self.tree.byte(end), new.encode())

    def _check_anchor(self, value: Node, key: str) -> None:
        """Raise InputError where another part of the front matter repeats ``value``."""
        written = self.tree.text[value.start : value.end]
        if "&" in written and self.tree.root:
            for name in aliases(self.tree.root):
                if f"&{name}" in written:
                    raise self._error(value, key, f"its value is used again as `*{name}`")

    def _error(self, node: Node, key: str, why: str) -> InputError:
        return not_settable(self.data, self.tree.byte(node.start), self.path, key, why)


def is_name(node: Node) -> bool:
    """Tell whether a mapping's key can be named in the configuration."""
    return node.kind == "scalar"


def is_text_node(node: Node, text: str) -> bool:
    """Tell whether ``node`` already is the string ``text``."""
    return node.kind == "scalar" and is_string(node) and node.value == text


def is_null(node: Node) -> bool:
    """Tell whether nothing stands at a key."""
    return node.kind == "scalar" and not node.style and node.value.lower() in ("", "~", "null")


def aliases(node: Node) -> Iterator[str]:
    """Yield the names of the anchors that are used below ``node``."""
    if node.kind == "alias":
        yield node.value
    for item in node.items:
        yield from aliases(item)
