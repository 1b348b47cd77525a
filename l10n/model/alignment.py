"""An Alignment: which passages of a translation render which passages of its source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Passages that correspond, as ascending indexes; neither side is empty.

    ``score`` is the estimated probability, in 0..1, that they do. ``moved`` says that the pair
    stands in another place than its neighbours make expect.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every passage of both sides is in exactly one of the three. Pairs are in source order."""

    pairs: tuple[Pair, ...] = ()
    source_only: tuple[int, ...] = ()
    target_only: tuple[int, ...] = ()
