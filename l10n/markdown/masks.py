"""Masks: foreign syntax hidden from the Markdown parser behind bytes of the same length."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

INERT = (
    "ª"  # a letter to every parser, so flanking and links stay as around a word; no word of ours
)


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
    """The bytes ``start:end`` are not Markdown. ``name`` pairs OPEN with CLOSE."""

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
        return bytes(byte if byte in b"\r\n" else 0x20 for byte in raw)
    # Line ends inside an inline construct are hidden too: it is one word to its paragraph.
    letter = INERT.encode()
    return letter * (len(raw) // len(letter)) + b"0" * (len(raw) % len(letter))


def alone(data: bytes, start: int, end: int) -> bool:
    """Return whether nothing but blanks and quote markers shares the lines of ``start:end``."""
    before = data[max(data.rfind(b"\n", 0, start), data.rfind(b"\r", 0, start)) + 1 : start]
    after_end = min(
        (at for at in (data.find(b"\n", end), data.find(b"\r", end)) if at >= 0), default=len(data)
    )
    return not before.strip(b" \t>") and not data[end:after_end].strip(b" \t")
