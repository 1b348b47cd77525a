"""Where a post's front matter lies, if it has one."""

import re

from l10n.markdown.frontmatter.values import FrontMatter, Kind
from l10n.model.errors import InputError

_OPEN = re.compile(rb"(?:\xef\xbb\xbf)?(?:(---)|\+\+\+)[ \t]*(?:\r\n?|\n)")
# Searched from the opening line's own line end, so that an empty front matter is found too.
_CLOSE_YAML = re.compile(rb"[\r\n](?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")
_CLOSE_TOML = re.compile(rb"[\r\n]\+\+\+[ \t]*(?:\r\n?|\n|\Z)")
_EMPTY_LINES = re.compile(rb"(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n?|\n))*+")
# The first line of nearly every front matter there is: one key and its colon.
_KEY = re.compile(
    rb"""[ ]*(?:"[^"\\\r\n]*"|'[^'\r\n]*'|[^\s"'#\[\]{},&*!|>%@`:?-][^\r\n:#]*):(?=[ \t\r\n])"""
)
_LINE = re.compile(rb"[^\r\n]*")


def find_front_matter(data: bytes) -> FrontMatter | None:
    """Return the front matter at the very start of ``data`` (after a BOM), or None.

    One that is never closed is body, as for Jekyll and Hugo, and so is a ``---`` block that
    cannot be a YAML mapping: a thematic break with text below it. What looks like a mapping but
    is broken is front matter; reading it raises, so that a person hears of it.
    """
    opening = _OPEN.match(data)
    if opening is None:
        return None
    start = opening.end()
    kind: Kind = "yaml" if opening[1] else "toml"
    close = (_CLOSE_YAML if opening[1] else _CLOSE_TOML).search(data, start - 1)
    if close is None:
        return None
    front = FrontMatter(kind, start, close.start() + 1, close.end())
    if kind == "toml" or _KEY.match(data, start) or _is_mapping(data, front):
        return front
    return None


def _is_mapping(data: bytes, front: FrontMatter) -> bool:
    """Tell whether a YAML block is empty or a mapping, where its first line does not show it."""
    lines = _EMPTY_LINES.match(data, front.start, front.end)
    first = lines.end() if lines else front.start
    if first == front.end or _KEY.match(data, first):
        return True
    line = _LINE.match(data, first, front.end)
    head = line[0].lstrip(b" ") if line else b""
    # A mapping's first key ends on its own line, unless a sign announces something else.
    if b":" not in head and not head.startswith((b"{", b"?", b"&", b"!", b"%")):
        return False
    from l10n.markdown.frontmatter.yaml_tree import parse_yaml

    try:
        tree = parse_yaml(data, front, "")
    except InputError:
        return False
    return tree.root is None or tree.root.kind == "mapping"
