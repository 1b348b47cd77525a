"""From the bytes of a run to the msgid that translators read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LINE_END = re.compile(rb"\r\n|\n|\r")
_MARKERS = re.compile(rb"[ \t]*")
_QUOTE = re.compile(rb"[ \t]*>")
_WORD = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"`+[^`]*`+")


@dataclass(frozen=True, slots=True)
class Text:
    """A run as text: ``hard_break`` and ``prefix`` are the bytes of its first hard line break."""

    msgid: str
    hard_break: bytes = b""
    prefix: bytes = b""


def read_text(
    data: bytes,
    start: int,
    end: int,
    depth: int = 0,
    breaks: Sequence[int] = (),
    labels: Sequence[tuple[int, int]] = (),
    backslashes: bool = False,
) -> Text:
    """Return ``data[start:end]`` as translators see it.

    Soft line breaks become blanks, hard ones (starting at ``breaks``) newlines; ``depth`` quote
    markers are dropped from continuation lines; shortcut and collapsed reference ``labels`` are
    written out in full, since translating the words of `[label]` would lose what it refers to.
    With ``backslashes`` two backslashes before a line end are a hard break too (kramdown).
    """
    raw = data[start:end]
    if not labels and b"\n" not in raw and b"\r" not in raw:
        return Text(raw.decode())
    hard = set(breaks)
    changes: list[tuple[int, int, bytes]] = []  # offsets in raw
    first_break: tuple[bytes, bytes] | None = None
    for before, line_end, after in _line_breaks(raw, depth):
        begin = before
        is_hard = start + begin in hard
        if start + begin - 1 in hard:  # a backslash before the line end
            begin, is_hard = begin - 1, True
        elif backslashes and raw[max(begin - 2, 0) : begin] == b"\\\\" and _even(raw, begin):
            begin, is_hard = begin - 2, True
        if is_hard and first_break is None:
            first_break = (raw[begin:line_end], raw[line_end:after])
        changes.append((begin, after, b"\n" if is_hard else b" "))
    for begin, finish in labels:
        if start <= begin and finish <= end:
            changes += _written_out(raw, begin - start, finish - start, depth)
    hard_break, prefix = first_break or (b"", b"")
    return Text(_changed(raw, changes).decode(), hard_break, prefix)


def _line_breaks(raw: bytes, depth: int) -> Iterator[tuple[int, int, int]]:
    """Yield where the blanks before a line end start, where it ends, where the words go on."""
    for match in _LINE_END.finditer(raw):
        before = match.start()
        while before and raw[before - 1] in b" \t":
            before -= 1
        after = match.end()
        for _ in range(depth):
            marker = _QUOTE.match(raw, after)
            if not marker:
                break
            after = marker.end()
        blanks = _MARKERS.match(raw, after)
        yield before, match.end(), blanks.end() if blanks else after


def _even(raw: bytes, end: int) -> bool:
    """Whether an even number of backslashes stands before ``end``: none escapes what follows."""
    return (end - len(raw[:end].rstrip(b"\\"))) % 2 == 0


def _changed(raw: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    pieces: list[bytes] = []
    position = 0
    for begin, finish, new in sorted(changes):
        pieces += (raw[position:begin], new)
        position = max(position, finish)
    pieces.append(raw[position:])
    return b"".join(pieces)


def _written_out(raw: bytes, begin: int, end: int, depth: int) -> list[tuple[int, int, bytes]]:
    """Return the label to insert into `[label]` or `[label][]`, and where; one at most."""
    if raw.startswith(b"[]", end):  # the parser's range leaves these out
        end += 2
    collapsed = raw.endswith(b"[]", begin, end)
    closing = raw.rfind(b"]", begin, end - 2) if collapsed else end - 1
    opening = raw.find(b"[", begin, closing)
    if opening < 0 or (opening and raw[opening - 1] in b"]\\"):
        return []  # behind another bracket a full reference would be read otherwise
    inner = raw[opening + 1 : closing]
    breaks = [(before, after, b" ") for before, _, after in _line_breaks(inner, depth)]
    label = _changed(inner, breaks)
    if not _WORD.search(_CODE.sub("", label.decode("utf-8", "replace"))):
        return []  # nothing a translator would touch
    return [(end - 1, end - 1, label)] if collapsed else [(end, end, b"[" + label + b"]")]
