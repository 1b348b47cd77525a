"""All monotone alignments of two sequences at once, and the one to expect the most of.

A pair hidden Markov model (Durbin, Eddy, Krogh and Mitchison 1998, chapter 4) whose matching
state emits the beads of Gale and Church 1993: one or several passages of either side. The
forward-backward algorithm gives each link its posterior probability; the alignment chosen
maximises the expected number of right links (Holmes and Durbin 1998), which is what F measures.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log1p

_MINUS = float("-inf")
_OPEN = -3.6  # log odds to begin leaving out passages of one side
_MORE = -0.5  # to go on so
_SWITCH = -2.7  # to leave out passages of the other side next to them
_GAMMA = 0.45  # the least posterior probability of a link worth its risk

Bead = tuple[int, int, float]  # passages taken of either side, log odds
Band = Sequence[tuple[int, int]]  # for each row 0..n the first and last column, inclusive


@dataclass(frozen=True, slots=True)
class Chosen:
    """Passages ``source`` and ``target`` (half-open ranges) and the probability of the link."""

    source: tuple[int, int]
    target: tuple[int, int]
    posterior: float


class Lattice:
    """The cells of a band; every path leads from its first to its last corner."""

    __slots__ = ("_band", "_beads", "_into_x", "_into_y", "_m", "_n")

    def __init__(
        self,
        band: Band,
        beads: Callable[[int, int], Sequence[Bead]],
        ease: tuple[Sequence[float], Sequence[float]],
    ) -> None:
        """``beads(i, j)`` gives those that end before passages ``i`` and ``j``.

        ``ease`` is for each passage of either side what speaks for a part left out to begin there.
        """
        self._band = band
        self._n, self._m = len(ease[0]), len(ease[1])
        self._into_x, self._into_y = ([_OPEN + each for each in side] for side in ease)
        self._beads = [
            [beads(i, j) for j in range(low, high + 1)] for i, (low, high) in enumerate(band)
        ]

    def links(self) -> dict[tuple[int, int], float]:
        """Return the posterior probability of every link (source, target) above one percent."""
        ahead, behind = self._forward(), self._backward()
        total = _sum3(*(state[-1][-1] for state in ahead))
        found: dict[tuple[int, int], float] = {}
        for i, (low, _) in enumerate(self._band):
            for at, beads in enumerate(self._beads[i]):
                if not beads:
                    continue
                j = low + at
                after = behind[0][i][at]
                for a, b, weight in beads:
                    before = self._before(ahead, i - a, j - b)
                    value = before + weight + after - total
                    if value > -5:
                        share = exp(min(0.0, value))
                        for s in range(i - a, i):
                            for t in range(j - b, j):
                                found[s, t] = found.get((s, t), 0.0) + share
        return {link: min(1.0, share) for link, share in found.items() if share > 0.01}

    def _before(self, ahead: tuple[list[list[float]], ...], i: int, j: int) -> float:
        low, high = self._band[i]
        if not low <= j <= high:
            return _MINUS
        at = j - low
        return _sum3(ahead[0][i][at], ahead[1][i][at], ahead[2][i][at])

    def _forward(self) -> tuple[list[list[float]], ...]:
        """Return log sums over all paths to each cell, by state: matched, source or target left."""
        match: list[list[float]] = []
        ours: list[list[float]] = []
        theirs: list[list[float]] = []
        states = (match, ours, theirs)
        for i, (low, high) in enumerate(self._band):
            for state in states:
                state.append([_MINUS] * (high - low + 1))
            for j in range(low, high + 1):
                at = j - low
                if i == 0 and j == 0:
                    match[0][0] = 0.0
                    continue
                value = _MINUS
                for a, b, weight in self._beads[i][at]:
                    value = _add(value, self._before(states, i - a, j - b) + weight)
                match[i][at] = value
                if i and self._band[i - 1][0] <= j <= self._band[i - 1][1]:
                    up = j - self._band[i - 1][0]
                    ours[i][at] = _sum3(
                        match[i - 1][up] + self._into_x[i - 1],
                        ours[i - 1][up] + _MORE,
                        theirs[i - 1][up] + _SWITCH,
                    )
                if at:
                    theirs[i][at] = _sum3(
                        match[i][at - 1] + self._into_y[j - 1],
                        theirs[i][at - 1] + _MORE,
                        ours[i][at - 1] + _SWITCH,
                    )
        return states

    def _backward(self) -> tuple[list[list[float]], ...]:
        """Return log sums over all paths from each cell and state to the last corner."""
        sizes = [high - low + 1 for low, high in self._band]
        match = [[_MINUS] * size for size in sizes]
        ours = [[_MINUS] * size for size in sizes]
        theirs = [[_MINUS] * size for size in sizes]
        through = [[_MINUS] * size for size in sizes]  # by a bead next, whatever came before
        for i in range(self._n, -1, -1):
            low, high = self._band[i]
            for j in range(high, low - 1, -1):
                at = j - low
                bead = through[i][at]
                if i == self._n and j == self._m:
                    match[i][at] = ours[i][at] = theirs[i][at] = bead = 0.0
                else:
                    down = right = _MINUS
                    if i < self._n and self._band[i + 1][0] <= j <= self._band[i + 1][1]:
                        down = ours[i + 1][j - self._band[i + 1][0]]
                    if j < high:
                        right = theirs[i][at + 1]
                    opening = self._into_x[i] if i < self._n else 0.0
                    other = self._into_y[j] if j < self._m else 0.0
                    match[i][at] = _sum3(bead, down + opening, right + other)
                    ours[i][at] = _sum3(bead, down + _MORE, right + _SWITCH)
                    theirs[i][at] = _sum3(bead, down + _SWITCH, right + _MORE)
                for a, b, weight in self._beads[i][at]:
                    first, last = self._band[i - a]
                    if first <= j - b <= last:
                        spot = j - b - first
                        row = through[i - a]
                        row[spot] = _add(row[spot], weight + match[i][at])
        return match, ours, theirs

    def choose(self, links: dict[tuple[int, int], float]) -> list[Chosen]:
        """Return the beads of the path that gains most from links, in order."""
        best: list[list[float]] = []
        steps: list[list[tuple[int, int]]] = []
        for i, (low, high) in enumerate(self._band):
            best.append([_MINUS] * (high - low + 1))
            steps.append([(0, 0)] * (high - low + 1))
            for j in range(low, high + 1):
                at = j - low
                value, step = (0.0, (0, 0)) if i == 0 and j == 0 else (_MINUS, (0, 0))
                if at and best[i][at - 1] > value:
                    value, step = best[i][at - 1], (0, 1)
                if i and self._band[i - 1][0] <= j <= self._band[i - 1][1]:
                    up = best[i - 1][j - self._band[i - 1][0]]
                    if up > value:
                        value, step = up, (1, 0)
                for a, b, _ in self._beads[i][at]:
                    first, last = self._band[i - a]
                    if first <= j - b <= last:
                        gain = best[i - a][j - b - first] + _gain(links, i, j, a, b)
                        if gain > value:
                            value, step = gain, (a, b)
                best[i][at], steps[i][at] = value, step
        chosen: list[Chosen] = []
        i, j = self._n, self._m
        while i or j:
            a, b = steps[i][j - self._band[i][0]]
            if a and b:
                mean = _mean(links, i, j, a, b)
                chosen.append(Chosen((i - a, i), (j - b, j), mean))
            i, j = i - a, j - b
        return chosen[::-1]


def _gain(links: dict[tuple[int, int], float], i: int, j: int, a: int, b: int) -> float:
    return sum(links.get((s, t), 0.0) - _GAMMA for s in range(i - a, i) for t in range(j - b, j))


def _mean(links: dict[tuple[int, int], float], i: int, j: int, a: int, b: int) -> float:
    return sum(links.get((s, t), 0.0) for s in range(i - a, i) for t in range(j - b, j)) / (a * b)


def _add(first: float, second: float) -> float:
    """Return the logarithm of the sum of two numbers given by their logarithms."""
    if first < second:
        first, second = second, first
    if second == _MINUS or second - first < -20:
        return first
    return first + log1p(exp(second - first))


def _sum3(first: float, second: float, third: float) -> float:
    return _add(_add(first, second), third)
