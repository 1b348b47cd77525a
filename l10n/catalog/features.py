"""Features: by what two messages are found to be alike, and how alike they are.

Texts are compared by the share of characters and of words that a longest common subsequence
keeps (the Indel similarity of rapidfuzz, bit-parallel after Hyyrö 2004), as msgmerge does with
characters alone. Words are added because unrelated English paragraphs share half of their
characters in order, but few words.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from operator import add

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

_FEW = 4  # words; fewer say too little, so that characters alone decide
_SHORT = 60  # characters; in a short text one edited word may leave no pair to find it by
_LONGEST = 2_000  # characters that are compared: the time is their product
_PART = 6  # words; shorter parts are in a longer text by chance
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\W{_IDEOGRAPHS}]+")


@dataclass(frozen=True, slots=True)
class Text:
    """A message's words to be compared; ``codes`` has one character for each word."""

    folded: str
    codes: str


class Reader:
    """Makes Texts that can be compared with one another."""

    def __init__(self) -> None:
        numbers = count(0x100)
        self._codes: defaultdict[str, str] = defaultdict(lambda: _character(next(numbers)))

    def read(self, skeleton: str) -> Text:
        """Return the Text of a skeleton (see wording.py); case does not count, nor does the rest
        of a text longer than several pages."""
        folded = skeleton[:_LONGEST].casefold().replace("\x01", "")
        codes = "".join(map(self._codes.__getitem__, _WORD.findall(folded)))
        return Text(folded, codes)


def _character(number: int) -> str:
    """Return a character for each word: no surrogates, and the last for a millionth and on."""
    return chr(min(number if number < 0xD800 else number + 0x800, 0x10FFFF))


def features(text: Text) -> set[str]:
    """Return the pairs of words in a row (the shingles of Broder 1997, w = 2), and for short
    texts the words and the rows of three characters too."""
    codes = text.codes
    found = set(map(add, codes, codes[1:]))
    if len(text.folded) <= _SHORT:
        found.update(codes)
        framed = f"\x03{text.folded}\x03"
        found.update(map("".join, zip(framed, framed[1:], framed[2:], strict=False)))
    return found


def similarity(left: Text, right: Text) -> float:
    """Return how alike two texts are: 0 to 1, from 0.6 on worth a translator's while."""
    characters = Indel.normalized_similarity(left.folded, right.folded)
    if min(len(left.codes), len(right.codes)) < _FEW:
        return characters
    blend = (characters + Indel.normalized_similarity(left.codes, right.codes)) / 2
    if blend >= 0.6:
        return blend
    return max(blend, _part(left, right))


def _part(left: Text, right: Text) -> float:
    """Return 0.6 and a little where one text is part of the other: split or joined ones."""
    small, large = sorted((left, right), key=lambda text: len(text.codes))
    if len(small.codes) < _PART or not 2 <= len(large.codes) / len(small.codes) <= 8:
        return 0.0  # nearer to half, the blend would have told already
    if fuzz.partial_ratio(small.codes, large.codes, score_cutoff=90) < 90:
        return 0.0
    return 0.6 + 0.1 * len(small.codes) / len(large.codes)
