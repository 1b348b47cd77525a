"""Translations that stand in a text twice though their sources differ."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from l10n.model.unit import Unit

SHORTEST = 60  # characters; shorter texts may well be the same for different sources
_SAME = 0.93  # likeness of two texts that are one, but for a repaired typo
_APART = 85  # percent of likeness of two sources, above which so may be their translations


def repeated(units: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Yield pairs of Units, the earlier first, whose translations are the same text.

    Likeness is rapidfuzz's normalized indel similarity. Texts of which nearly all is the same
    are looked for in posts paired with `check --against`; in catalogs, which may hold thousands
    of messages, only those that differ in nothing but blanks.
    """
    places = {id(unit): (unit.line, at) for at, unit in enumerate(units)}
    texts = sorted(
        ((words, unit) for unit in units if len(words := _words(unit)) >= SHORTEST),
        key=lambda each: (len(each[0]), each[0], places[id(each[1])]),
    )
    for at, (words, unit) in enumerate(texts):
        near = unit.counterpart is not None
        for text, other in texts[at + 1 :]:
            if text != words and (not near or not _may_be_like(words, text)):
                break
            if text == words or Indel.normalized_similarity(words, text, score_cutoff=_SAME):
                first, second = sorted((unit, other), key=lambda each: places[id(each)])
                if not _same_source(first, second):
                    yield first, second


def _may_be_like(words: str, longer: str) -> bool:
    return 2 * len(words) >= _SAME * (len(words) + len(longer))


def _same_source(one: Unit, other: Unit) -> bool:
    first, second = one.message.msgid, other.message.msgid
    return bool(first) and ratio(first, second, score_cutoff=_APART) > 0


def _words(unit: Unit) -> str:
    return " ".join("".join(run.raw for run in unit.target.texts).split())
