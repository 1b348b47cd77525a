"""The lattice against all paths, written out."""

from collections.abc import Iterator
from itertools import product
from math import exp, isclose
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.align import lattice
from l10n.align.lattice import Bead, Lattice

Path = tuple[tuple[int, int], ...]  # steps: passages taken of either side


def paths(rows: int, columns: int, steps: tuple[tuple[int, int], ...]) -> Iterator[Path]:
    if not rows and not columns:
        yield ()
    for a, b in steps:
        if a <= rows and b <= columns:
            yield from (((*path, (a, b))) for path in paths(rows - a, columns - b, steps))


def weight_of(path: Path, weights: dict[tuple[int, int, int, int], float]) -> float:
    total, i, j, state = 0.0, 0, 0, "match"
    for a, b in path:
        if a and b:
            total += weights[i, j, a, b]
            now = "match"
        else:
            now = "source" if a else "target"
            if state == "match":
                total += lattice._OPEN
            else:
                total += lattice._MORE if state == now else lattice._SWITCH
        i, j, state = i + a, j + b, now
    return total


@given(st.integers(0, 3), st.integers(0, 3), st.randoms(use_true_random=False))
def test_posteriors_are_those_of_all_paths(rows: int, columns: int, chance: Random) -> None:
    steps = ((1, 0), (0, 1), (1, 1), (2, 1), (1, 2))
    weights = {
        (i, j, a, b): chance.uniform(-4, 4)
        for i, j, (a, b) in product(range(4), range(4), steps[2:])
    }

    def beads(i: int, j: int) -> list[Bead]:
        return [(a, b, weights[i - a, j - b, a, b]) for a, b in steps[2:] if a <= i and b <= j]

    every = list(paths(rows, columns, steps))
    mass = [exp(weight_of(path, weights)) for path in every]
    expected: dict[tuple[int, int], float] = {}
    for path, share in zip(every, mass, strict=True):
        i = j = 0
        for a, b in path:
            for link in product(range(i, i + a), range(j, j + b)):
                expected[link] = expected.get(link, 0.0) + share / sum(mass)
            i, j = i + a, j + b
    band = [(0, columns)] * (rows + 1)
    found = Lattice(band, beads, ([False] * rows, [False] * columns)).links()
    for link, share in expected.items():
        assert isclose(found.get(link, 0.0), share, abs_tol=0.03)


def test_the_likeliest_links_are_chosen() -> None:
    def beads(i: int, j: int) -> list[Bead]:
        return [(1, 1, 6.0 if (i, j) in ((1, 1), (2, 3)) else -6.0)] if i and j else []

    found = Lattice([(0, 3)] * 3, beads, ([False] * 2, [False] * 3))
    chosen = found.choose(found.links())
    assert [(each.source, each.target) for each in chosen] == [((0, 1), (0, 1)), ((1, 2), (2, 3))]
    assert all(each.posterior == pytest.approx(1, abs=0.01) for each in chosen)


def test_a_band_hides_what_is_outside() -> None:
    def beads(i: int, j: int) -> list[Bead]:
        return [(1, 1, 5.0)] if i and j else []

    found = Lattice([(0, 0), (0, 1), (1, 2)], beads, ([False] * 2, [False] * 2))
    assert set(found.links()) == {(0, 0), (1, 1)}
