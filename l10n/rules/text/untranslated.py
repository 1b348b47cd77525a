"""text-untranslated"""

import re
from collections.abc import Iterator, Sequence

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerPost, Rule
from l10n.model.unit import Unit
from l10n.rules.text.same import same
from l10n.rules.text.words import Word, prose, telling, titled, words

_QUOTED = re.compile(r"\s*(?:[\"“«„「『《].*[\"”»“」』》]|[bcr]+\".*\")\s*", re.S)
_COMMENT = re.compile(r"\s*(?://|/\*|<!--)")
_CODE = re.compile(r"\w[_/$]\w|[$=\\]|::|\w\(")
_EMPHASISED = re.compile(r"([*_]{1,3})(?![*_\s]).*(?<![*_\s])\1")
_FEWER = re.compile(r"[\W\d_]*+(?:[^\W\d_]++[\W\d_]*+){0,3}+")  # words than a sentence has
_LONG = 120  # characters, beyond which nothing is a title
_FEW = 0.25  # kept: who keeps more of the comments or citations means to keep them all
_NONE = 0.05  # of titles, since those of books and papers are kept in all languages
_ENOUGH = 12  # messages of a kind from which a translator's habit is read
_OTHERS = 2  # languages that translated it
_Key = tuple[str | None, str]


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    alike = [same(unit) for unit in units]
    done: dict[_Key, set[str]] = {}
    kept: dict[_Key, set[str]] = {}
    for unit, is_same in zip(units, alike, strict=True):
        if is_same:
            kept.setdefault(unit.message.key, set()).add(unit.language.tag)
    for unit, is_same in zip(units, alike, strict=True):
        if not is_same and (key := unit.message.key) in kept:
            done.setdefault(key, set()).add(unit.language.tag)
    kinds = [
        (unit, found, _kind(unit, found))
        for unit, is_same in zip(units, alike, strict=True)
        if is_same and unit.language != unit.source_language
        if (found := list(words(unit.source)))
    ]
    habits = _habits(units, alike, {(unit.path, kind) for unit, _, kind in kinds})
    for unit, found, kind in kinds:
        others = done.get(unit.message.key, set())
        if kind and habits.get((unit.path, kind), kind == "sentence"):
            yield Hit("the same as in the source", "translate it", unit=unit)
        elif kind in ("", "title") and _alone(others, kept[unit.message.key]) and _worth(found):
            names = ", ".join(sorted(others))
            message = f"the same as in the source, while others have translated it: {names}"
            yield Hit(message, "translate it", unit=unit)


def _habits(
    units: tuple[Unit, ...], alike: Sequence[bool], wanted: set[tuple[str, str]]
) -> dict[tuple[str, str], bool]:
    """Return by catalog and kind of text whether its translator translates that kind."""
    counts: dict[tuple[str, str], list[bool]] = {}
    read: dict[int, list[Word]] = {}  # by source, which languages may share
    for unit, is_same in zip(units, alike, strict=True):
        source = unit.source
        likely = (unit.path, _likely(source.text))
        if likely not in wanted or _FEWER.fullmatch(prose(source)):
            continue
        if id(source) not in read:
            read[id(source)] = list(words(source))
        if _kind(unit, read[id(source)]) == likely[1]:
            counts.setdefault(likely, []).append(is_same)
    return {
        (path, kind): sum(same) <= len(same) * (_NONE if kind == "title" else _FEW)
        for (path, kind), same in counts.items()
        if kind != "sentence" and len(same) >= _ENOUGH
    }


def _likely(text: str) -> str:
    """Return the only kind that a text may be of, besides none and a sentence."""
    if _QUOTED.fullmatch(text):
        return "citation"
    return "comment" if _COMMENT.match(text) else "title" if len(text) < _LONG else ""


def _kind(unit: Unit, found: list[Word]) -> str:
    """Return "sentence", or "comment", "citation" or "title" for one; "" for no sentence."""
    small = telling(unit.source_language.tag, unit.language.tag)
    likely = _likely(unit.source.text)
    whole = likely == "citation"
    free = [word for word in found if whole or not word.quoted]
    some = any(word.plain in small for word in free)
    lower = sum(word.raw.islower() for word in free)
    if not ((some and len(free) >= 4) or (len(free) >= 5 and lower >= 4)):
        return ""
    if whole:
        return "citation" if some and not _CODE.search(unit.source.text) else ""
    if likely == "comment":
        return "comment"
    if not titled(free, small) and not _heads(unit):
        return "sentence"
    return likely  # a long one is in capitals, or a list of names: nobody can tell


def _heads(unit: Unit) -> bool:
    """Whether this stands above a text: as a heading, or in emphasis all of it."""
    heading = unit.segment is not None and unit.segment.kind.startswith("heading")
    return heading or bool(_EMPHASISED.fullmatch(unit.source.text.strip()))


def _alone(others: set[str], kept: set[str]) -> bool:
    """Whether one language keeps what others translated."""
    return len(others) >= _OTHERS and len(kept) == 1


def _worth(found: list[Word]) -> bool:
    """Whether these can hardly be the same in two languages, as a single word often is."""
    return sum(len(word.raw) > 2 and not word.raw.isupper() for word in found) > 1


RULE = Rule(
    name="text-untranslated",
    summary="The translation is the source.",
    why="It counts as translated, and readers get the source language. Names, titles, citations "
    "and what is code are left alone: a sentence is told by its small words, and a short text "
    "by two or more other languages that have translated it. Titles, citations and comments of "
    "code count where the rest of the catalog shows that its translator translates them.",
    severity=Severity.WARNING,
    check=PerPost(_look),
    examples=(
        Example("PyTorch", "PyTorch"),
        Example("Attention Is All You Need", "Attention Is All You Need"),
        Example("Kaplan et al. (2020)", "Kaplan et al. (2020)"),
        Example("***How to read: a survey of books***", "***How to read: a survey of books***"),
        Example("“A rose is a rose.”", "“A rose is a rose.”"),
        Example("`the code of the cat`", "`the code of the cat`"),
        Example(
            "The model is smaller than you think.",
            "The model is smaller than you think.",
            says=("the same as in the source",),
            hints=("translate it",),
            marks=("",),
        ),
    ),
)
