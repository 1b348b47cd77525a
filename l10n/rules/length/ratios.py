"""How long the translations of a catalog are beside their sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt
from statistics import median

from l10n.model.inline import Inline
from l10n.model.unit import Unit

SHORTEST = 40  # characters of source; shorter ones vary too much to tell anything
_ENOUGH = 30  # messages from which a language's own measure is taken
_SPREAD = 0.12  # of the logarithm; no language is as even as a small catalog may look
_DENSE = frozenset({"zh", "ja", "ko", "yue"})


@dataclass(frozen=True, slots=True)
class Measure:
    """Middle and spread of log(translation ÷ source), both in characters of prose."""

    middle: float
    spread: float

    def distance(self, ratio: float, length: int) -> float:
        """Return how many spreads ``ratio`` (a logarithm) is from the middle.

        The spread is wider for short sources: words more or less count for more in them.
        """
        return (ratio - self.middle) / sqrt(self.spread**2 + 1 / length)


def size(side: Inline) -> int:
    """Return the number of characters of prose and code, addresses and tags left out."""
    texts = side.texts
    if len(texts) == 1 and not side.code:  # as in most messages
        return len(texts[0].raw)
    return sum([len(run.raw) for run in texts]) + sum([len(code.text) for code in side.code])


def ratio(unit: Unit) -> float | None:
    """Return log(translation ÷ source), or None where that would say nothing."""
    ours, theirs = size(unit.source), size(unit.target)
    if ours < SHORTEST or not theirs or unit.message.msgid == unit.message.msgstr:
        return None
    return log(theirs / ours)


def measured(units: Sequence[Unit]) -> tuple[Measure, list[tuple[Unit, float]]]:
    """Return measure(), and the ratio() of each Unit that has one."""
    ratios = [(unit, found) for unit in units if (found := ratio(unit)) is not None]
    return _measure(units, [found for _, found in ratios]), ratios


def measure(units: Sequence[Unit]) -> Measure:
    """Return what the catalog itself shows, or what is usual where it is too small for that.

    The spread is the median absolute deviation, times 1.4826 as for a normal distribution, so
    that a few damaged messages move nothing. What is usual comes from 1,775 segments of
    newsletters: translations of long ones between 0.5 and 1.4 times their source, Chinese ones
    between 0.1 and 1.
    """
    return measured(units)[0]


def _measure(units: Sequence[Unit], ratios: Sequence[float]) -> Measure:
    if len(ratios) < _ENOUGH:
        dense = bool(units) and units[0].language.tag.split("-")[0] in _DENSE
        return Measure(log(0.4), 0.4) if dense else Measure(log(1.05), 0.22)
    middle = median(ratios)
    spread = 1.4826 * median(abs(found - middle) for found in ratios)
    return Measure(middle, max(spread, _SPREAD))
