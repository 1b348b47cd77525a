"""Whether two rendered pages are built alike, and where they first are not."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from tests.judges.page import Page, Tag

_CONTEXT = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """True where nothing differs; else ``where`` tells the first difference in words."""

    where: str = ""

    def __bool__(self) -> bool:
        return not self.where

    def __str__(self) -> str:
        return self.where or "the same"


def same_skeleton(one: Page, other: Page) -> Verdict:
    """Compare the tags of two pages, with their href and src, in order."""
    return _first_difference("tag", one.skeleton, other.skeleton)


def same_verbatim(one: Page, other: Page) -> Verdict:
    """Compare what must never be translated: code, math, comments."""
    return _first_difference("verbatim text", one.verbatim, other.verbatim)


def same_pieces(what: str, one: tuple[str, ...], other: tuple[str, ...]) -> Verdict:
    """Compare two sequences of source pieces of one kind, ``what`` in the verdict."""
    return _first_difference(what, one, other)


def _first_difference(what: str, one: Sequence[object], other: Sequence[object]) -> Verdict:
    for number, (left, right) in enumerate(zip_longest(one, other)):
        if left != right:
            before = " ".join(str(item) for item in one[max(0, number - _CONTEXT) : number])
            after = f" after {before}" if before else ""
            return Verdict(f"{what} {number + 1}{after}: {_shown(left)} became {_shown(right)}")
    return Verdict()


def _shown(item: object) -> str:
    if item is None:
        return "nothing"
    return str(item) if isinstance(item, Tag) else repr(item)
