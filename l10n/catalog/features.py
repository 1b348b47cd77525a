"""Features: by what two messages are found to be alike, and how alike they are.

Texts are compared by the share of characters and of words that a longest common subsequence
keeps (the Indel similarity of rapidfuzz, bit-parallel after Hyyrö 2004), as msgmerge does with
characters alone. Words are added because unrelated English paragraphs share half of their
characters in order, but few words.
"""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

_FEW = 4  # words; fewer say too little, so that characters alone decide
_SHORT = 60  # characters; in a short text one edited word leaves no word to find it by
_LONGEST = 2_000  # characters that are compared: the time is their product
_PART = 6  # words; shorter parts are in a longer text by chance
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\W{_IDEOGRAPHS}]+")


@dataclass(frozen=True, slots=True)
class Text:
    """A message's words to be compared; ``codes`` has one character for each word."""

    folded: str
    words: list[str]
    codes: str


class Reader:
    """Makes Texts that can be compared with one another."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def read(self, skeleton: str) -> Text:
        """Return the Text of a skeleton (see Wording); case does not count, nor does the rest
        of a text longer than several pages."""
        folded = skeleton[:_LONGEST].casefold().replace("\x01", "")
        words = _WORD.findall(folded)
        codes = self._codes
        # Surrogates and what lies past the last character are not reached: 55,000 different
        # words come first, and then as many as a gigabyte of prose has.
        coded = [codes.setdefault(word, _character(len(codes))) for word in words]
        return Text(folded, words, "".join(coded))


def _character(number: int) -> str:
    code = 0x100 + number
    return chr(min(code if code < 0xD800 else code + 0x800, 0x10FFFF))


def features(text: Text) -> set[str]:
    """Return words and pairs of words in a row (the shingles of Broder 1997, w = 1 and 2),
    and for short texts rows of three characters too."""
    found = set(text.words)
    found.update(map(" ".join, zip(text.words, text.words[1:], strict=False)))
    if len(text.folded) <= _SHORT:
        framed = f"\x03{text.folded}\x03"
        found.update(framed[at : at + 3] for at in range(len(framed) - 2))
    return found


def similarity(left: Text, right: Text) -> float:
    """Return how alike two texts are: 0 to 1, from 0.6 on worth a translator's while."""
    characters = Indel.normalized_similarity(left.folded, right.folded)
    if min(len(left.words), len(right.words)) < _FEW:
        return characters
    blend = (characters + Indel.normalized_similarity(left.codes, right.codes)) / 2
    if blend >= 0.6:
        return blend
    return max(blend, _part(left, right))


def _part(left: Text, right: Text) -> float:
    """Return 0.6 and a little where one text is part of the other: split or joined ones."""
    small, large = sorted((left, right), key=lambda text: len(text.words))
    if len(small.words) < _PART or not 2 <= len(large.words) / len(small.words) <= 8:
        return 0.0  # nearer to half, the blend would have told already
    if fuzz.partial_ratio(small.codes, large.codes, score_cutoff=90) < 90:
        return 0.0
    return 0.6 + 0.1 * len(small.words) / len(large.words)
