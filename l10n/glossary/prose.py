"""A message as plain words: one string without markup, and the way back to the message."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final
from unicodedata import normalize

from l10n.model.inline import Inline, Span

WALL: Final = "\ufffc"  # stands for code, an image or a placeholder: no term reaches across it
# Invisible: soft hyphen, zero-width blanks, bidi controls; Arabic and Hebrew vowel signs, which
# most texts leave out, and the Arabic kashida, which only stretches a word.
_INVISIBLE = (
    "\u00ad\u200b\u200e\u200f\u2060\ufeff\u061c\u202a-\u202e\u2066-\u2069"
    "\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
)
_SPECIAL = re.compile(
    r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
    r"|\\(?=[!-/:-@\[-`{-~])"
    rf"|[{_INVISIBLE}]+"
    r"|[\uff01-\uff5e]"
    r"|[^\W_][\u0300-\u036f\u3099\u309a]+"
)
_MARK_BEGINS = re.compile(r"\[[0-9]{1,3}\]")
_MARK_ENDS = re.compile(r".*\[[0-9]{1,3}\]$", re.S)


@dataclass(frozen=True, slots=True)
class Prose:
    """``text`` to look for words in; its character i is ``starts[i]:ends[i]`` of the message."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return the message's span of ``text[start:end]``, which is not empty."""
        return self.starts[start], self.ends[end - 1]


def prose_of(inline: Inline) -> Prose:
    """Return a message's words in reading order, escapes and entities resolved, NFC.

    Emphasis and link brackets vanish, so that a term may reach across them; what is no prose
    leaves a WALL. Full-width ASCII becomes ASCII; soft hyphens and the like are dropped.
    """
    if len(inline.texts) == 1:
        only = inline.texts[0]
        return fold(only.raw, only.span[0])
    spans = [
        each.span for group in (inline.code, inline.placeholders, inline.images) for each in group
    ]
    walls = sorted(start for start, _ in spans)
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last, kind = 0, ""
    for run in inline.texts:
        start, end = run.span
        parted = run.kind != kind or _parted(inline.text, walls, last, start)
        if text and (parted or _marked(inline.text, last, start)):
            text.append(WALL)
            starts.append(last)
            ends.append(start)
        piece = fold(run.raw, start)
        text.append(piece.text)
        starts.extend(piece.starts)
        ends.extend(piece.ends)
        last, kind = end, run.kind
    return Prose("".join(text), starts, ends)


def _parted(text: str, walls: Sequence[int], start: int, end: int) -> bool:
    """Tell whether more than markup stands between two runs."""
    index = bisect_left(walls, start)
    return (index < len(walls) and walls[index] < end) or "<br" in text[start:end]


def _marked(text: str, start: int, end: int) -> bool:
    """Tell whether a mark such as "[30]" begins or ends between two runs: no word goes on there."""
    return bool(
        _MARK_BEGINS.match(text, end - 1) or _MARK_ENDS.match(text[max(0, start - 4) : end])
    )


def fold(text: str, offset: int = 0) -> Prose:
    """Return ``text``, which begins at ``offset`` of its message, as prose."""
    if not _SPECIAL.search(text):
        return Prose(
            text, range(offset, offset + len(text)), range(offset + 1, offset + len(text) + 1)
        )
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for match in _SPECIAL.finditer(text):
        start, end = match.span()
        plain, new = text[last:start], _resolved(match[0])
        pieces += (plain, new)
        starts.extend(range(offset + last, offset + start))
        ends.extend(range(offset + last + 1, offset + start + 1))
        if new:
            starts.extend([offset + start] * len(new))
            ends.extend([offset + end] * len(new))
        last = end
    pieces.append(text[last:])
    starts.extend(range(offset + last, offset + len(text)))
    ends.extend(range(offset + last + 1, offset + len(text) + 1))
    return Prose("".join(pieces), starts, ends)


def _resolved(special: str) -> str:
    first = special[0]
    if first == "&":
        return unescape(special)
    if first == "\\":
        return ""
    if "\uff01" <= first <= "\uff5e":
        return chr(ord(first) - 0xFEE0)
    return normalize("NFC", special) if first.isalnum() else ""
