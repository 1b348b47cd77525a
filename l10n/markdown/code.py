"""Where code stands, for scanners that must not look inside it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

_TOKEN = re.compile(
    rb"^(?P<lead>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)"
    rb"(?P<fence>`{3,}(?=[^`\r\n]*\r?$)|~{3,})|(?P<ticks>`+)|(?P<comment><!--)|\\[\\`<]",
    re.M,
)
_FENCE_LINE = re.compile(rb"^[ \t>]*(`{3,}|~{3,})[ \t]*\r?$", re.M)
_OUTSIDE_QUOTE = re.compile(rb"^(?![ \t]*>)", re.M)
_TICKS = re.compile(rb"`+")
_BLANK_LINE = re.compile(rb"\n[ \t>]*\r?(?=\n)")


def code_spans(data: bytes) -> Sequence[tuple[int, int]]:
    """Return the byte ranges of fenced code, inline code and HTML comments, in order.

    Good enough to keep a scanner for tags and braces out; Markdown itself is parsed elsewhere.
    Takes time linear in the size of ``data``, whatever stands in it.
    """
    if b"`" not in data and b"~~~" not in data and b"<!--" not in data:
        return ()
    spans: list[tuple[int, int]] = []
    runs: dict[int, list[int]] = {}
    for match in _TICKS.finditer(data):
        runs.setdefault(match.end() - match.start(), []).append(match.start())
    position = 0
    paragraph_end = comment_end = -1
    while token := _TOKEN.search(data, position):
        start, position = token.start(token.lastgroup or 0), token.end()
        if token["fence"]:
            position = _fence_end(data, token)
        elif token["ticks"]:
            if paragraph_end < start:
                blank = _BLANK_LINE.search(data, start)
                paragraph_end = blank.start() if blank else len(data)
            width = position - start
            starts = runs.get(width, [])
            at = bisect_left(starts, position)
            if at == len(starts) or starts[at] > paragraph_end:
                continue
            position = starts[at] + width
        elif token["comment"]:
            if comment_end < position:
                comment_end = data.find(b"-->", position)
                if comment_end < 0:
                    comment_end = len(data)
            if comment_end == len(data):
                continue
            position = comment_end + 3
        else:
            continue
        spans.append((start, position))
    return spans


def _fence_end(data: bytes, opening: re.Match[bytes]) -> int:
    """Return where the fenced code ends: at its closing line, its quote's end, or the end."""
    fence = opening["fence"]
    limit = len(data)
    line_end = data.find(b"\n", opening.end())
    if line_end < 0:
        return limit
    if b">" in opening["lead"] and (outside := _OUTSIDE_QUOTE.search(data, line_end + 1)):
        limit = outside.start()
    for line in _FENCE_LINE.finditer(data, line_end + 1, limit):
        if line[1].startswith(fence):
            return line.end()
    return limit


def inside(spans: Sequence[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """Return the span of ``spans`` (in order, not overlapping) that holds ``offset``, if any."""
    at = bisect_right(spans, (offset, 1 << 62)) - 1
    return spans[at] if at >= 0 and spans[at][0] <= offset < spans[at][1] else None
