"""Grams: by how many pairs of characters two texts differ, and what that proves.

An edit destroys at most two of the pairs of adjacent characters that a text consists of, so that
texts within k edits share all but 2k of them: the q-gram lemma of Jokinen and Ukkonen 1991, here
for q = 2. The first "th" of a text and its second are different grams, which makes a multiset a
set.
"""

from collections.abc import Iterable
from operator import add
from zlib import crc32

OWN = 1536  # bins that one frequent gram has to itself
SHARED = 512  # bins that all others share
BINS = OWN + SHARED


def grams(text: str) -> list[str]:
    """Return the grams of ``text``, one fewer than it has characters."""
    seen: dict[str, int] = {}
    found = []
    for gram in map(add, text, text[1:]):
        times = seen.get(gram, 0)
        seen[gram] = times + 1
        found.append(f"{gram}{times}" if times else gram)
    return found


def common(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the OWN most frequent grams of ``texts``, the most frequent first."""
    counts: dict[str, int] = {}
    for text in texts:
        for gram in grams(text):
            counts[gram] = counts.get(gram, 0) + 1
    return tuple(sorted(counts, key=lambda gram: (-counts[gram], gram))[:OWN])


class Bins(dict[str, int]):
    """The number of each gram's bin; those that are not common fall into a shared one."""

    __slots__ = ()

    def __init__(self, frequent: Iterable[str]) -> None:
        super().__init__((gram, number) for number, gram in enumerate(frequent))

    def __missing__(self, gram: str) -> int:
        # Sharing can only make texts look more alike than they are, never less.
        found = OWN + crc32(gram.encode("utf-8", "surrogatepass")) % SHARED
        if len(self) < 1 << 18:
            self[gram] = found
        return found


def edits(longer: int, threshold: int) -> int:
    """Return how many edits two texts may differ by, the longer one with ``longer`` characters.

    ``threshold`` is the least similarity in percent; see score_of().
    """
    return longer * (100 - threshold) // 100


def shared_grams(longer: int, threshold: int) -> int:
    """Return how many grams two texts share at least that are so similar."""
    return longer - 1 - 2 * edits(longer, threshold)


def score_of(distance: int, longer: int) -> int:
    """Return the similarity in percent, rounded down: 100 - 100 * distance / longer.

    That is rapidfuzz's Levenshtein.normalized_similarity, in whole numbers.
    """
    return 100 - -(-100 * distance // longer) if longer else 100
