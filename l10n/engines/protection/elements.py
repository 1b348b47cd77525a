"""Tags of a message, paired where one opens what another closes."""

import re
from collections.abc import Sequence

from l10n.engines.protection.role import Piece, Role

# What no translator touches is one SOLO with all that is inside.
_VERBATIM = frozenset("code kbd samp var pre script style svg math tt".split())
_UNTRANSLATED = re.compile(r"\btranslate\s*=\s*[\"']?no\b", re.I)


def pair_tags(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with tags that belong together as OPEN and CLOSE, the others as SOLO.

    A pair never crosses another mark, since only tags between the same marks are paired.
    """
    done: list[Piece] = []
    frames: list[tuple[int, str]] = []  # where an opening mark or tag stands, and the tag's name
    for piece in pieces:
        if piece.kind == "tag open":
            frames.append((len(done), piece.shown))
            done.append(_solo(piece))
        elif piece.kind == "tag close":
            _close(piece, done, frames)
        elif piece.role is Role.OPEN:
            frames.append((len(done), "["))  # no tag has this name
            done.append(piece)
        elif piece.role is Role.CLOSE:
            while frames and frames.pop()[1] != "[":
                pass
            done.append(piece)
        else:
            done.append(_solo(piece) if piece.kind.startswith("tag") else piece)
    return tuple(done)


def _close(piece: Piece, done: list[Piece], frames: list[tuple[int, str]]) -> None:
    depth = len(frames) - 1
    while depth >= 0 and frames[depth][1] not in ("[", piece.shown):
        depth -= 1
    if depth < 0 or frames[depth][1] == "[":
        done.append(_solo(piece))
        return
    at = frames[depth][0]
    del frames[depth:]
    opening = done[at]
    if piece.shown in _VERBATIM or _UNTRANSLATED.search(opening.raw):
        raw = "".join(each.raw for each in done[at:]) + piece.raw
        done[at:] = [Piece(Role.SOLO, raw, "element")]
        return
    done[at] = Piece(Role.OPEN, opening.raw, "element")
    done.append(Piece(Role.CLOSE, piece.raw, "element"))


def _solo(piece: Piece) -> Piece:
    return Piece(Role.SOLO, piece.raw, "tag")
