"""kramdown's tables without outer pipes, which CommonMark parsers read as paragraphs."""

import re
from collections.abc import Iterator

_LINE = re.compile(rb"[^\r\n]*")
_SKIPPED = re.compile(rb"\\.|(?P<ticks>`+).*?(?P=ticks)|\$\$.*?\$\$|(?P<pipe>\|)")
_RULE = re.compile(rb"[ \t|+:=-]+\Z")


def read_cells(data: bytes, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the cells of the table that kramdown sees in ``data[start:end]``; () for none.

    Every line must hold a pipe outside code, math and escapes (kramdown's `TABLE_LINE`);
    lines that only draw rules have no cells.
    """
    cells: list[tuple[int, int]] = []
    position = start
    while position < end:
        line = _LINE.match(data, position, end)
        if line is None:
            break
        pipes = [m.start() for m in _SKIPPED.finditer(data, *line.span()) if m["pipe"]]
        if not pipes:
            return ()
        if not _RULE.match(line[0].strip()):
            cells += _between(data, line.start(), line.end(), pipes)
        position = line.end() + (2 if data[line.end() : line.end() + 2] == b"\r\n" else 1)
    return tuple(cells)


def _between(data: bytes, start: int, end: int, pipes: list[int]) -> Iterator[tuple[int, int]]:
    for first, last in zip([start, *(at + 1 for at in pipes)], [*pipes, end], strict=True):
        raw = data[first:last]
        left = first + len(raw) - len(raw.lstrip(b" \t>"))
        right = last - (len(raw) - len(raw.rstrip(b" \t")))
        if left < right:
            yield left, right
