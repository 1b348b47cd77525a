"""What kind of text a message is, which says whether it can stay as it is."""

import re

from l10n.model.unit import Unit
from l10n.rules.text.words import Word, telling, titled

_QUOTED = re.compile(r"\s*(?:[\"“«„「『《].*[\"”»“」』》]|[bcr]+\".*\")\s*", re.S)
_COMMENT = re.compile(r"\s*(?://|/\*|<!--)")
_CODE = re.compile(r"\w[_/$]\w|[$=\\]|::|\w\(")
_EMPHASISED = re.compile(r"([*_]{1,3})(?![*_\s]).*(?<![*_\s])\1")
_LONG = 120  # characters, beyond which nothing is a title


def likely(text: str) -> str:
    """Return the only kind that a text may be of, besides none and a sentence."""
    if _QUOTED.fullmatch(text):
        return "citation"
    return "comment" if _COMMENT.match(text) else "title" if len(text) < _LONG else ""


def kind_of(unit: Unit, found: list[Word]) -> str:
    """Return "sentence", or "comment", "citation" or "title" for one; "" for no sentence."""
    small = telling(unit.source_language.tag, unit.language.tag)
    guess = likely(unit.source.text)
    whole = guess == "citation"
    free = [word for word in found if whole or not word.quoted]
    some = any(word.plain in small for word in free)
    lower = sum(word.raw.islower() for word in free)
    if not ((some and len(free) >= 4) or (len(free) >= 5 and lower >= 4)):
        return ""
    if whole:
        return "citation" if some and not _CODE.search(unit.source.text) else ""
    if guess == "comment":
        return "comment"
    if not titled(free, small) and not heads(unit):
        return "sentence"
    return guess  # a long one is in capitals, or a list of names: nobody can tell


def heads(unit: Unit) -> bool:
    """Whether this stands above a text: as a heading, or in emphasis all of it."""
    heading = unit.segment is not None and unit.segment.kind.startswith("heading")
    return heading or bool(_EMPHASISED.fullmatch(unit.source.text.strip()))
