"""Adding keys at the end of a YAML mapping, in the layout it has."""

import re

from l10n.markdown.frontmatter.wanted import Wanted
from l10n.markdown.frontmatter.yaml_quote import quote
from l10n.markdown.frontmatter.yaml_tree import Node, Tree
from l10n.model.edit import Edit

_LINE_END = re.compile(r"\r\n?|\n")
_STEP = 2  # blanks of indentation where the file shows none of its own


def block_lines(wanted: Wanted, indent: int, new_line: str) -> str:
    """Return ``wanted`` as whole lines of a block mapping."""
    lines = []
    for name, want in wanted.items():
        head = " " * indent + quote(name, "plain") + ":"
        if isinstance(want, str):
            lines.append(f"{head} {quote(want, 'plain')}{new_line}")
        else:
            lines.append(head + new_line + block_lines(want, indent + _STEP, new_line))
    return "".join(lines)


def flow_text(want: "str | Wanted", flow: bool) -> str:
    """Return ``want`` as a value on one line: a scalar, or a flow mapping."""
    if isinstance(want, str):
        return quote(want, "plain", flow)
    return "{" + _flow_pairs(want) + "}"


def insertion(tree: Tree, mapping: Node, wanted: Wanted, new_line: str) -> Edit:
    """Return the Edit that adds ``wanted``, none of which is there, at the end of ``mapping``."""
    if mapping.style == "flow":
        place = mapping.items[-1].end if mapping.items else mapping.end - 1
        text = (", " if mapping.items else "") + _flow_pairs(wanted)
    else:
        place = len(tree.text) if mapping is tree.root else after_line(tree.text, mapping.end)
        text = block_lines(wanted, _indent(tree.text, mapping.items[0].start), new_line)
    return Edit(tree.byte(place), tree.byte(place), text.encode())


def line_start(text: str, place: int) -> int:
    """Return where the line that holds ``place`` begins."""
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1


def after_line(text: str, place: int) -> int:
    """Return where the line after the one that ends a node at ``place`` begins."""
    if text[place - 1 : place] in ("\n", "\r"):  # a block scalar ends behind its line
        return place
    end = _LINE_END.search(text, place)
    return end.end() if end else len(text)


def _indent(text: str, first_key: int) -> int:
    """Return the column of a block mapping: that of its first key, or of the ``?`` before it."""
    before = text[line_start(text, first_key) : first_key].rstrip(" \t")
    return len(before) - 1 if before.endswith("?") else first_key - line_start(text, first_key)


def _flow_pairs(wanted: Wanted) -> str:
    return ", ".join(
        f"{quote(name, 'plain', True)}: {flow_text(want, True)}" for name, want in wanted.items()
    )
