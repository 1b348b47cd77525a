"""What the rules about posts have in common: how a place is called, and what counts as words."""

import re

from l10n.model.counterpart import Counterpart
from l10n.model.inline import Inline

IMAGE = "image"
_WORD = re.compile(r"[^\W\d_]{2}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def called(place: Counterpart) -> str:
    """Return what a passage is called in a sentence: "paragraph", "title of the front matter"."""
    key = place.kind.partition("front matter: ")[2]
    return f"{key} of the front matter" if key else place.kind


def of_source(place: Counterpart) -> str:
    """Return "on line 12 of the source" or "on lines 12 to 14 of the source"."""
    first, last = place.source or (0, 0)
    return f"on line{_lines(first, last)} of the source"


def _lines(first: int, last: int) -> str:
    return f" {first}" if first == last else f"s {first} to {last}"


def spoken(side: Inline) -> bool:
    """Return whether there are words in it, or code."""
    return bool(side.code) or any(_WORD.search(run.raw) for run in side.texts)
