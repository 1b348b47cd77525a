"""Memory: what was translated before, and what of it a new text resembles."""

from dataclasses import dataclass
from enum import Enum


class Origin(Enum):
    """Who answers for a remembered translation."""

    HUMAN = "human"  # a person wrote or confirmed it
    DOUBTFUL = "doubtful"  # adopted from a translated post by an alignment that was in doubt
    MACHINE = "machine"  # nobody has confirmed what a machine wrote


class Kind(Enum):
    """How a Match resembles what was looked for."""

    CONTEXT = "context"  # the same text between the same neighbours
    EXACT = "exact"  # the same text
    SUBSTITUTED = "substituted"  # but for numbers, addresses, code and kept terms, put in
    FUZZY = "fuzzy"  # a similar text
    COMPOSED = "composed"  # put together of remembered sentences


@dataclass(frozen=True, slots=True)
class Remembered:
    """One translation that a Memory holds.

    ``place`` is where it came from: a catalog's path, or the name of an imported file.
    ``before`` and ``after`` are the keys of the texts around it (memory.text_key; of "" at
    either end of a post), None where nobody knows them. ``extra`` is what else its TMX file
    said, as JSON; empty where there is nothing.
    """

    source: str
    target: str
    language: str  # BCP 47 tag of the target
    origin: Origin = Origin.HUMAN
    place: str = ""
    before: int | None = None
    after: int | None = None
    extra: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A text to look up, and the texts before and after it where they are known."""

    text: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A translation that a Memory proposes. ``score`` is 101 at best, penalties subtracted.

    ``source`` is the text remembered and ``target`` what is proposed for the text looked up:
    the translation remembered, with differing numbers and the like replaced where ``kind``
    says so.
    """

    score: int
    source: str
    target: str
    origin: Origin
    language: str  # of the target; another dialect than the one wanted costs a penalty
    place: str
    kind: Kind
    penalty: int = 0


@dataclass(frozen=True, slots=True)
class Penalties:
    """What is taken off the score of a Match, in points. They add up.

    Tools of the trade take 1 (Trados, aligned) to 20 (memoQ, machine) by default; ours keep a
    doubtful one below any confirmed one that is at most a word or two apart.
    """

    machine: int = 15
    doubtful: int = 10
    dialect: int = 5
