"""What stands at the edge of a run and is no business of translators is cut off."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.markdown.blocks import Run
from l10n.markdown.masks import Mask, Role

_TAG = re.compile(rb"<(/?)([A-Za-z][\w:-]*)[^>]*?(/?)>", re.S)
_VOID_TAGS = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
)  # https://html.spec.whatwg.org/#void-elements
# White space of ASCII and of Unicode (NBSP, the spaces of U+2000–200A, U+202F, U+3000 …).
_BLANK = rb"(?:[ \t\r\n]|\xc2\xa0|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe3\x80\x80)+"
_LEADING = re.compile(_BLANK)
_TRAILING = re.compile(_BLANK + rb"\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of markup inside a run: where it stands, its Role, and the name that pairs tags."""

    start: int
    end: int
    role: Role
    name: str = ""


def trim(data: bytes, run: Run, masks: Sequence[Mask]) -> tuple[int, int]:
    """Return the run's byte span without the markup at its edges that stays out of messages.

    Cut are comments, attribute lists, images without words, tags that close outside the run
    or open before it, and a pair of tags around the whole of it. Words are never cut.
    """
    start, end = _strip(data, run.start, run.end)
    pieces = _pieces(data, run, masks)
    if not pieces:
        return start, end
    partner = _partners(pieces)
    first, last = 0, len(pieces) - 1
    while first <= last:
        head, tail = pieces[first], pieces[last]
        if head.start == start and _cuttable(head, partner.get(first), last, tail.end == end):
            if partner.get(first) == last and last != first:
                end = tail.start
                last -= 1
            start = head.end
            first += 1
        elif tail.end == end and _cuttable(tail, partner.get(last), first, False):
            end = tail.start
            last -= 1
        else:
            break
        start, end = _strip(data, start, end)
    return start, max(start, end)


def _cuttable(piece: Piece, partner: int | None, opposite: int, at_edge: bool) -> bool:
    if piece.role in (Role.VOID, Role.BLOCK):
        return True
    if piece.role is Role.VALUE:
        return False
    return partner is None or (partner == opposite and at_edge)


def _strip(data: bytes, start: int, end: int) -> tuple[int, int]:
    if leading := _LEADING.match(data, start, end):
        start = leading.end()
    if trailing := _TRAILING.search(data, max(start, end - 64), end):
        end = trailing.start()
    return start, end


def _pieces(data: bytes, run: Run, masks: Sequence[Mask]) -> list[Piece]:
    pieces: list[Piece] = []
    if masks:
        at = bisect_left(masks, run.start, key=lambda mask: mask.start)
        while at < len(masks) and masks[at].start < run.end:
            mask = masks[at]
            pieces.append(Piece(mask.start, mask.end, mask.role, mask.name))
            at += 1
    pieces.extend(
        Piece(atom.start, atom.end, Role.VOID)
        if atom.image
        else _tag(data[atom.start : atom.end], atom.start, atom.end)
        for atom in run.atoms
    )
    pieces.sort(key=lambda piece: (piece.start, -piece.end))
    return [
        piece
        for at, piece in enumerate(pieces)
        if at == 0 or piece.start >= pieces[at - 1].end  # an image holds its own tags
    ]


def _tag(raw: bytes, start: int, end: int) -> Piece:
    match = _TAG.match(raw)
    if not match:
        return Piece(start, end, Role.VOID)
    name = match[2].decode().lower()
    if match[1]:
        return Piece(start, end, Role.CLOSE, name)
    if name in ("img", "input", "kbd"):
        return Piece(start, end, Role.VALUE)
    if match[3] or name in _VOID_TAGS:
        return Piece(start, end, Role.VOID)
    return Piece(start, end, Role.OPEN, name)


def _partners(pieces: Sequence[Piece]) -> dict[int, int]:
    """Return, for each paired tag, the index of the tag it pairs with."""
    partner: dict[int, int] = {}
    waiting: list[int] = []
    for at, piece in enumerate(pieces):
        if piece.role is Role.OPEN:
            waiting.append(at)
        elif piece.role is Role.CLOSE:
            for back in reversed(waiting):
                if pieces[back].name == piece.name:
                    partner[back], partner[at] = at, back
                    del waiting[waiting.index(back) :]
                    break
    return partner
