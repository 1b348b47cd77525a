"""Whether marks of emphasis stand where every parser sees them.

Ours is more generous with ``~~`` than others; what a page is built with is not known.
"""

import re
import unicodedata
from collections.abc import Sequence

from l10n.engines.protection.role import Piece, Role

_RUN = re.compile(r"([*_~])\1*")
_KINDS = frozenset({"emphasis", "strong", "strikethrough"})


def flank(texts: Sequence[str], pieces: Sequence[Piece]) -> bool:
    """Whether every mark of emphasis opens or closes by the letter of CommonMark 0.31.2, 6.2.

    ``texts`` are the pieces as written.
    """
    if not any(piece.kind in _KINDS for piece in pieces):
        return True
    whole = "".join(texts)
    runs = ((match.start(), match.end()) for match in _RUN.finditer(whole))
    first = last = position = 0
    for text, piece in zip(texts, pieces, strict=True):
        end = position + len(text)
        if piece.kind in _KINDS:
            while last < end:
                first, last = next(runs)
            if not _stands(whole, first, last, piece.role is Role.OPEN):
                return False
        position = end
    return True


def _stands(text: str, start: int, end: int, opens: bool) -> bool:
    """Whether a whole row of signs has words on the right side."""
    outside, inside = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
    if not opens:
        outside, inside = inside, outside
    return not inside.isspace() and (
        not _punctuation(inside) or outside.isspace() or _punctuation(outside)
    )


def _punctuation(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"
