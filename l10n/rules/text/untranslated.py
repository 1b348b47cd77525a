"""text-untranslated"""

import re
from collections.abc import Iterator, Mapping

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerPost, Rule
from l10n.model.unit import Unit
from l10n.rules.text.words import Word, small_words, titled, words

_QUOTED = re.compile(r"\s*(?:[\"“«„「『《].*[\"”»“」』》]|[bcr]+\".*\")\s*", re.S)
_COMMENT = re.compile(r"\s*(?://|/\*|<!--)")
_KEPT = 0.25  # of the comments of code; who keeps so many means to keep them all
_Key = tuple[str | None, str]
_OTHERS = 2  # languages that translated it


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    translated: dict[_Key, set[str]] = {}
    kept: dict[_Key, set[str]] = {}
    for unit in units:
        group = kept if _same(unit) else translated
        group.setdefault(unit.message.key, set()).add(unit.language.tag)
    left = {path for path in {unit.path for unit in units} if _keeps_comments(units, path)}
    for unit in units:
        if unit.message.key not in kept or not _same(unit):
            continue
        if not (unit.path in left and _COMMENT.match(unit.message.msgid)):
            yield from _judge(unit, translated, kept)


def _judge(
    unit: Unit, translated: Mapping[_Key, set[str]], kept: Mapping[_Key, set[str]]
) -> Iterator[Hit]:
    found = list(words(unit.source))
    if not found or _QUOTED.fullmatch(unit.source.text) or unit.language == unit.source_language:
        return
    here = translated.get(unit.message.key, set())
    hint = "translate it"
    if _sentence(found, unit):
        yield Hit("the same as in the source", hint, unit=unit)
    elif len(here) >= _OTHERS and len(kept[unit.message.key]) == 1 and _worth(found):
        others = ", ".join(sorted(here))
        message = f"the same as in the source, while others have translated it: {others}"
        yield Hit(message, hint, unit=unit)


def _keeps_comments(units: tuple[Unit, ...], path: str) -> bool:
    same = [
        _same(unit) for unit in units if unit.path == path and _COMMENT.match(unit.message.msgid)
    ]
    return len(same) > 1 and sum(same) >= _KEPT * len(same)


def _same(unit: Unit) -> bool:
    ours, theirs = unit.message.msgid, unit.message.msgstr
    return ours == theirs or ours.split() == theirs.split()


def _sentence(found: list[Word], unit: Unit) -> bool:
    """Whether these are words of a sentence, rather than a title, a name or a citation."""
    small = small_words(unit.source_language.tag) - small_words(unit.language.tag)
    free = [word for word in found if not word.quoted]
    telling = sum(word.plain in small for word in free)
    if telling >= 1 and len(free) >= 4 and not titled(found, small):
        return True
    lower = sum(word.raw.islower() for word in free)
    return len(free) >= 5 and lower >= 4 and not titled(found, small)


def _worth(found: list[Word]) -> bool:
    """Whether these can hardly be the same in two languages, as a single word often is."""
    return sum(len(word.raw) > 2 and not word.raw.isupper() for word in found) > 1


RULE = Rule(
    name="text-untranslated",
    summary="The translation is the source.",
    why="It counts as translated, and readers get the source language. Names, titles, citations "
    "and what is code are left alone: a sentence is told by its small words, and a short text "
    "by two or more other languages that have translated it.",
    severity=Severity.WARNING,
    check=PerPost(_look),
    examples=(
        Example("PyTorch", "PyTorch"),
        Example("Attention Is All You Need", "Attention Is All You Need"),
        Example("Kaplan et al. (2020)", "Kaplan et al. (2020)"),
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
