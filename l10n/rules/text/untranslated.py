"""text-untranslated"""

import re
from collections.abc import Iterator, Sequence

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerPost, Rule
from l10n.model.unit import Unit
from l10n.rules.text.kinds import heads, kind_of, likely
from l10n.rules.text.same import same
from l10n.rules.text.words import Word, prosaic, prose, small_words, words

_FEWER = re.compile(r"[\W\d_]*+(?:[^\W\d_]++[\W\d_]*+){0,3}+")  # words than a sentence has
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
        (unit, found, kind_of(unit, found))
        for unit, is_same in zip(units, alike, strict=True)
        if is_same and unit.language != unit.source_language
        if (found := list(words(unit.source)))
    ]
    habits = _habits(units, alike, {(unit.path, kind) for unit, _, kind in kinds if kind})
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
    read: dict[int, list[Word] | None] = {}  # by source, which languages may share; None: prose
    for unit, is_same in zip(units, alike, strict=True):
        source = unit.source
        guess = (unit.path, likely(source.text))
        if guess not in wanted or _FEWER.fullmatch(prose(source)):
            continue
        if id(source) not in read:
            plain = prosaic(source, small_words(unit.source_language.tag))
            read[id(source)] = None if plain else list(words(source))
        found = read[id(source)]
        if found is None:
            if guess[1] == "title" and not heads(unit):
                continue  # as most of them
            found = read[id(source)] = list(words(source))
        if kind_of(unit, found) == guess[1]:
            counts.setdefault(guess, []).append(is_same)
    return {
        (path, kind): sum(same) <= len(same) * (_NONE if kind == "title" else _FEW)
        for (path, kind), same in counts.items()
        if kind != "sentence" and len(same) >= _ENOUGH
    }


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
