"""Strings of strangers made safe for a terminal, and as wide as they look there."""

import re
import unicodedata
from functools import lru_cache

_KEPT = frozenset("\u200c\u200d")  # parts of letters and emoji; alone they do no harm
_LINE_END = "↵"
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_JOINING = re.compile("[\u200d\ufe0f\U0001f3fb-\U0001f3ff]")


def printable(text: str) -> str:
    """Return ``text`` on one line, without characters that would act on a terminal.

    Controls become their pictures (ESC is ␛); what turns or hides text becomes ‹U+202E›.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(shown, text))


@lru_cache(maxsize=4096)
def shown(character: str) -> str:
    """Return one character as a terminal may get it."""
    code = ord(character)
    if character == "\n":
        return _LINE_END
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _KEPT:
        return f"‹U+{code:04X}›"
    return character


def width(text: str) -> int:
    """Return the columns that printable ``text`` takes on a terminal."""
    return len(text) if text.isascii() else sum(widths(text))


def widths(text: str) -> list[int]:
    """Return the columns of each character of ``text`` in its place.

    Wide and full-width characters take two (Unicode Standard Annex 11), combining ones none; what
    is joined into an emoji takes none, and a sign shown as an emoji takes two (UTS 51).
    """
    if not _JOINING.search(text):
        return list(map(_columns, text))
    result: list[int] = []
    before = ""
    for character in text:
        columns = _columns(character)
        if before == _JOINER or (before and 0x1F3FB <= ord(character) <= 0x1F3FF):
            columns = 0
        elif character == _EMOJI_STYLE and result and result[-1] == 1:
            result[-1] = 2
        result.append(columns)
        before = character
    return result


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if character in _KEPT or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    if "\u1160" <= character <= "\u11ff":
        return 0  # vowels and finals of Hangul, drawn into the syllable before them
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
