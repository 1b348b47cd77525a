"""From the bytes of a run to the msgid that translators read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_ESCAPED = re.compile(rb"(?<!\\)(?:\\\\)+\Z")
_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Text:
    """A run as text: ``hard_break`` and ``prefix`` are the bytes of its first hard line break."""

    msgid: str
    hard_break: bytes = b""
    prefix: bytes = b""


@lru_cache(maxsize=32)
def _line_break(depth: int) -> re.Pattern[bytes]:
    """A line end with the blanks before it and up to ``depth`` quote markers behind it."""
    marker = rb"(?:[ \t]*>){0,%d}" % depth if depth else b""
    return re.compile(rb"[ \t]*(\r\n|\n|\r)(" + marker + rb"[ \t]*)")


def read_text(
    data: bytes,
    start: int,
    end: int,
    depth: int = 0,
    breaks: Sequence[tuple[int, int]] = (),
    labels: Sequence[tuple[int, int, str]] = (),
    backslashes: bool = False,
) -> Text:
    """Return ``data[start:end]`` as translators see it.

    Soft line breaks become blanks, hard ones newlines; ``depth`` quote markers are dropped from
    continuation lines; shortcut and collapsed reference ``labels`` are written out in full,
    since translating the words of `[label]` would lose what it refers to. With ``backslashes``
    two backslashes before a line end are a hard break too (kramdown).
    """
    raw = data[start:end]
    if not labels and b"\n" not in raw and b"\r" not in raw:
        return Text(raw.decode())
    hard = {at for at, _ in breaks}
    changes: list[tuple[int, int, bytes]] = []  # offsets in raw
    first_break: tuple[bytes, bytes] | None = None
    for match in _line_break(depth).finditer(raw):
        begin = match.start()
        is_hard = start + begin in hard
        if start + begin - 1 in hard:  # a backslash before the line end
            begin, is_hard = begin - 1, True
        elif backslashes and (ending := _ESCAPED.search(raw, 0, begin)):
            begin, is_hard = ending.start(), True
        if is_hard and first_break is None:
            first_break = (raw[begin : match.end(1)], match[2])
        changes.append((begin, match.end(), b"\n" if is_hard else b" "))
    for begin, finish, kind in labels:
        if start <= begin and finish <= end:
            changes += _written_out(raw, begin - start, finish - start, kind, depth)
    changes.sort()
    pieces: list[bytes] = []
    position = 0
    for begin, finish, new in changes:
        pieces.append(raw[position:begin])
        pieces.append(new)
        position = max(position, finish)
    pieces.append(raw[position:])
    hard_break, prefix = first_break or (b"", b"")
    return Text(b"".join(pieces).decode(), hard_break, prefix)


def _written_out(
    raw: bytes, begin: int, end: int, kind: str, depth: int
) -> list[tuple[int, int, bytes]]:
    opening = raw.index(b"[", begin)
    closing = end - 1 if kind == "Shortcut" else raw.rindex(b"]", begin, end - 2)
    label = _line_break(depth).sub(b" ", raw[opening + 1 : closing])
    if not re.search(r"[^\W\d_]", re.sub(r"`+[^`]*`+", "", label.decode("utf-8", "replace"))):
        return []  # nothing a translator would touch
    at = end if kind == "Shortcut" else end - 1
    return [(at, at, b"[" + label + b"]" if kind == "Shortcut" else label)]


def line_ends(data: bytes) -> bytes:
    """Return the first line end of ``data``, or LF where it has none."""
    match = _LINE_END.search(data)
    return match[0] if match else b"\n"
