"""Passages that say the same twice: nothing tells which is the copy, so the first counts."""

from collections.abc import Iterable, Sequence

from l10n.align.lattice import Chosen
from l10n.align.traits import Traits


def first_of_repeated(
    chosen: Sequence[Chosen], source: Sequence[Traits], target: Sequence[Traits]
) -> list[Chosen]:
    """Return the pairs, each passage exchanged for an equal one left over just before it.

    ``chosen`` is in order; an exchange never crosses another pair.
    """
    found: list[Chosen] = []
    before = (0, 0)
    for each in chosen:
        ours = _first(source, before[0], each.source)
        theirs = _first(target, before[1], each.target)
        found.append(Chosen(ours, theirs, each.posterior))
        before = each.source[1], each.target[1]
    return found


def uncovered(side: Sequence[Traits], spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return the passages of a side that are in none of ``spans``."""
    return set(range(len(side))).difference(*(range(*span) for span in spans))


def without_copies(side: Sequence[Traits], left: set[int]) -> set[int]:
    """Return those of the passages ``left`` over that do not repeat one that was paired."""
    paired = {side[at].content for at in range(len(side)) if at not in left}
    return {at for at in left if side[at].content not in paired}


def _first(side: Sequence[Traits], begin: int, span: tuple[int, int]) -> tuple[int, int]:
    if span[1] - span[0] == 1:
        wanted = side[span[0]]
        for at in range(begin, span[0]):
            # An entry in a list of contents repeats a title, but is none.
            if side[at].content == wanted.content and side[at].family == wanted.family:
                return at, at + 1
    return span
