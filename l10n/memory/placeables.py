"""Placeables: numbers, addresses, code and kept terms, which a translation takes over as they are.

The word is the trade's (Trados, memoQ). Texts that differ in nothing else have one shape, and the
translation of one becomes that of the other by putting in what differs.
"""

import re
from collections import Counter
from collections.abc import Sequence

_PLAIN = (
    r"(?P<code>(?<!`)(?P<ticks>`+)(?!`).{1,999}?(?<!`)(?P=ticks)(?!`))"
    r"|\]\((?P<target><[^<>\n]{0,999}>|[^\s()]{1,999}(?:\([^\s()]{0,999}\)[^\s()]{0,999}){0,9})"
    r"|(?P<address>(?:(?:https?|ftp)://|mailto:|www\.)[^\s<>\"'`()\[\]|]{1,999}(?<![.,;:!?*_]))"
    r"|(?P<number>(?<![^\W\d_])\d+(?:[.,:/]\d+)*)"
)
_SIGNS = {"code": "\x01", "target": "\x02", "address": "\x02", "number": "\x03", "kept": "\x04"}
Pattern = re.Pattern[str]
PLAIN: Pattern = re.compile(_PLAIN, re.S)


def pattern_of(kept: Sequence[str]) -> Pattern:
    """Return what finds placeables, the words of ``kept`` among them."""
    if not kept:
        return PLAIN
    words = "|".join(map(re.escape, sorted(set(kept), key=len, reverse=True)))
    return re.compile(rf"{_PLAIN}|(?P<kept>(?<!\w)(?:{words})(?!\w))", re.S)


def shape(text: str, pattern: Pattern = PLAIN) -> str:
    """Return ``text`` with a sign for each placeable."""
    return "".join(_SIGNS[kind] if kind else piece for kind, piece in _pieces(text, pattern))


def substituted(old: str, new: str, target: str, pattern: Pattern = PLAIN) -> str | None:
    """Return ``target``, the translation of ``old``, as a translation of ``new``.

    The two have one shape. None where it would be a guess: what changed stands in the target
    more or less often than in the source, or became two different things.
    """
    before, after = _placeables(old, pattern), _placeables(new, pattern)
    if len(before) != len(after):
        return None
    became: dict[str, str] = {}
    for was, now in zip(before, after, strict=True):
        if became.setdefault(was, now) != now:
            return None
    pieces = _pieces(target, pattern)
    said = Counter(piece for kind, piece in pieces if kind)
    meant = Counter(before)
    if any(said[was] != meant[was] for was, now in became.items() if was != now):
        return None
    return "".join(became.get(piece, piece) if kind else piece for kind, piece in pieces)


def _placeables(text: str, pattern: Pattern) -> list[str]:
    return [piece for kind, piece in _pieces(text, pattern) if kind]


def _pieces(text: str, pattern: Pattern) -> list[tuple[str, str]]:
    """Return ``text`` in pieces with their kinds, "" for what is no placeable."""
    pieces: list[tuple[str, str]] = []
    at = 0
    for match in pattern.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        if start > at:
            pieces.append(("", text[at:start]))
        pieces.append((kind, text[start:end]))
        at = end
    if at < len(text):
        pieces.append(("", text[at:]))
    return pieces
