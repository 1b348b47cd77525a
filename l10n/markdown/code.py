"""Where code stands, for scanners that must not look inside it."""

import re
from bisect import bisect_right
from collections.abc import Sequence

_CODE = re.compile(
    rb"^(?P<indent>[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*)(?P<fence>`{3,}|~{3,})(?P<info>[^\r\n]*)"
    rb"(?:\r?\n(?P<body>.*?))??(?:^[ \t>]*(?P=fence)[`~]*[ \t]*\r?$|\Z)"
    rb"|(?P<ticks>(?<![`\\])`+(?!`))(?:(?!\n[ \t]*\r?\n).)*?(?<!`)(?P=ticks)(?!`)"
    rb"|<!--.*?-->",
    re.M | re.S,
)


def code_spans(data: bytes) -> Sequence[tuple[int, int]]:
    """Return the byte ranges of fenced code, inline code and HTML comments, in order.

    Good enough to keep a scanner for tags and braces out; Markdown itself is parsed elsewhere.
    """
    return [match.span() for match in _CODE.finditer(data)]


def inside(spans: Sequence[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """Return the span of ``spans`` (in order, not overlapping) that holds ``offset``, if any."""
    at = bisect_right(spans, (offset, 1 << 62)) - 1
    return spans[at] if at >= 0 and spans[at][0] <= offset < spans[at][1] else None
