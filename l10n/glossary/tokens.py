"""Words in a text: where each begins and ends, and what may stand between those of one term."""

import re
from typing import Final, NamedTuple

_LATIN: Final = "0-9A-Za-zªº_À-ÖØ-öø-ɏḀ-ỿ\u0300-\u036f"
# Scripts written without blanks between words, and Hangul, whose particles cling to the word.
_UNSPACED: Final = (
    "\u0e01-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff"
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f"
)
_MARKS: Final = "\u0900-\u0dff"  # vowel signs of Indic scripts are no letters to Python's \w
# Latin words end where another script begins: Chinese and Arabic put no blank between the two.
_WORD = re.compile(
    rf"[{_LATIN}]+(?:\+\+|#(?![0-9A-Za-z]))?|(?:[^\W{_LATIN}{_UNSPACED}]|[{_MARKS}])+"
)
_BLANK = "[ \\t\\r\\n\u00a0\u1680\u2000-\u200a\u200c\u202f\u205f\u3000]"
_CONNECTED = re.compile(rf"{_BLANK}*(?:[-‐‑‒–−'’ʼ′´/]{_BLANK}*)?")
_UNSPACED_CHARACTER = re.compile(f"[{_UNSPACED}]")
_SQUEEZED = re.compile(rf"(?<=[{_UNSPACED}]){_BLANK}+|{_BLANK}+(?=[{_UNSPACED}])")
HYPHENS: Final = frozenset("-‐‑")


class Token(NamedTuple):
    """One word of a text: ``text[start:end] == raw``."""

    raw: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """Return the words of ``text``: runs of Latin letters and digits, or of another script.

    Apostrophes and hyphens part words. Scripts without blanks between words give none.
    """
    return [Token(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def connected(gap: str) -> bool:
    """Tell whether two words with ``gap`` between them can belong to one term."""
    return gap == " " or _CONNECTED.fullmatch(gap) is not None


def is_unspaced(text: str) -> bool:
    """Tell whether ``text`` holds a character of a script without blanks between words."""
    return _UNSPACED_CHARACTER.search(text) is not None


def squeeze(text: str) -> tuple[str, list[int]]:
    """Return ``text`` without blanks beside such characters, and each character's offset in it."""
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for match in _SQUEEZED.finditer(text):
        pieces.append(text[last : match.start()])
        places.extend(range(last, match.start()))
        last = match.end()
    pieces.append(text[last:])
    places.extend(range(last, len(text)))
    return "".join(pieces), places
