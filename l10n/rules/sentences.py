"""Where sentences end, in the scripts of the world."""

import re

from l10n.model.inline import Inline

_CLASSES = {
    "a full stop": ".。．।॥۔።։܂᠃᙮",
    "a question mark": "?？؟;՞፧",
    "an exclamation mark": "!！՜",
    "a colon": ":：፥",
    "an ellipsis": "…⋯",
}
_OF = {sign: name for name, signs in _CLASSES.items() for sign in signs}
_CLOSING = re.compile(r"[\s\u00a0\u200e\u200f*_~\"'”’»›“‘\)）\]］」』】》〉}]+$")
_DOTS = re.compile(r"\.\.\.$")


def end_of(side: Inline) -> str:
    """Return what ends a message, "" for none: brackets, quotes and markup behind it set aside."""
    text = _CLOSING.sub("", side.text)
    if not text or not side.texts:
        return ""
    if _DOTS.search(text):
        return "an ellipsis"
    return _OF.get(text[-1], "")
