"""A message made ready for an engine: words, with numbered marks for all that may not change."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.engines.protection.pieces import Piece, Role, Syntax, flatten
from l10n.engines.protection.plain import spellings
from l10n.engines.protection.schemes import letter_for, write_mark, write_words
from l10n.model.engine import Scheme
from l10n.model.inline import Span


@dataclass(frozen=True, slots=True)
class Protected:
    """``text`` is what an engine is given. The rest is what `restore` needs.

    ``numbers`` has the number of each piece's mark, 0 for words.
    """

    text: str
    scheme: Scheme
    source: str
    pieces: tuple[Piece, ...]
    numbers: tuple[int, ...]
    spelled: dict[str, str]
    letter: str  # of the tokens
    edges: tuple[str, str]  # blanks before and behind the text

    @property
    def words(self) -> bool:
        """Whether there is anything to translate."""
        return any(
            piece.role is Role.TEXT and any(map(str.isalpha, piece.shown)) for piece in self.pieces
        )


def protect(source: str, syntax: Syntax, scheme: Scheme, keep: Sequence[Span] = ()) -> Protected:
    """Return the message ``source`` with marks in ``scheme``; ``keep`` are words that stay.

    Marks are numbered from 1 in reading order. The source of the idea of one numbered element
    for each protected part, and of pairs around words: XLIFF 2.1, section 4.7 (inline content).
    """
    pieces = flatten(syntax.parse(source), syntax.escapes, keep)
    numbers: list[int] = []
    opened: list[int] = []
    last = 0
    for piece in pieces:
        if piece.role is Role.TEXT:
            numbers.append(0)
        elif piece.role is Role.CLOSE:
            numbers.append(opened.pop())
        else:
            last += 1
            numbers.append(last)
            if piece.role is Role.OPEN:
                opened.append(last)
    letter = letter_for(source) if scheme is Scheme.TOKENS else ""
    written = _written(pieces, numbers, scheme, letter)
    text = written.strip(" \t")
    spelled: dict[str, str] = {}
    if syntax.escapes:
        for piece in pieces:
            if piece.role is Role.TEXT:
                spelled = {**spellings(piece.raw), **spelled}
    inner = source.strip(" \t")
    before, _, after = source.partition(inner) if inner else (source, "", "")
    return Protected(text, scheme, source, pieces, tuple(numbers), spelled, letter, (before, after))


def _written(pieces: Sequence[Piece], numbers: Sequence[int], scheme: Scheme, letter: str) -> str:
    """Return the text for the engine. Tokens are words of their own: blanks stand around them."""
    written: list[str] = []
    last: Piece | None = None
    for piece, number in zip(pieces, numbers, strict=True):
        if piece.role is Role.TEXT:
            new = write_words(scheme, piece.shown)
        else:
            new = write_mark(scheme, letter, piece.role, number, piece.shown)
        if scheme is Scheme.TOKENS and written and new and _apart(written[-1], last, new, piece):
            written.append(" ")
        if new:
            written.append(new)
            last = piece
    return "".join(written)


def _apart(before: str, last: Piece | None, after: str, piece: Piece) -> bool:
    """Whether a blank is to stand between two things, one of which is a token."""
    if before[-1].isspace() or after[0].isspace() or not last:
        return False
    if last.role is Role.OPEN or piece.role is Role.CLOSE or "break" in (last.kind, piece.kind):
        return True
    glued = before[-1].isalnum() and after[0].isalnum()
    return glued and not (last.role is Role.TEXT and piece.role is Role.TEXT)
