"""How well the kinds of two passages fit one another."""

from collections.abc import Sequence
from itertools import pairwise

from l10n.align.traits import Traits

_SAME = {
    "text": 0.3,
    "title": 1.8,
    "list": 0.9,
    "quote": 1.5,
    "table": 1.3,
    "image": 2.5,
    "code": 2.5,
    "markup": 2.0,
    "math": 2.5,
    "note": 2.0,
    "label": 1.5,
}
_UNLIKE = -5.0
_NOTE = -6.0
# Translators restyle: titles become bold lines, lists paragraphs, HTML Markdown.
_CHANGED = {
    frozenset(("text", "title")): -1.8,
    frozenset(("text", "list")): -1.3,
    frozenset(("text", "quote")): -0.8,
    frozenset(("text", "table")): -2.0,
    frozenset(("list", "quote")): -1.5,
    frozenset(("list", "title")): -2.5,
    frozenset(("image", "markup")): -0.5,
    frozenset(("image", "text")): -5.0,
    frozenset(("code", "text")): -4.0,
    frozenset(("image", "title")): -6.0,
    frozenset(("code", "title")): -6.0,
    frozenset(("code", "image")): -4.0,
    frozenset(("code", "markup")): -4.0,
    frozenset(("label", "text")): -3.0,
}
_VERBATIM = frozenset(("code", "markup", "math"))  # what translators leave as it is, mostly
PROSE = frozenset(("text", "title", "list", "quote", "table"))
WORDED = PROSE | {"label"}  # what has a length worth comparing

# What speaks for a part left out to begin with a passage: a title, or what is set apart from the
# text. Against it: that only the title above it was kept.
_BEGINS = {"title": 0.9, "image": 0.9, "markup": 0.9, "label": 0.9}
_BELOW_TITLE = -1.0


def ease_of(side: Sequence[Traits]) -> list[float]:
    """Return for each passage the log odds that a part left out begins there, more or less."""
    families = ["", *(traits.family for traits in side)]
    return [
        _BEGINS.get(family, 0.0) + (_BELOW_TITLE if above == "title" else 0.0)
        for above, family in pairwise(families)
    ]


def kinds_fit(source: Traits, target: Traits) -> float:
    """Return the log odds that passages of these kinds correspond."""
    if source.family == target.family:
        value = _SAME[source.family]
        if source.family in _VERBATIM and (source.words or target.words):
            alike = len(source.words & target.words) / len(source.words | target.words)
            value += min(1.0, 6 * alike - 3)
        if source.level and target.level:
            value += 0.5 if source.level == target.level else -0.5
    else:
        value = _CHANGED.get(frozenset((source.family, target.family)), _UNLIKE)
        if "note" in (source.family, target.family):
            value = _NOTE
    if source.links and target.links:
        value += 0.3
    elif source.links or target.links:
        value -= 0.5
    if source.bold or target.bold:
        value += 0.7 if source.bold == target.bold else -0.7
    if source.ends or target.ends:
        value += 0.7 if source.ends == target.ends else -0.4
    return value
