"""HTML blocks by kramdown's rules: from a block tag to the tag that closes it.

CommonMark ends them at a blank line and reads on; kramdown takes all of the element as it is,
and reads Markdown right behind it (`parse_block_html` of version 2.4, with its option off).
"""

import re
from collections.abc import Sequence

from l10n.markdown.code import code_spans, inside

_SPAN_ELEMENTS = (
    rb"a|abbr|acronym|b|bdo|big|br|button|cite|code|del|dfn|em|i|img|input|ins|kbd|label|mark"
    rb"|option|q|rb|rbc|rp|rt|rtc|ruby|samp|select|small|span|strong|sub|sup|u|time|tt|var"
)
_ATTRIBUTE = rb"\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:\w+|\"[^\"]*\"|'[^']*'))?"
_OPENING = re.compile(
    rb"^[ \t>]*(?:[-*+][ \t]+|\d+\.[ \t]+)*"
    rb"(?P<tag><(?!(?:" + _SPAN_ELEMENTS + rb")\b)(?P<name>[A-Za-z][\w:-]{0,30})"
    rb"(?:" + _ATTRIBUTE + rb")*\s*(?P<void>/?)>)",
    re.M | re.I,
)
_EMPTY = frozenset(
    b"area base basefont br col command embed frame hr img input isindex keygen link meta param "
    b"source track wbr".split()
)
_HOPELESS = 16  # names whose elements never close, before the search is given up


def find_html(data: bytes) -> tuple[tuple[int, int], ...]:
    """Return the byte ranges of the HTML blocks of ``data``, in order."""
    if b"<" not in data:
        return ()
    found: list[tuple[int, int]] = []
    hopeless: set[bytes] = set()
    code: Sequence[tuple[int, int]] | None = None
    position = 0
    while opening := _OPENING.search(data, position):
        position = opening.end()
        start = opening.start("tag")
        code = code_spans(data) if code is None else code
        name = opening["name"].lower()
        if name in hopeless or len(hopeless) > _HOPELESS or inside(code, start):
            continue
        end = position if opening["void"] or name in _EMPTY else _close(data, position, name)
        if end is None:
            hopeless.add(name)
        else:
            found.append((start, end))
            position = end
    return tuple(found)


def _close(data: bytes, position: int, name: bytes) -> int | None:
    """Return the offset behind the tag that closes the element ``name`` opened before."""
    depth = 1
    either = re.compile(rb"<(/?)" + re.escape(name) + rb"\b[^<>]*?(/?)>", re.I)
    for tag in either.finditer(data, position):
        depth += -1 if tag[1] else 0 if tag[2] else 1
        if not depth:
            return tag.end()
    return None
