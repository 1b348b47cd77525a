"""How well two lengths fit one another.

After Gale and Church 1993 ("A program for aligning sentences in bilingual corpora"): the length
of a translation is its source's times a ratio, with a normal error. As passages are longer and
freer than sentences the error is taken of the logarithm, and the ratio and its spread are those
of the two posts at hand.
"""

from collections.abc import Iterable, Sequence
from math import exp, log, sqrt

_SPREAD = 0.28  # of the logarithm of long passages, before anything is known of the posts
_GRAIN = 5.0  # characters: short passages spread more
_FLOOR = -6.0
_APART = 3.0  # times longer or shorter than expected, and no few passages make one


class Lengths:
    """The model of one pair of posts."""

    __slots__ = ("_mean", "_ratio", "_spread", "_wide")

    def __init__(
        self,
        source: Sequence[int],
        target: Sequence[int],
        known: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Learn from all lengths, or from the ``known`` pairs of them where there are ten."""
        pairs = list(known)
        self._spread = _SPREAD
        if len(pairs) >= 10:
            ratios = sorted(log((b + _GRAIN) / (a + _GRAIN)) for a, b in pairs)
            self._ratio = exp(ratios[len(ratios) // 2])
            errors = sorted(abs(each - ratios[len(ratios) // 2]) for each in ratios)
            # The median error of a normal distribution is 0.6745 of its deviation.
            self._spread = min(0.6, max(0.18, errors[len(errors) // 2] / 0.6745))
        else:
            self._ratio = min(4.0, max(0.2, sum(target) / max(1, sum(source)) if target else 1.0))
        logs = [log(each + _GRAIN) for each in target] or [0.0]
        self._mean = sum(logs) / len(logs)
        self._wide = max(0.7, sqrt(sum((each - self._mean) ** 2 for each in logs) / len(logs)))

    def possible(self, source: int, target: int) -> bool:
        """Whether ``target`` characters might render ``source`` ones: a quick look."""
        expected = source * self._ratio
        return expected < _APART * (target + _GRAIN) and target < _APART * (expected + _GRAIN)

    def fit(self, source: int, target: int) -> float:
        """Return the log odds that ``target`` characters render ``source`` ones."""
        size = log(target + _GRAIN)
        expected = log(source * self._ratio + _GRAIN)
        spread = sqrt(self._spread**2 + 0.9 / (min(source, target) + 3.0))
        error = (size - expected) / spread
        chance = (size - self._mean) / self._wide
        # A normal density with heavier tails: translators also shorten and explain.
        value = -0.5 * min(error * error, 4 + 2 * abs(error)) + 0.5 * chance * chance
        return max(_FLOOR, min(3.0, value + log(self._wide / spread)))
