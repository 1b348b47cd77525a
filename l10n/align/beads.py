"""What it is worth to pair passages, alone or a few together."""

from collections.abc import Sequence
from itertools import accumulate

from l10n.align.evidence import Evidence
from l10n.align.kinds import PROSE, WORDED, kinds_fit
from l10n.align.lattice import Bead
from l10n.align.length import Lengths
from l10n.align.traits import Traits

_MOST = 5  # passages that one may be split into or merged from
_MERGED = (0.0, 0.0, -3.2, -4.2, -5.0, -5.8)  # log odds by number of passages on the larger side
_HEADED = -0.5  # a bold line above a text becomes a title of its own, or the other way round
_CROSSED = -7.0  # two for two
_SHORT, _UNLIKE = -2.5, -3.0  # the least of lengths and of tokens for titles, often put shortly
_LEAST = -9.0  # beads below this are not worth keeping


class Beads:
    """Weighs beads of one pair of posts."""

    __slots__ = ("_evidence", "_lengths", "_prose", "_sides", "sums")

    def __init__(
        self,
        source: Sequence[Traits],
        target: Sequence[Traits],
        evidence: Evidence,
        lengths: Lengths,
    ) -> None:
        self._sides = source, target
        self._evidence = evidence
        self._lengths = lengths
        self._prose = tuple([traits.family in PROSE for traits in side] for side in self._sides)
        self.sums = (
            list(accumulate((traits.length for traits in source), initial=0)),
            list(accumulate((traits.length for traits in target), initial=0)),
        )

    def ending(self, i: int, j: int) -> list[Bead]:
        """Return the beads whose last passages are ``i - 1`` and ``j - 1``."""
        if not i or not j:
            return []
        found: list[Bead] = []
        weight = self.single(i - 1, j - 1)
        if weight > _LEAST:
            found.append((1, 1, weight))
        if self._prose[0][i - 1] and self._prose[1][j - 1]:
            for more in range(2, _MOST + 1):
                for a, b in ((more, 1), (1, more)):
                    if a <= i and b <= j:
                        weight = self._merged(i, j, a, b)
                        if weight > _LEAST:
                            found.append((a, b, weight))
            if i > 1 and j > 1 and (weight := self._merged(i, j, 2, 2)) > _LEAST:
                found.append((2, 2, weight))
        return found

    def weight(self, source: range, target: range) -> float:
        """Return the log odds of pairing neighbouring passages of either side."""
        if len(source) == len(target) == 1:
            return self.single(source[0], target[0])
        return self._merged(source.stop, target.stop, len(source), len(target))

    def single(self, source: int, target: int) -> float:
        """Return the log odds of pairing one passage with one."""
        ours, theirs = self._sides[0][source], self._sides[1][target]
        shared = self._evidence.pair(source, target)
        titles = ours.family == theirs.family == "title"
        value = kinds_fit(ours, theirs) + (max(_UNLIKE, shared) if titles else shared)
        if ours.family in WORDED or theirs.family in WORDED:
            fit = self._lengths.fit(ours.length, theirs.length)
            value += max(_SHORT, fit) if titles else fit
        return value

    def _merged(self, i: int, j: int, a: int, b: int) -> float:
        sums = self.sums
        ours, theirs = sums[0][i] - sums[0][i - a], sums[1][j] - sums[1][j - b]
        if not self._lengths.possible(ours, theirs):
            return _LEAST
        if any(not prose for prose in self._prose[0][i - a : i]):
            return _LEAST
        if any(not prose for prose in self._prose[1][j - b : j]):
            return _LEAST
        sides = self._sides[0][i - a : i], self._sides[1][j - b : j]
        price = _CROSSED if a == b else _MERGED[max(a, b)]
        if a + b == 3 and any(
            one[0].headed and other[0].family == "title" for one, other in (sides, sides[::-1])
        ):
            price, fit = _HEADED, 0.3
        else:
            fit = min(0.3, *(kinds_fit(one, other) for one in sides[0] for other in sides[1]))
        value = price + self._lengths.fit(ours, theirs) + fit
        return value + self._evidence.spans(range(i - a, i), range(j - b, j))
