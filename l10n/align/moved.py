"""What was moved: passages left over that match some that stand elsewhere."""

from collections.abc import Callable, Iterable

from l10n.align.band import Point
from l10n.align.evidence import Evidence
from l10n.align.lattice import Chosen

Align = Callable[[range, range], list[Chosen]]
Weigh = Callable[[int, int], float]

_RARE = 12  # passages left over of a side that may hold a token for it to lead there
_STRONG = 4.0  # log odds that a pair needs, far as it is from where it should be
_FAR = 40  # passages to look at before and behind a seed at once
_MARGIN = 1.5  # and by how much it must be better than any other


def seeds_of(
    left: tuple[set[int], set[int]], evidence: Evidence, weigh: Weigh
) -> list[tuple[Point, float]]:
    """Return pairs of passages left over that fit each other best by far, the strongest first."""
    places: dict[str, tuple[list[int], list[int]]] = {}
    for number, side in enumerate(left):
        for at in sorted(side):
            for key in evidence.shared[number][at]:
                places.setdefault(key, ([], []))[number].append(at)
    candidates = {
        (source, target)
        for sources, targets in places.values()
        if len(sources) <= _RARE and len(targets) <= _RARE
        for source in sources
        for target in targets
    }
    weights = {point: weigh(*point) for point in candidates}
    best: tuple[dict[int, list[float]], dict[int, list[float]]] = ({}, {})
    for point, weight in weights.items():
        for number, at in enumerate(point):
            best[number].setdefault(at, []).append(weight)
    limits = tuple(
        {at: max(_STRONG, sorted([0.0, *found])[-2] + _MARGIN) for at, found in side.items()}
        for side in best
    )
    seeds = [
        (point, weight)
        for point, weight in weights.items()
        if weight >= max(limits[0][point[0]], limits[1][point[1]])
    ]
    return sorted(seeds, key=lambda seed: (-seed[1], seed[0]))


def find_moved(
    left: tuple[set[int], set[int]], seeds: Iterable[tuple[Point, float]], align: Align
) -> list[Chosen]:
    """Return pairs among the passages ``left`` over, the strongest seeds' neighbours first.

    Around each seed whose two passages are left over, the unbroken runs of such passages are
    aligned like posts of their own. What is found is taken out of ``left``.
    """
    found: list[Chosen] = []
    for (source, target), _ in seeds:
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
    """Return the unbroken run of numbers around ``at`` that are all left over, as far as we see."""
    first = last = at
    while first - 1 in left and at - first < _FAR:
        first -= 1
    while last + 1 in left and last - at < _FAR:
        last += 1
    return range(first, last + 1)
