"""What stands in running text and is no prose: bare addresses, footnotes, placeholders."""

import re
from collections.abc import Iterator

from l10n.model.inline import Span

# GFM's extended autolinks (section 6.9), ended as well by the punctuation and letters of
# languages that write no blank before the next word.
_STOPS = r"\s<>\"`«»“”‘’\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef"
_TOKEN = re.compile(
    rf"(?P<note>\[\^[^\]\[\s]+\])|(?P<url>(?<![A-Za-z0-9_/])(?:https?://|www\.)[^{_STOPS}]+)"
)
_PAIRS = {")": "(", "]": "["}


def find_tokens(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """Yield the span of each token in ``text[start:end]``, and whether it is a footnote's."""
    for match in _TOKEN.finditer(text, start, end):
        note = match["note"] is not None
        length = len(match[0] if note else _without_tail(match[0]))
        yield (match.start(), match.start() + length), note


def placeholder_kind(raw: str) -> str:
    """Return which kind of Placeholder the masked ``raw`` is."""
    if raw.startswith(("{{<", "{{%")):
        return "shortcode"
    if raw.startswith(("{{", "{%")):
        return "liquid"
    if raw.startswith("$$"):
        return "math"
    return "expression" if raw[0] == "{" and raw[1:2] not in (":", "#", ".") else "attributes"


def _without_tail(address: str) -> str:
    """Return a bare address without the sentence's punctuation behind it (GFM, section 6.9)."""
    counts = {letter: address.count(letter) for letter in "()[]"}
    end = len(address)
    while end:
        letter = address[end - 1]
        if letter in _PAIRS:
            if counts[letter] <= counts[_PAIRS[letter]]:
                break
            counts[letter] -= 1
        elif letter not in "?!.,:;*_~'\"|":
            break
        end -= 1
    return address[:end]
