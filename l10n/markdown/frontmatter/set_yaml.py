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
        found = {key.value: (key, value) for key, value in mapping.pairs() if key.kind == "scalar"}
        missing: dict[str, str | Wanted] = {}
        for name, want in wanted.items():
            if name not in found:
                missing[name] = want
                continue
            key, value = found[name]
            if isinstance(want, str) and is_text_node(value, want):
                continue
            if not isinstance(want, str) and value.kind == "mapping":
                inside = value.items[0].start if value.items else value.end
                self._check_anchor(value.start, inside, value, f"{above}{name}")
                yield from self.edits(value, want, f"{above}{name}.")
            elif isinstance(want, str) or is_null(value):
                self._check_anchor(value.start, value.end, value, f"{above}{name}")
                yield from self._replace(key, value, want)
            else:
                why = f"`{above}{name}` is not a mapping"
                below = f"{above}{name}.{next(iter(want))}"
                raise self._error(value, below, why)
        if missing:
            yield insertion(self.tree, mapping, missing, self.new_line)

    def _replace(self, key: Node, value: Node, want: "str | Wanted") -> Iterator[Edit]:
        new = flow_text(want, value.flow)
        if value.kind == "scalar":
            yield self._scalar(value, want, new)
        elif value.kind == "alias" or value.style == "flow":
            yield self._edit(value.start, value.end, new)
        else:
            yield from self._block(key, value, new)

    def _scalar(self, value: Node, want: "str | Wanted", new: str) -> Edit:
        before = self.tree.text[: value.start]
        if value.start == value.end:
            gap = "" if before[-1:].isspace() else " "
            new = gap + new if before.rstrip().endswith(":") else f": {new}"
            return self._edit(value.start, value.end, new)
        scalar = scalar_of(self.tree, "", value)
        if value.tag is not None:  # a tag goes with its value: it may not fit the new one
            return Edit(self.tree.byte(value.start), scalar.end, new.encode())
        if isinstance(want, str) and want != value.value:
            return write_scalar(self.data, scalar, want)
        return Edit(scalar.start, scalar.end, new.encode())

    def _block(self, key: Node, value: Node, new: str) -> Iterator[Edit]:
        """Replace a block collection: it goes with its lines, the value goes behind the colon."""
        text = self.tree.text
        first, colon = line_start(text, value.start), text.index(":", key.end) + 1
        if first > colon:  # a comment on the key's own line stays
            yield self._edit(colon, colon, f" {new}")
            yield self._edit(first, after_line(text, value.end), "")
        else:
            ended = value.end == after_line(text, value.end)
            yield self._edit(value.start, value.end, new + self.new_line * ended)

    def _edit(self, start: int, end: int, new: str) -> Edit:
        return Edit(self.tree.byte(start), self.tree.byte(end), new.encode())

    def _check_anchor(self, start: int, end: int, node: Node, key: str) -> None:
        """Raise InputError where ``text[start:end]`` anchors what is repeated elsewhere."""
        written = self.tree.text[start:end]
        if "&" in written and self.tree.root:
            for name in aliases(self.tree.root):
                if f"&{name}" in written:
                    raise self._error(node, key, f"its value is used again as `*{name}`")

    def _error(self, node: Node, key: str, why: str) -> InputError:
        return not_settable(self.data, self.tree.byte(node.start), self.path, key, why)


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
