"""The proof that Edits set keys in YAML and change nothing else: the result is read again."""

from collections.abc import Sequence

from l10n.markdown.frontmatter.values import FrontMatter
from l10n.markdown.frontmatter.wanted import Wanted
from l10n.markdown.frontmatter.yaml_scalars import is_string
from l10n.markdown.frontmatter.yaml_tree import Node, Tree, parse_yaml
from l10n.model.edit import Edit, apply_edits
from l10n.model.errors import InputError

# What a node says, free of place and style: nested tuples.
Content = tuple[object, ...]


def is_proven(
    data: bytes, front: FrontMatter, tree: Tree, wanted: Wanted, edits: Sequence[Edit]
) -> bool:
    """Tell whether ``data`` with ``edits`` reads as ``tree`` with ``wanted`` set."""
    growth = sum(len(edit.new) - (edit.end - edit.start) for edit in edits)
    end = front.end + growth
    try:
        new = parse_yaml(apply_edits(data, edits), FrontMatter("yaml", front.start, end, end), "")
    except (InputError, ValueError):
        return False
    return new.root is not None and _content(new.root) == _expected(tree.root, wanted)


def _content(node: Node) -> Content:
    if node.kind == "scalar":
        return ("text", node.value) if is_string(node) else (node.tag, node.style, node.value)
    if node.kind == "alias":
        return ("alias", node.value)
    return (node.kind, node.tag, *map(_content, node.items))


def _expected(node: Node | None, wanted: "str | Wanted") -> Content:
    """Return the content of ``node`` (None: nothing there yet) with ``wanted`` set in it."""
    if isinstance(wanted, str):
        return ("text", wanted)
    there = node if node is not None and node.kind == "mapping" else None
    items = [_content(item) for item in there.items] if there else []
    place = {}
    if there:
        for index, key in enumerate(there.items[::2]):
            if key.kind == "scalar":
                place[key.value] = 2 * index + 1
    for name, want in wanted.items():
        if name in place:
            old = there.items[place[name]] if there else None
            items[place[name]] = _expected(old, want)
        else:
            items += [("text", name), _expected(None, want)]
    return ("mapping", there.tag if there else None, *items)
