"""Tables that the parser reads as paragraphs, while other programs see their cells.

kramdown needs neither outer pipes nor a delimiter row; markdown-it and cmark-gfm take tables
that interrupt a paragraph, or whose cells are set off by tabs.
"""

import re
from collections.abc import Iterator

_LINE = re.compile(rb"[^\r\n]*")
_SIGN = re.compile(rb"\\.|`+|\$\$|\|")
_RULE = re.compile(rb"[ \t>|+:=-]+\Z")
_DELIMITER_ROW = re.compile(rb"^[ \t>|:-]*-[ \t|:-]*\r?$", re.M)


def read_cells(data: bytes, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the cells of the table that kramdown sees in ``data[start:end]``; () for none.

    Every line must hold a pipe outside code, math and escapes (kramdown's `TABLE_LINE`);
    lines that only draw rules have no cells.
    """
    cells: list[tuple[int, int]] = []
    for first, last in _lines(data, start, end):
        pipes = list(_pipes(data, first, last))
        if not pipes:
            return ()
        if not _RULE.match(data, first, last):
            cells += _between(data, first, last, pipes)
    return tuple(cells)


def split_at_table(
    data: bytes, start: int, end: int
) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """Return where the paragraph ends that stands before a GFM table, and the table's cells.

    None where ``data[start:end]`` holds no delimiter row with a pipe or colon.
    """
    row = next(
        (m for m in _DELIMITER_ROW.finditer(data, start, end) if b"|" in m[0] or b":" in m[0]), None
    )
    if row is None:
        return None
    lines = list(_lines(data, start, end))
    below = next((at for at, (first, _) in enumerate(lines) if first >= row.start()), 0)
    head = max(below - 1, 0)
    cells: list[tuple[int, int]] = []
    for first, last in lines[head:]:
        if not _RULE.match(data, first, last):
            cells += _between(data, first, last, list(_pipes(data, first, last)))
    return (lines[head - 1][1] if head else start), tuple(cells)


def _lines(data: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    while position < end and (line := _LINE.match(data, position, end)):
        yield line.span()
        position = line.end() + (2 if data[line.end() : line.end() + 2] == b"\r\n" else 1)


def _pipes(data: bytes, start: int, end: int) -> Iterator[int]:
    """Yield where pipes stand outside escapes, code and math."""
    closing: bytes = b""
    held: list[int] = []
    for match in _SIGN.finditer(data, start, end):
        sign = match[0]
        if sign == b"|":
            if closing:
                held.append(match.start())
            else:
                yield match.start()
        elif sign[:1] in b"`$":
            if not closing:
                closing = sign
            elif sign == closing:
                closing, held = b"", []
    yield from held  # what was opened never closed


def _between(data: bytes, start: int, end: int, pipes: list[int]) -> Iterator[tuple[int, int]]:
    for first, last in zip([start, *(at + 1 for at in pipes)], [*pipes, end], strict=True):
        raw = data[first:last]
        left = first + len(raw) - len(raw.lstrip(b" \t>"))
        right = last - (len(raw) - len(raw.rstrip(b" \t")))
        if left < right:
            yield left, right
