"""What stands at the edge of a run and is no business of translators is cut off."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.markdown.masks import Mask, Role
from l10n.markdown.runs import Atom

_TAG = re.compile(rb"<(/?)([A-Za-z][\w:-]*)[^>]*?(/?)>", re.S)
_VOID_TAGS = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
)  # https://html.spec.whatwg.org/#void-elements
# White space of ASCII and of Unicode (NBSP, the spaces of U+2000–200A, U+202F, U+3000 …).
_BLANK = (
    rb"(?:[ \t\r\n\f\v\x1c-\x1f]|\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]"
    rb"|\xe2\x81\x9f|\xe3\x80\x80)+"
)
_LEADING = re.compile(_BLANK)
_TRAILING = re.compile(_BLANK + rb"\Z")
_MAYBE_BLANK = frozenset(b" \t\r\n\f\v\x1c\x1d\x1e\x1f") | frozenset(range(0x80, 0x100))


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of markup inside a run: where it stands, its Role, and the name that pairs tags."""

    start: int
    end: int
    role: Role
    name: str = ""


class Trimmer:
    """Trims the runs of one masked body."""

    __slots__ = ("_data", "_masks", "_starts")

    def __init__(self, data: bytes, masks: Sequence[Mask]) -> None:
        self._data = data
        self._masks = masks
        self._starts = [mask.start for mask in masks]

    def trim(self, start: int, end: int, atoms: Sequence[Atom] = ()) -> tuple[int, int]:
        """Return the byte span of a run without the markup at its edges that no message needs.

        Cut are comments, attribute lists, images without words, tags that close outside the run
        or open before it, and a pair of tags around the whole of it. Words are never cut.
        """
        pieces = self._pieces(start, end, atoms)
        start, end = strip(self._data, start, end)
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
            start, end = strip(self._data, start, end)
        return start, max(start, end)

    def _pieces(self, start: int, end: int, atoms: Sequence[Atom]) -> list[Piece]:
        pieces: list[Piece] = []
        if not self._masks and not atoms:
            return pieces
        at = bisect_left(self._starts, start)
        while at < len(self._masks) and self._starts[at] < end:
            mask = self._masks[at]
            pieces.append(Piece(mask.start, mask.end, mask.role, mask.name))
            at += 1
        if not atoms:
            return pieces
        pieces.extend(
            Piece(atom.start, atom.end, Role.VOID)
            if atom.image
            else _tag(self._data[atom.start : atom.end], atom.start, atom.end)
            for atom in atoms
        )
        pieces.sort(key=lambda piece: (piece.start, -piece.end))
        outer: list[Piece] = []
        for piece in pieces:  # an image holds its own tags
            if not outer or piece.start >= outer[-1].end:
                outer.append(piece)
        return outer


def _cuttable(piece: Piece, partner: int | None, opposite: int, at_edge: bool) -> bool:
    if piece.role in (Role.VOID, Role.BLOCK):
        return True
    if piece.role is Role.VALUE:
        return False
    return partner is None or (partner == opposite and at_edge)


def strip(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Return ``start:end`` without the white space at its ends, of Unicode as well."""
    if start < end and data[start] in _MAYBE_BLANK and (match := _LEADING.match(data, start, end)):
        start = match.end()
    while start < end and data[end - 1] in _MAYBE_BLANK:
        match = _TRAILING.search(data, max(start, end - 48), end)
        if not match:
            break
        end = match.start()
    return start, end


def _tag(raw: bytes, start: int, end: int) -> Piece:
    match = _TAG.match(raw)
    if not match:
        return Piece(start, end, Role.VOID)
    name = match[2].decode("utf-8", "replace").lower()
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
    names: Counter[str] = Counter()
    for at, piece in enumerate(pieces):
        if piece.role is Role.OPEN:
            waiting.append(at)
            names[piece.name] += 1
        elif piece.role is Role.CLOSE and names[piece.name]:
            back = waiting.pop()
            while pieces[back].name != piece.name:
                names[pieces[back].name] -= 1
                back = waiting.pop()
            names[piece.name] -= 1
            partner[back], partner[at] = at, back
    return partner
