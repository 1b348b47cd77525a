"""Where to look: a band around the heaviest chain of anchors that keeps its order.

Anchors are passages that are each other's best match by rare tokens. As in Bleualign (Sennrich
and Volk 2010, "MT-based sentence alignment for OCR-generated parallel texts"), what lies between
two of them is aligned there. The band is wide enough for a wrong anchor to be passed by, and is
widened where a path runs along its edge, as in Moore 2002.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from l10n.align.evidence import Evidence

_RARE = 4  # passages of a side that may hold a token for it to anchor one
_STRONG = 4.0  # log odds of an anchor
_WHOLE = 70  # the side of a rectangle that is searched as a whole

Point = tuple[int, int]


def anchors_of(evidence: Evidence) -> dict[Point, float]:
    """Return the passages that are each other's best match, with their log odds."""
    places: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
    for side, found in zip(evidence.shared, places, strict=True):
        for at, keys in enumerate(side):
            for key in keys:
                if evidence.rare[key] <= _RARE:
                    found.setdefault(key, []).append(at)
    candidates = {
        (source, target)
        for key, sources in places[0].items()
        for source in sources
        for target in places[1].get(key, ())
    }
    weights = {point: evidence.pair(*point) for point in candidates}
    best: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for (source, target), weight in weights.items():
        best[0][source] = max(best[0].get(source, 0.0), weight)
        best[1][target] = max(best[1].get(target, 0.0), weight)
    return {
        (source, target): weight
        for (source, target), weight in weights.items()
        if weight >= _STRONG and weight == best[0][source] == best[1][target]
    }


def chain_of(anchors: dict[Point, float]) -> list[Point]:
    """Return the heaviest chain of anchors that rises on both sides."""
    # A Fenwick tree over targets holds the heaviest chain that ends at or before each.
    columns = sorted({target for _, target in anchors})
    tree: list[tuple[float, Point | None]] = [(0.0, None)] * (len(columns) + 1)
    before: dict[Point, Point | None] = {}
    for point in sorted(anchors, key=lambda point: (point[0], -point[1])):
        spot = bisect_left(columns, point[1])
        weight, last = 0.0, None
        at = spot
        while at:
            if tree[at][0] > weight:
                weight, last = tree[at]
            at &= at - 1
        before[point] = last
        weight += anchors[point]
        at = spot + 1
        while at <= len(columns):
            if weight > tree[at][0]:
                tree[at] = (weight, point)
            at += at & -at
    best: tuple[float, Point | None] = max(tree, key=lambda each: each[0])
    chain: list[Point] = []
    point_or_none = best[1]
    while point_or_none:
        chain.append(point_or_none)
        point_or_none = before[point_or_none]
    return chain[::-1]


def band_of(
    chain: Iterable[Point],
    sums: tuple[Sequence[int], Sequence[int]],
    width: int,
    slack: int,
) -> list[tuple[int, int]]:
    """Return the first and last column of each row, that is between passages.

    ``sums`` are the lengths of the passages before each row and column. ``width`` is how many
    cells to look at on each side of the diagonal of a large gap, ``slack`` how many beside the
    corners of others.
    """
    rows, columns = len(sums[0]) - 1, len(sums[1]) - 1
    low, high = [columns] * (rows + 1), [0] * (rows + 1)
    i, j = 0, 0
    for source, target in [*chain, (rows, columns)]:
        large = source - i > _WHOLE or target - j > _WHOLE
        for row in range(max(0, i - slack), min(rows, source + slack) + 1):
            first, last = j - slack, target + slack
            if large:
                share = (sums[0][row] - sums[0][i]) / max(1, sums[0][source] - sums[0][i])
                length = sums[1][j] + share * (sums[1][target] - sums[1][j])
                middle = min(target, max(j, bisect_left(sums[1], length)))
                step = (target - j) // max(1, source - i) + 1
                first = max(first, middle - max(width, step))
                last = min(last, middle + max(width, step))
            low[row] = min(low[row], max(0, first))
            high[row] = max(high[row], min(columns, last))
        i, j = min(rows, source + 1), min(columns, target + 1)
    low[0], high[rows] = 0, columns
    for row in range(rows - 1, -1, -1):  # rows have to lead into one another
        low[row] = min(low[row], low[row + 1])
    for row in range(1, rows + 1):
        high[row] = max(high[row], high[row - 1])
    return list(zip(low, high, strict=True))


def at_edge(band: Sequence[tuple[int, int]], points: Iterable[Point], columns: int) -> bool:
    """Whether a path through ``points`` runs along an edge of the band that hides cells."""
    return any(
        (low > 0 and j - low < 3) or (high < columns and high - j < 3)
        for i, j in points
        for low, high in (band[i],)
    )
