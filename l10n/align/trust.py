"""How far to believe that one post translates the other at all.

A path through two posts that have nothing to do with one another leaves most of the shorter one
out, and what it pairs agrees poorly. Where they share no names or links, kinds and lengths that
agree in order over several passages are what a person would go by as well. The weights were
fitted by ``python -m benchmarks.align.fit`` on plain posts and on strangers.
"""

from collections.abc import Sequence
from math import exp

from l10n.align.kinds import PROSE
from l10n.align.passes import Found
from l10n.align.traits import Traits

_CONSTANT = -0.97
_AGREED = 0.52  # per nat that speaks for the pairs, less the share that was left out
_ENOUGH = 30.0  # nats
_ALONE = -0.98  # per passage left out of the side where fewer were
_MANY = 8
WEIGHTS = (_CONSTANT, _AGREED, _ALONE)


def agreement(
    source: Sequence[Traits], target: Sequence[Traits], pairs: Sequence[Found]
) -> tuple[float, ...]:
    """Return the values that are weighed, the constant first; prose alone counts."""
    agreed = 0.0
    sizes = [sum(traits.family in PROSE for traits in side) for side in (source, target)]
    left = list(sizes)
    for found in pairs:
        if source[found.source[0]].family in PROSE and target[found.target[0]].family in PROSE:
            agreed += found.signs.weight
            left[0] -= len(found.source)
            left[1] -= len(found.target)
    alone = min(left)
    share = alone / max(1, min(sizes))
    return 1.0, max(0.0, min(_ENOUGH, agreed)) * (1 - share), float(min(alone, _MANY))


def trust(source: Sequence[Traits], target: Sequence[Traits], pairs: Sequence[Found]) -> float:
    """Return the probability, in 0..1, that ``target`` translates ``source``."""
    values = agreement(source, target, pairs)
    odds = sum(weight * value for weight, value in zip(WEIGHTS, values, strict=True))
    return 1 / (1 + exp(-odds))
