"""Anchors: where a changed message is expected, as unchanged ones around it say.

After Heckel 1978 ("A technique for isolating differences between files").
"""

from collections.abc import Sequence


def expected(origins: Sequence[int | None]) -> list[tuple[int, ...]]:
    """Return for each new message the old positions that its neighbours suggest, two at most.

    ``origins`` holds the old position of each new message, None where it is not known. The
    first suggestion counts from the nearest known message before, the second from the one
    after; without any, the message's own number is all there is to go by.
    """
    ahead: list[int | None] = [None] * len(origins)
    following: int | None = None
    for at in range(len(origins) - 1, -1, -1):
        origin = origins[at]
        following = _next(origin, following, -1)
        ahead[at] = following
    places: list[tuple[int, ...]] = []
    before: int | None = None
    for at, origin in enumerate(origins):
        before = _next(origin, before, 1)
        places.append(tuple(place for place in (before, ahead[at]) if place is not None) or (at,))
    return places


def _next(origin: int | None, neighbour: int | None, step: int) -> int | None:
    if origin is not None:
        return origin
    return None if neighbour is None else neighbour + step
