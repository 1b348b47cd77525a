"""An Adoption: what became of a hand-translated post whose text went into a catalog."""

from dataclasses import dataclass
from enum import Enum

Lines = tuple[int, int]  # first and last line, 1-based and inclusive


class Matter(Enum):
    """Why something of a post is listed for a person."""

    CONFLICT = "conflict"  # the catalog and the post say different things; nothing was written
    DOUBT = "doubt"  # paired, but not surely: a draft
    REFUSED = "refused"  # a build would leave it out: a draft
    SAME = "same"  # stands in the source language
    UNPAIRED = "unpaired"  # nothing of the translation corresponds to it
    EXTRA = "extra"  # a passage of the translation that corresponds to nothing
    UNREAD = "unread"  # code or HTML with words of the translator's; a build has the source's
    VARIANT = "variant"  # rendered otherwise elsewhere; gettext has one rendering


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing that a person should look at, with where it stands in both posts."""

    matter: Matter
    source: Lines | None = None
    target: Lines | None = None
    text: str = ""  # of the source
    translation: str = ""  # of the translated post
    catalog: str = ""  # what the catalog says instead; of REFUSED, why
    score: float = 0.0
    key: str = ""  # in the review file; empty where there is nothing to decide


@dataclass(frozen=True, slots=True)
class Adoption:
    """How a post and its translation correspond, and what the catalog has of it afterwards.

    ``pairs`` are (source lines, target lines, score) of all passages; the counts below are
    segments of the source.
    """

    post: str
    source: str  # path
    target: str  # path
    pairs: tuple[tuple[Lines, Lines, float], ...]
    source_only: tuple[Lines, ...]
    target_only: tuple[Lines, ...]
    segments: int = 0
    filled: int = 0
    doubtful: int = 0
    unpaired: int = 0
    adopted: int = 0  # messages that had no translation before
    updated: int = 0  # messages whose translation the post has in a newer wording
    listed: tuple[Listed, ...] = ()

    @property
    def conflicts(self) -> int:
        """How many conflicts wait for a person."""
        return sum(one.matter is Matter.CONFLICT for one in self.listed)
