"""How well two lengths fit one another.

After Gale and Church 1993 ("A program for aligning sentences in bilingual corpora"): the length
of a translation is its source's times a ratio, with a normal error. As passages are longer and
freer than sentences the error is taken of the logarithm. Gale and Church take the ratio of whole
texts, which misleads where one of them has grown since; ours is believed to be about one, scripts
being made comparable (`size_of`), until pairs are known that tell more.
"""

from collections.abc import Iterable, Sequence
from math import exp, log, sqrt
from unicodedata import category

_SPREAD = 0.28  # of the logarithm of long passages, before anything is known of the posts
_GRAIN = 5.0  # characters: short passages spread more
_DOUBT = 0.25  # deviation of the logarithm of the ratio, before anything is known of the posts
_SPREAD_BELIEF = 6.0  # pairs that the spread before is worth
_FLOOR = -6.0
_APART = 3.0  # times longer or shorter than expected, and no few passages make one


class Lengths:
    """The model of one pair of posts."""

    __slots__ = ("_mean", "_ratio", "_spread", "_wide")

    def __init__(self, target: Sequence[int], known: Iterable[tuple[int, int, float]] = ()) -> None:
        """Learn from ``known`` pairs of lengths, each with the probability that it is one."""
        pairs = sorted((log((b + _GRAIN) / (a + _GRAIN)), chance) for a, b, chance in known)
        number = sum(chance for _, chance in pairs)
        middle = _median(pairs)
        errors = sorted((abs(each - middle), chance) for each, chance in pairs)
        # The median error of a normal distribution is 0.6745 of its deviation.
        seen = min(0.6, max(0.18, _median(errors) / 0.6745))
        spread = sqrt((_SPREAD**2 * _SPREAD_BELIEF + seen**2 * number) / (_SPREAD_BELIEF + number))
        doubt = 1 / (1 / _DOUBT**2 + number / spread**2)  # variance that the ratio still has
        self._ratio = exp(middle * (1 - doubt / _DOUBT**2))
        self._spread = sqrt(spread**2 + doubt)
        logs = [log(each + _GRAIN) for each in target] or [0.0]
        self._mean = sum(logs) / len(logs)
        self._wide = max(0.7, sqrt(sum((each - self._mean) ** 2 for each in logs) / len(logs)))

    def possible(self, source: int, target: int) -> bool:
        """Whether ``target`` characters might render ``source`` ones: a quick look."""
        expected = source * self._ratio
        return expected < _APART * (target + _GRAIN) and target < _APART * (expected + _GRAIN)

    def fit(self, source: int, target: int) -> float:
        """Return the log odds that ``target`` letters render ``source`` ones."""
        size = log(target + _GRAIN)
        expected = log(source * self._ratio + _GRAIN)
        spread = sqrt(self._spread**2 + 0.9 / (min(source, target) + 3.0))
        error = (size - expected) / spread
        chance = (size - self._mean) / self._wide
        # A normal density with heavier tails: translators also shorten and explain.
        value = -0.5 * min(error * error, 4 + 2 * abs(error)) + 0.5 * chance * chance
        return max(_FLOOR, min(3.0, value + log(self._wide / spread)))


def size_of(text: str) -> int:
    """Return the length of a text in letters of an alphabet: its visible characters, at least 1.

    One Han character says about as much as three letters, one of kana or Hangul as two. Of the
    vowel signs of India and beyond those count that take room of their own.
    """
    size = 0
    for character in text:
        if character.isalnum():
            size += 1 if character < "\u1100" else _weight(ord(character))
        elif character >= "\u0900" and category(character) == "Mc":
            size += 1
    return max(1, size)


def _weight(code: int) -> int:
    if 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF:
        return 3
    if 0x3040 <= code <= 0x30FF or 0xAC00 <= code <= 0xD7A3:
        return 2
    return 1


def _median(values: Sequence[tuple[float, float]]) -> float:
    """Return the middle of sorted values with weights; 0 of none."""
    rest = sum(weight for _, weight in values) / 2
    for value, weight in values:
        rest -= weight
        if rest <= 0:
            return value
    return 0.0
