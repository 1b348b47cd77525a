"""Where sentences end, in the scripts of the world."""

import re

from l10n.model.inline import Inline

_CLASSES = {
    "a full stop": ".。．।॥۔።։܂᠃᙮",
    "a question mark": "?？؟\u037e՞፧",
    "an exclamation mark": "!！՜",
    "a colon": ":：፥",
    "a semicolon": ";；؛",
    "an ellipsis": "…⋯",
}
_OF = {sign: name for name, signs in _CLASSES.items() for sign in signs}
_CLOSING = " \t\r\n\u00a0\u202f\u200e\u200f*_~\"'”’»›“‘)）]］」』】》〉}"
_DOTS = re.compile(r"\.\.\.$")


_ENDS = re.compile(r"[.!?…](?=[\s*_)\"'”’»\]]|$)|[。．！？।۔؟።։]")
_SHORT = re.compile(r"\b(?:[A-Za-z]|[ei]\.[eg]|etc|vs|cf|al|ör|vb|vd|bkz|ej|p)\.", re.I)


def count_of(side: Inline) -> int:
    """Return how many sentences end in a message, about: abbreviations in a few languages."""
    return sum(len(_ENDS.findall(_SHORT.sub(" ", run.raw))) for run in side.texts)


def end_of(side: Inline) -> str:
    """Return what ends a message, "" for none: brackets, quotes and markup behind it set aside."""
    text = side.text.rstrip(_CLOSING)
    if not text or not side.texts:
        return ""
    if _DOTS.search(text):
        return "an ellipsis"
    return _OF.get(text[-1], "")
