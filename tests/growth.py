"""Time as ratios: machines differ and are busy, so no test counts seconds."""

import time
from collections.abc import Callable


def best(run: Callable[[], object], rounds: int = 3) -> float:
    """Return the least processor time of ``run`` in seconds, over some rounds."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def times_as_slow(run: Callable[[], object], plain: Callable[[], object]) -> float:
    """Return how many times as long ``run`` takes as ``plain``, which is measured beside it."""
    return best(run, 1) / max(best(plain), 1e-4)


def grows_linearly(run: Callable[[int], object], size: int) -> bool:
    """Whether eight times the size takes about eight times the time, and not sixty-four times.

    Memory makes it some more than eight; thirty is far from both.
    """
    small, large = float("inf"), float("inf")
    for _ in range(4):
        small = min(small, best(lambda: run(size), 1))
        large = min(large, best(lambda: run(8 * size), 1))
        if large < 30 * max(small, 1e-3):
            return True
    return False
