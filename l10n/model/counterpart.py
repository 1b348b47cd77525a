"""Counterparts: where the two sides of a Unit stand when a post was paired with its source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counterpart:
    """How a passage of a hand-translated post belongs to the source post.

    ``source`` and ``target`` are first and last line, 1-based and inclusive, of the two posts;
    None on the side that has nothing of it. ``score`` is the aligner's, from 0 to 1.
    """

    kind: str  # "heading 2", "paragraph", "image", "code"
    source: tuple[int, int] | None
    target: tuple[int, int] | None
    score: float = 1.0
    moved: bool = False  # it stands among other passages than in the source
