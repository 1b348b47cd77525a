"""How strongly what two passages share, and do not share, says that they correspond.

Tokens that both posts hold are weighed as in naive Bayes: ``log(p / q)`` for one that both
passages have, ``log((1 - p) / (1 - q))`` for one that only one of them has, where ``p`` is how
often a token of its class survives translation and ``q`` how often one meets it by chance,
that is the share of passages holding it (the idea of inverse document frequency). Words of four
equal first letters count as cognates (Simard, Foster and Isabelle 1992).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from l10n.align.traits import Traits

# How often what begins so stands in the translation of a passage that has it, and how much it
# counts: words of one passage depend on one another, so that each tells less than it seems to.
_CLASSES = {
    "m": (0.9, 1.0),  # marks of a glossary or memory
    "u": (0.93, 1.0),  # addresses
    "r": (0.93, 1.0),  # addresses of notes
    "f": (0.9, 0.5),  # the last part of one, which its address says already
    "c": (0.85, 0.8),  # code
    "n": (0.85, 0.7),  # numbers
    "N": (0.75, 0.7),  # words with a capital or digit inside
    "C": (0.6, 0.5),  # capitalised words
    "w": (0.4, 0.3),  # other words
    "k": (0.3, 0.3),  # beginnings of words
    "d": (0.4, 0.3),  # pairs of characters where no blanks part words
    "e": (0.9, 1.0),  # symbols, emoji among them
    "l": (0.6, 0.5),  # pairs of words found to go together
}
_FIRM = "mucnNe"  # what should be on both sides
_RANK = {"w": 0, "C": 1, "N": 2}
# A short post tells little of how common a token is: as if it had as many passages more, that hold
# it this often.
_MORE, _SEEN = 12, 0.3
_HIGHEST, _LOWEST = 16.0, -12.0
_ABSENT = -3.0  # at most, for what should survive and is nowhere on the other side
_BELIEVED, _BELIEF = 0.6, 4.0  # how much should survive, before any is seen; for how many tokens

_Parts = dict[tuple[int, int], tuple[frozenset[str], float]]


class Evidence:
    """Weighs the tokens of two posts against one another; passages are named by index."""

    __slots__ = ("_absent", "_gains", "_losses", "_parts", "_totals", "rare", "shared")

    def __init__(
        self,
        source: Sequence[Traits],
        target: Sequence[Traits],
        known: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Learn from ``known`` pairs how much survives here, where there are any."""
        sides = _keys(source), _keys(target)
        counts = tuple(Counter(key for keys in side for key in keys) for side in sides)
        classes = _classes(source, target)
        self._gains: dict[str, float] = {}
        self._losses: dict[str, float] = {}
        self.rare: dict[str, int] = {}
        for key, number in counts[0].items():
            other = counts[1].get(key)
            if not other:
                continue
            p, weight = _CLASSES[classes.get(key, key[0])]
            q = max(
                (number + _SEEN) / (len(source) + _MORE), (other + _SEEN) / (len(target) + _MORE)
            )
            q = min(q, 0.95)
            if p > q:
                self._gains[key] = weight * log(p / q)
                self._losses[key] = weight * log((1 - p) / (1 - q))
                self.rare[key] = max(number, other)
        self.shared = tuple(
            tuple(frozenset(key for key in keys if key in self._gains) for keys in side)
            for side in sides
        )
        self._totals = tuple(
            tuple(sum(self._losses[key] for key in keys) for keys in side) for side in self.shared
        )
        self._parts: tuple[_Parts, _Parts] = ({}, {})
        firm = [_firm(traits) for traits in source], [_firm(traits) for traits in target]
        surviving = _surviving(firm, sides, counts, known)
        self._absent = tuple(
            tuple(_absent(keys, count, there, surviving) for keys in side)
            for side, count, there in zip(firm, counts, counts[::-1], strict=True)
        )

    def pair(self, source: int, target: int) -> float:
        """Return the log odds, in nats and within bounds, that two passages correspond."""
        lost = self._totals[0][source] + self._totals[1][target]
        lost += self._absent[0][source] + self._absent[1][target]
        return self._value(self.shared[0][source] & self.shared[1][target], lost)

    def spans(self, source: range, target: range) -> float:
        """Return the same for neighbouring passages taken together on either side."""
        ours, first = self._joined(0, source)
        theirs, second = self._joined(1, target)
        return self._value(ours & theirs, first + second)

    def _joined(self, side: int, part: range) -> tuple[frozenset[str], float]:
        """Return the tokens of some passages of a side, and what is lost where none is shared."""
        known = self._parts[side].get((part.start, part.stop))
        if known is None:
            keys = frozenset[str]().union(*(self.shared[side][at] for at in part))
            lost = sum(self._losses[key] for key in keys)
            known = keys, lost + sum(self._absent[side][at] for at in part)
            self._parts[side][part.start, part.stop] = known
        return known

    def _value(self, keys: Iterable[str], lost: float) -> float:
        """Return what ``keys`` gain, and what is lost by all that is not among them."""
        gained = 0.0
        gains, losses = self._gains, self._losses
        for key in keys:
            gained += gains[key]
            lost -= 2 * losses[key]  # of either side
        return min(_HIGHEST, gained) + max(_LOWEST, lost)


