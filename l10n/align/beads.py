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
_SPLIT = 0.3  # translators rather split a passage than add one, where sources do grow
_HEADED = -0.5  # a bold line above a text becomes a title of its own, or the other way round
_CROSSED = -7.0  # two for two
_SHORT, _UNLIKE = -2.5, -3.0  # the least of lengths and of tokens for titles, often put shortly
# Passages of either side that one bead may hold, but for one of each.
_SHAPES = (*((n, 1) for n in range(2, _MOST + 1)), *((1, n) for n in range(2, _MOST + 1)), (2, 2))
_FEW, _SAME = 5, 0.75  # words, and the share of them, that make a passage repeat another
_LEAST = -9.0  # beads below this are not worth keeping

Kind = tuple[str, int, bool, str, bool]  # all of prose that `kinds_fit` looks at


class Beads:
    """Weighs beads of one pair of posts."""

    __slots__ = ("_evidence", "_fits", "_kinds", "_lengths", "_prose", "_sides", "sums")

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
        self._prose = _runs(source), _runs(target)
        self._kinds = _kinds(source), _kinds(target)
        self._fits: dict[tuple[Kind, Kind], float] = {}
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
        most = self._prose[0][i], self._prose[1][j]
        if not most[0] or not most[1]:
            return found
        first, second = self.sums
        possible = self._lengths.possible
        for a, b in _SHAPES:
            if a > most[0] or b > most[1]:
                continue
            if possible(first[i] - first[i - a], second[j] - second[j - b]):
                weight = self._merged(i, j, a, b)
                if weight > _LEAST:
                    found.append((a, b, weight))
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
        price = _CROSSED if a == b else _MERGED[max(a, b)] + (_SPLIT if a < b else 0.0)
        if a + b == 3 and self._headed(i - a, j - b):
            price, fit = _HEADED, 0.3
        else:
            fit = 0.3
            for source in range(i - a, i):
                for target in range(j - b, j):
                    fit = min(fit, self._fit(source, target))
        value = price + self._lengths.fit(ours, theirs) + fit
        return value + self._evidence.spans(range(i - a, i), range(j - b, j))

    def _headed(self, source: int, target: int) -> bool:
        """Whether a text below a bold line on one side begins with a title on the other."""
        ours, theirs = self._sides[0][source], self._sides[1][target]
        return (ours.headed and theirs.family == "title") or (
            theirs.headed and ours.family == "title"
        )

    def _fit(self, source: int, target: int) -> float:
        """Return how well the kinds of two passages of prose fit one another."""
        kinds = self._kinds[0][source], self._kinds[1][target]
        if kinds not in self._fits:
            self._fits[kinds] = kinds_fit(self._sides[0][source], self._sides[1][target])
        return self._fits[kinds]


def _kinds(side: Sequence[Traits]) -> list[Kind]:
    return [
        (traits.family, traits.level, bool(traits.links), traits.ends, traits.bold)
        for traits in side
    ]


def _runs(side: Sequence[Traits]) -> list[int]:
    """Return how many passages of prose end before each passage without a break.

    What says nearly the same as the passage before it was pasted twice, and is no part of it.
    """
    runs = [0]
    for before, traits in zip((None, *side), side, strict=False):
        if traits.family not in PROSE:
            runs.append(0)
        elif before and _repeats(before, traits):
            runs.append(1)
        else:
            runs.append(runs[-1] + 1)
    return runs


def _repeats(before: Traits, traits: Traits) -> bool:
    both = len(before.words & traits.words)
    return both >= _FEW and both >= _SAME * max(len(before.words), len(traits.words))
