"""A message as a row of pieces: words, and the marks around and between them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from l10n.engines.protection.elements import pair_tags
from l10n.engines.protection.plain import decode
from l10n.engines.protection.role import Piece, Role
from l10n.engines.protection.spans import Pair, pairs_of, solos_of
from l10n.model.inline import Inline, Span

__all__ = ("Piece", "Role", "Syntax", "flatten")

# An address among the words of a link, which are not read for addresses, or of a person.
_ADDRESS = re.compile(
    r"(?P<break>\r\n|\r|\n)|(?:[A-Za-z][A-Za-z0-9+.-]{1,31}://|www\.)[^\s<>]+"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:://[^\s<>]*)?"
)


@dataclass(frozen=True, slots=True)
class Syntax:
    """How the messages of a place are read and written; both belong to the dialect of the post.

    ``parse`` reads a message. ``start`` returns a line so that it cannot begin a block. Where
    ``escapes`` is false (front matter, attributes, HTML), nothing can make a sign literal.
    """

    parse: Callable[[str], Inline]
    start: Callable[[str], str]
    escapes: bool = True


def flatten(inline: Inline, escapes: bool = True, keep: Sequence[Span] = ()) -> tuple[Piece, ...]:
    """Return the pieces of a message, in order; their ``raw`` joined is its text.

    Every OPEN has its CLOSE, properly nested. ``keep`` are spans of words that become a SOLO of
    their own, where they lie in one run of words.
    """
    return pair_tags(list(_walk(inline, escapes, sorted(keep))))


def _walk(inline: Inline, escapes: bool, keep: Sequence[Span]) -> Iterator[Piece]:
    text = inline.text
    starts: list[tuple[int, int, Pair | Piece]] = [
        *((pair.start, -pair.end, pair) for pair in pairs_of(inline)),
        *((span[0], -span[1], piece) for span, piece in solos_of(inline)),
    ]
    starts.sort(key=lambda each: each[:2])
    open_pairs: list[Pair] = []
    position = 0

    def close(until: int) -> Iterator[Piece]:
        nonlocal position
        while open_pairs and open_pairs[-1].close <= until:
            pair = open_pairs.pop()
            yield from _words(text, position, pair.close, escapes, keep)
            yield Piece(Role.CLOSE, text[pair.close : pair.end], pair.kind)
            position = pair.end

    for start, end, item in starts:
        end = -end
        yield from close(start)
        if start < position or (open_pairs and end > open_pairs[-1].close):
            continue  # inside something that is whole already
        yield from _words(text, position, start, escapes, keep)
        if isinstance(item, Pair):
            yield Piece(Role.OPEN, text[start : item.open], item.kind)
            position = item.open
            open_pairs.append(item)
        else:
            yield item
            position = end
    yield from close(len(text))
    yield from _words(text, position, len(text), escapes, keep)


def _words(text: str, start: int, end: int, escapes: bool, keep: Sequence[Span]) -> Iterator[Piece]:
    """Yield a run of words, with line breaks, addresses and what is to be kept as SOLOs."""
    spots: list[tuple[int, int, str]] = [
        (match.start(), match.end(), "break" if match["break"] else "word")
        for match in _ADDRESS.finditer(text, start, end)
    ]
    spots += [(first, last, "keep") for first, last in keep if start <= first < last <= end]
    position = start
    for first, last, kind in sorted(spots):
        if first < position:
            continue
        if position < first:
            yield _text(text[position:first], escapes)
        raw = text[first:last]
        yield Piece(Role.SOLO, raw, kind, raw if kind == "keep" else "")
        position = last
    if position < end:
        yield _text(text[position:end], escapes)


def _text(raw: str, escapes: bool) -> Piece:
    return Piece(Role.TEXT, raw, "", decode(raw) if escapes else raw)
