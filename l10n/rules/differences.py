"""What a translation lacks, has too much of, and has changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from rapidfuzz.fuzz import ratio

from l10n.model.inline import Span

_MANY = 2_500  # comparisons; beyond, what stands in the same place is taken for the same thing


class Part(Protocol):
    """Anything in an Inline that has a place."""

    @property
    def span(self) -> Span:
        """Half-open range of characters."""


P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Differences(Generic[P]):
    """Two sides compared. Each pair of ``changed`` is (of the source, of the translation)."""

    missing: tuple[P, ...] = ()
    added: tuple[P, ...] = ()
    changed: tuple[tuple[P, P], ...] = ()


def compare(
    source: Sequence[P],
    target: Sequence[P],
    key: Callable[[P], str],
    same: Callable[[P, P], bool] | None = None,
) -> Differences[P]:
    """Return how the parts of two sides differ in their ``key``, order aside.

    Parts of different keys are no difference where ``same`` says so of the source's and the
    translation's.

    A part that is missing is paired with the added one whose key is most like its own, until
    one side is used up: the pair is one change. What remains is missing or added.
    """
    if not source and not target:
        return Differences()
    ours, theirs = [key(part) for part in source], [key(part) for part in target]
    if ours == theirs:
        return Differences()
    missing, added = _left(source, ours, theirs), _left(target, theirs, ours)
    if same and missing and added and len(missing) * len(added) <= _MANY:
        _drop(missing, added, same)
    if not missing or not added:
        return Differences(tuple(missing), tuple(added))
    changed: list[tuple[P, P]] = []
    while missing and added:
        first, second = _closest(missing, added, key)
        changed.append((missing.pop(first), added.pop(second)))
    changed.sort(key=lambda pair: pair[1].span)
    return Differences(tuple(missing), tuple(added), tuple(changed))


def _left(parts: Sequence[P], keys: Sequence[str], others: Sequence[str]) -> list[P]:
    """Return the parts that remain once each one with a counterpart is taken away."""
    counts: dict[str, int] = {}
    for other in others:
        counts[other] = counts.get(other, 0) + 1
    left = []
    for part, key in zip(parts, keys, strict=True):
        if counts.get(key, 0):
            counts[key] -= 1
        else:
            left.append(part)
    return left


def _drop(missing: list[P], added: list[P], same: Callable[[P, P], bool]) -> None:
    """Take away what is the same but for its key, each part with one of the other side."""
    for one in tuple(missing):
        for at, other in enumerate(added):
            if same(one, other):
                missing.remove(one)
                del added[at]
                break


def _closest(missing: list[P], added: list[P], key: Callable[[P], str]) -> tuple[int, int]:
    if len(missing) * len(added) > _MANY or len(missing) == len(added) == 1:
        return 0, 0
    scores = (
        (ratio(key(one), key(other)), -first, -second)
        for first, one in enumerate(missing)
        for second, other in enumerate(added)
    )
    _, first, second = max(scores)
    return -first, -second
