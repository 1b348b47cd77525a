"""Masks: foreign syntax hidden from the Markdown parser behind bytes of the same length."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

# A letter to every parser, so flanking and links stay as around a word; no word of ours.
INERT = "ª"
_INERT_PAIR = INERT.encode()
_BLANK = bytes(byte if byte in b"\r\n" else 0x20 for byte in range(256))
_REST_OF_LINE = re.compile(rb"[ \t]*(?=[\r\n]|\Z)")


class Role(Enum):
    """What a masked construct is to the text around it."""

    BLOCK = "block"  # stands alone on its lines: becomes blank, and separates paragraphs
    OPEN = "open"  # an inline opening tag
    CLOSE = "close"  # an inline closing tag
    VOID = "void"  # markup that no translator needs to see at the edge of a message
    VALUE = "value"  # becomes text when rendered: part of the sentence


@dataclass(frozen=True, slots=True)
class Offer:
    """Words inside a masked construct: a directive's title, an attribute's value."""

    start: int
    end: int
    kind: str
    quote: bytes = b""
    script: bool = False  # quoted by the rules of JavaScript rather than those of HTML


@dataclass(frozen=True, slots=True)
class Mask:
    """The bytes ``start:end`` are not Markdown.

    ``name`` pairs OPEN with CLOSE; a construct that may hold words always has one.
    """

    start: int
    end: int
    role: Role
    name: str = ""
    offers: tuple[Offer, ...] = ()
    fill: bytes = b""  # stands for the construct instead of the usual blanks or inert letters


def settle(masks: Iterable[Mask]) -> tuple[Mask, ...]:
    """Return the masks in order of start, the outer one where two overlap."""
    kept: list[Mask] = []
    end = 0
    for mask in sorted(masks, key=lambda mask: (mask.start, -mask.end)):
        if mask.start >= end:
            kept.append(mask)
            end = mask.end
    return tuple(kept)


def cover(data: bytes, masks: tuple[Mask, ...]) -> bytes:
    """Return ``data`` with every mask filled in; the length and the line ends stay the same."""
    if not masks:
        return data
    pieces: list[bytes] = []
    position = 0
    for mask in masks:
        pieces.append(data[position : mask.start])
        pieces.append(_filling(data[mask.start : mask.end], mask))
        position = mask.end
    pieces.append(data[position:])
    return b"".join(pieces)


def _filling(raw: bytes, mask: Mask) -> bytes:
    if mask.fill:
        return mask.fill.ljust(len(raw))
    if mask.role is Role.BLOCK:
        return raw.translate(_BLANK)
    # Line ends inside an inline construct are hidden too: it is one word to its paragraph.
    return _INERT_PAIR * (len(raw) // 2) + b"0" * (len(raw) % 2)


def alone(data: bytes, start: int, end: int) -> bool:
    """Return whether nothing but blanks and quote markers shares the lines of ``start:end``."""
    while start > 0 and data[start - 1] in b" \t>":
        start -= 1
    return (start == 0 or data[start - 1] in b"\r\n") and bool(_REST_OF_LINE.match(data, end))


def paired(
    data: bytes, opening: re.Pattern[bytes], closing: dict[bytes, re.Pattern[bytes]]
) -> Iterator[tuple[re.Match[bytes], re.Match[bytes]]]:
    """Yield each match of ``opening`` with the next match of ``closing`` for its first group.

    What is opened inside such a pair is passed over. A name that never closes is looked for
    once, so that a thousand unclosed tags cost no more than one.
    """
    position = 0
    hopeless: set[bytes] = set()
    while match := opening.search(data, position):
        position = match.end()
        name = match[1].lower()
        if name in hopeless:
            continue
        if end := closing[name].search(data, position):
            yield match, end
            position = end.end()
        else:
            hopeless.add(name)
