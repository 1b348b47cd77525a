"""What was moved: passages left over that match some that stand elsewhere."""

from collections.abc import Callable, Iterable

from l10n.align.band import Point
from l10n.align.lattice import Chosen

Align = Callable[[range, range], list[Chosen]]


def find_moved(
    left: tuple[set[int], set[int]], anchors: Iterable[tuple[Point, float]], align: Align
) -> list[Chosen]:
    """Return pairs among the passages ``left`` over, the strongest anchors' neighbours first.

    Around each anchor whose two passages are left over, the unbroken runs of such passages are
    aligned like posts of their own. What is found is taken out of ``left``.
    """
    found: list[Chosen] = []
    for (source, target), _ in sorted(anchors, key=lambda each: (-each[1], each[0])):
        while source in left[0] and target in left[1]:
            ours, theirs = _around(left[0], source), _around(left[1], target)
            chosen = align(ours, theirs)
            hit = [each for each in chosen if each.source[0] <= source < each.source[1]]
            if not hit:
                break
            for each in chosen:
                found.append(each)
                left[0].difference_update(range(*each.source))
                left[1].difference_update(range(*each.target))
    return found


def _around(left: set[int], at: int) -> range:
    """Return the unbroken run of numbers around ``at`` that are all left over."""
    first = last = at
    while first - 1 in left:
        first -= 1
    while last + 1 in left:
        last += 1
    return range(first, last + 1)
