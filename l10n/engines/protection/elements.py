"""Tags of a message, paired where one opens what another closes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from l10n.engines.protection.role import Piece, Role

# What no translator touches is one SOLO with all that is inside.
_VERBATIM = frozenset("code kbd samp var pre script style svg math tt".split())
_UNTRANSLATED = re.compile(r"\btranslate\s*=\s*[\"']?no\b", re.I)


def pair_tags(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with tags that belong together as OPEN and CLOSE, the others as SOLO.

    A pair never crosses another mark, since only tags between the same marks are paired.
    """
    done: list[Piece] = []
    levels = [_Level()]
    for piece in pieces:
        level = levels[-1]
        if piece.kind == "tag open":
            level.frames.append((len(done), piece.shown))
            level.names[piece.shown] += 1
            done.append(_solo(piece))
        elif piece.kind == "tag close":
            _close(piece, done, level)
        else:
            done.append(_solo(piece) if piece.kind.startswith("tag") else piece)
            if piece.role is Role.OPEN:
                levels.append(_Level())
            elif piece.role is Role.CLOSE:
                levels.pop()
    return tuple(done)


@dataclass(slots=True)
class _Level:
    """The tags open inside one mark: where each stands and its name, and how many of each name."""

    frames: list[tuple[int, str]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)


def _close(piece: Piece, done: list[Piece], level: _Level) -> None:
    if not level.names[piece.shown]:
        done.append(_solo(piece))
        return
    name = ""
    while name != piece.shown:
        at, name = level.frames.pop()
        level.names[name] -= 1
    opening = done[at]
    if piece.shown in _VERBATIM or _UNTRANSLATED.search(opening.raw):
        raw = "".join(each.raw for each in done[at:]) + piece.raw
        done[at:] = [Piece(Role.SOLO, raw, "element")]
        return
    done[at] = Piece(Role.OPEN, opening.raw, "element")
    done.append(Piece(Role.CLOSE, piece.raw, "element"))


def _solo(piece: Piece) -> Piece:
    return Piece(Role.SOLO, piece.raw, "tag")