def _keys(side: Sequence[Traits]) -> list[set[str]]:
    """Return the tokens of each passage, words whatever their capitals."""
    return [
        {f"w{token[1:]}" if token[0] in _RANK else token for token in traits.tokens}
        for traits in side
    ]


def _classes(source: Sequence[Traits], target: Sequence[Traits]) -> dict[str, str]:
    """Return the class of each word: a name only where both sides write it as one."""
    sides: list[dict[str, int]] = []
    for side in (source, target):
        ranks: dict[str, int] = {}
        for traits in side:
            for token in traits.tokens:
                rank = _RANK.get(token[0])
                if rank is not None:
                    key = f"w{token[1:]}"
                    # A word that is written small anywhere is no name but for capitals inside.
                    known = ranks.get(key, rank)
                    ranks[key] = max(rank, known) if 2 in (rank, known) else min(rank, known)
        sides.append(ranks)
    names = "wCN"
    return {key: names[min(rank, sides[1].get(key, 0))] for key, rank in sides[0].items()}


def _firm(traits: Traits) -> dict[str, str]:
    """Return the tokens that should survive, as keys, with their classes."""
    return {
        f"w{token[1:]}" if token[0] == "N" else token: token[0]
        for token in traits.tokens
        if token[0] in _FIRM
    }


def _surviving(
    firm: tuple[list[dict[str, str]], list[dict[str, str]]],
    sides: tuple[list[set[str]], list[set[str]]],
    counts: tuple[Counter[str], ...],
    known: Sequence[tuple[int, int]],
) -> dict[str, float]:
    """Return for each class of tokens what share of them the other side of a pair holds too."""
    kept = dict.fromkeys(_FIRM, _BELIEVED * _BELIEF)
    seen = dict.fromkeys(_FIRM, _BELIEF)
    for first, second in known:
        for keys, others, count in (
            (firm[0][first], sides[1][second], counts[0]),
            (firm[1][second], sides[0][first], counts[1]),
        ):
            for key, name in keys.items():
                seen[name] += 1 / count[key]
                kept[name] += (key in others) / count[key]
    return {name: kept[name] / seen[name] for name in _FIRM}


def _absent(
    keys: dict[str, str], count: Counter[str], there: Counter[str], surviving: dict[str, float]
) -> float:
    """Return what it says that the other post lacks some of the tokens ``keys`` altogether."""
    lost = sum(
        _CLASSES[name][1] * log(1 - surviving[name]) / count[key]
        for key, name in keys.items()
        if key not in there
    )
    return max(_ABSENT, lost)
