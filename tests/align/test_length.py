"""Lengths: comparable between scripts, and learnt from pairs rather than from whole posts."""

import pytest

from l10n.align.length import Lengths, size_of

SIZES = [20, 40, 80, 160, 320]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", 1),
        ("— …", 1),
        ("Two words, 3 digits.", 15),
        ("ёж", 2),
        ("面包", 6),
        ("パン", 4),
        ("빵", 2),
        ("हिन्दी", 5),
    ],
)
def test_sizes_are_those_of_an_alphabet(text: str, size: int) -> None:
    assert size_of(text) == size


def test_before_anything_is_known_translations_are_about_as_long() -> None:
    lengths = Lengths(SIZES)
    assert lengths.fit(100, 110) > 0 > lengths.fit(100, 300)
    assert lengths.fit(100, 300) > lengths.fit(100, 1000)


def test_the_ratio_is_learnt_from_pairs_by_how_likely_they_are() -> None:
    pairs = [(size, 2 * size) for size in SIZES]
    before = Lengths(SIZES).fit(100, 200)
    doubtful = Lengths(SIZES, [(a, b, 0.1) for a, b in pairs]).fit(100, 200)
    sure = Lengths(SIZES, [(a, b, 1.0) for a, b in pairs]).fit(100, 200)
    assert before < doubtful < sure


def test_one_pair_that_is_wrong_changes_little() -> None:
    right = [(size, size + size // 10, 1.0) for size in SIZES]
    wrong = [*right, (30, 300, 1.0)]
    first, second = (Lengths(SIZES, known).fit(100, 110) for known in (right, wrong))
    assert abs(first - second) < 0.3


def test_what_is_far_from_possible_is_not_looked_at() -> None:
    lengths = Lengths(SIZES)
    assert lengths.possible(100, 200)
    assert not lengths.possible(100, 500)
    assert not lengths.possible(500, 100)
