"""The text of a translated post as a catalog has it: joined, cleaned, told apart by digests."""

import re
from collections.abc import Iterable
from hashlib import sha256

from l10n.model.inline import Inline
from l10n.model.segment import Segment

_BLANKS = re.compile(r"[ \t]+")
_DIGITS = 16


def spoken(text: Inline, source: str = "") -> str:
    """Return a message without the comments in it, which are no words of the translation.

    Those that ``source``, the message it translates, has as well stay.
    """
    hidden = [tag.span for tag in text.tags if tag.kind == "comment" and tag.raw not in source]
    hidden += [
        each.span
        for each in text.placeholders
        if each.raw.startswith("{/*") and each.raw not in source
    ]
    if not hidden:
        return text.text
    pieces, position = [], 0
    for start, end in sorted(hidden):
        pieces.append(text.text[position:start])
        position = max(position, end)
    pieces.append(text.text[position:])
    return "\n".join(" ".join(line.split(" ")).strip(" ") for line in _lines("".join(pieces)))


def joined(texts: Iterable[str], segment: Segment) -> str:
    """Return texts as one translation of ``segment``: with hard breaks only where it has some."""
    parts = [text.strip() for text in texts]
    if segment.hard_break:
        return "\n".join(part for part in parts if part)
    whole = ""
    for line in "\n".join(parts).split("\n"):
        words = line.strip(" ")
        if words:
            gap = "" if not whole or (_wide(whole[-1]) and _wide(words[0])) else " "
            whole += gap + words
    return whole


def digest(*texts: str) -> str:
    """Return a short digest of texts; how many blanks stand in a row makes no difference."""
    whole = "\0".join(text if _tidy(text) else "\n".join(_lines(text)) for text in texts)
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _tidy(text: str) -> bool:
    """Whether a text is as its lines would be, as nearly all are: a look is cheaper."""
    ends = text[:1] not in (" ", "\t") and text[-1:] not in (" ", "\t")
    return ends and not any(each in text for each in ("\n", "\t", "  "))


def _lines(text: str) -> list[str]:
    return [_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n")]


def _wide(character: str) -> bool:
    """Whether a script without blanks between words has this character."""
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
