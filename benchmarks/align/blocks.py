"""The measure: blocks of non-blank lines, and which pairs of them an alignment names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")

Range = tuple[int, int]  # 1-based lines, inclusive
BlockPairs = frozenset[tuple[int, int]]


class Blocks:
    """The maximal runs of non-blank lines of one file."""

    def __init__(self, data: bytes) -> None:
        self._of: dict[int, int] = {}
        number, inside = -1, False
        for line, match in enumerate(_LINE.finditer(data), 1):
            blank = not match[0].strip()
            if not blank:
                number += not inside
                self._of[line] = number
            inside = not blank

    def touched(self, lines: Range) -> set[int]:
        """Return the numbers of the blocks that hold any of these lines."""
        return {self._of[line] for line in range(lines[0], lines[1] + 1) if line in self._of}


def block_pairs(
    pairs: Iterable[tuple[Iterable[Range], Iterable[Range]]], source: Blocks, target: Blocks
) -> BlockPairs:
    """Return every pair of blocks that pairs of line ranges touch."""
    return frozenset(
        (ours, theirs)
        for first, second in pairs
        for ours in set().union(*(source.touched(lines) for lines in first))
        for theirs in set().union(*(target.touched(lines) for lines in second))
    )


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares in 0..1; ``f`` is their harmonic mean."""

    precision: float
    recall: float
    f: float


def quality(found: BlockPairs, gold: BlockPairs) -> Quality:
    """Return how well pairs of blocks were found."""
    right = len(found & gold)
    precision, recall = right / max(1, len(found)), right / max(1, len(gold))
    return Quality(precision, recall, 2 * right / max(1, len(found) + len(gold)))
