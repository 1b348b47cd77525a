"""Pairing what a translation lacks with what it has too much of."""

from l10n.model.inline import Code
from l10n.rules.differences import Differences, compare


def _codes(*texts: str) -> list[Code]:
    return [Code(f"`{text}`", (at, at + 1), text) for at, text in enumerate(texts)]


def _compare(source: list[Code], target: list[Code]) -> Differences[Code]:
    return compare(source, target, lambda code: code.text)


def test_order_makes_no_difference() -> None:
    assert _compare(_codes("a", "b", "a"), _codes("a", "a", "b")) == Differences()


def test_repetitions_count() -> None:
    found = _compare(_codes("a", "a", "b"), _codes("a", "b", "b", "b"))
    assert [(one.text, other.text) for one, other in found.changed] == [("a", "b")]
    assert [code.text for code in found.added] == ["b"]


def test_the_most_alike_are_pairs() -> None:
    found = _compare(
        _codes("pip install", "make test"), _codes("make tests", "other", "pip instal")
    )
    assert [(one.text, other.text) for one, other in found.changed] == [
        ("make test", "make tests"),
        ("pip install", "pip instal"),
    ]
    assert [code.text for code in found.added] == ["other"]


def test_many_differences_are_paired_in_order() -> None:
    source, target = _codes(*map(str, range(100))), _codes(*map(str, range(1000, 1100)))
    pairs = _compare(source, target).changed
    assert len(pairs) == 100
