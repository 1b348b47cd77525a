"""number-changed"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.number.values import Number, has_clock, numbers, pieces
from l10n.rules.quote import quote
from l10n.rules.sentences import end_of

_DIGIT = re.compile(r"\d")
_NUMBERING = re.compile(
    r"[\s*_#]*\d{1,2}(?:(?:\.\d{1,2})+\s+|(?:\.\d{1,2})*[.)、：:]\s*)(?=[^\W\d_])"
)


def _look(unit: Unit) -> Iterator[Hit]:
    if not _DIGIT.search(unit.source.text):  # as in most messages
        return
    times = not has_clock(unit.source.texts)
    ours = list(numbers(unit.source.texts, times=times))
    if not ours:
        return
    theirs = list(numbers(unit.target.texts, times=times))
    if _numbered(unit):
        del theirs[0]
    missing, added = _left(ours, theirs)
    if not missing or not added:
        return  # one that is missing may be written out as a word, and so may one that is added
    missing, added = _broken_up(missing, added)
    anywhere = _anywhere(unit)
    for one in missing:
        if one.raw in anywhere or not added:
            continue
        other = min(added, key=lambda number: _distance(one, number))
        if any(_same_scaled(one, number) for number in added):
            continue
        if len(ours) != len(theirs) and not _akin(one, other):
            continue  # numbers were added or left out, and these two may have nothing in common
        added.remove(other)
        right = quote(one.raw)
        yield Hit(
            f"{quote(other.raw)} stands where the source has {right}",
            f"write {right} as your language writes it",
            other.span,
        )


def _numbered(unit: Unit) -> bool:
    """Whether the translator has put a number before a heading that has none."""
    found = _NUMBERING.match(unit.target.text)
    return bool(found) and not _NUMBERING.match(unit.source.text) and not end_of(unit.source)


def _left(source: Sequence[Number], target: Sequence[Number]) -> tuple[list[Number], list[Number]]:
    """Return the source's numbers without counterpart, and those that the source lacks."""
    added = list(target)
    missing = []
    for one in source:
        at = next((at for at, other in enumerate(added) if one.keys & other.keys), None)
        if at is None:
            missing.append(one)
        else:
            del added[at]
    if len(source) == len(target):
        return missing, added
    # What is there already may be said again, and need not be: it explains nothing.
    values = frozenset[str]().union(*(number.keys for number in source))
    there = frozenset[str]().union(*(number.keys for number in target))
    missing = [number for number in missing if not number.keys & there]
    return missing, [number for number in added if not number.keys & values]


def _broken_up(
    missing: Sequence[Number], added: Sequence[Number]
) -> tuple[list[Number], list[Number]]:
    """Leave out what is the same once dates and times are taken apart."""
    ours = Counter(piece for number in missing for piece in pieces(number))
    theirs = Counter(piece for number in added for piece in pieces(number))
    return (
        [number for number in missing if Counter(pieces(number)) - theirs],
        [number for number in added if Counter(pieces(number)) - ours],
    )


def _anywhere(unit: Unit) -> str:
    """Return the code and placeholders of the translation, where a number may have moved."""
    raws = [code.raw for code in unit.target.code]
    raws += (placeholder.raw for placeholder in unit.target.placeholders)
    return " ".join(raw for raw in raws if raw not in unit.source.text)


def _same_scaled(one: Number, other: Number) -> bool:
    return (one.scaled or other.scaled) and one.digits == other.digits


def _akin(one: Number, other: Number) -> bool:
    """Whether one may be the other mistyped: a digit, or a separator."""
    length, digits = _distance(one, other)
    return (length == 0 and digits == 1) or one.digits == other.digits


def _distance(one: Number, other: Number) -> tuple[int, int]:
    """How unlike two numbers are: in length, then in digits at the same place."""
    differing = sum(a != b for a, b in zip(one.raw, other.raw, strict=False))
    return abs(len(one.raw) - len(other.raw)), differing


RULE = Rule(
    name="number-changed",
    summary="A number of the source is another one in the translation.",
    why="Nobody notices a wrong figure when reading. Numbers are compared by value: other digits, "
    "separators and scales (10万 for 100k) make no difference, nor does the order of a date. "
    "A number that became a word, and a word that became a number, are left alone, as are "
    "addresses and code.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    compares=True,
    examples=(
        Example("1,234.5 of 10,000", "1 234,5 sur 10 000"),
        Example("the 10th of 3 parts", "la dixième de 3 parties"),
        Example("100k lines in two files", "10万 lignes dans 2 fichiers"),
        Example("From 9 to 9", "9 plutôt que 9, ou 5"),
        Example("12/31/2019 at 5:30 pm", "31.12.2019 à 17:30"),
        Example("٣ cats", "3 chats"),
        Example("COVID-19 data (CORD-19)", "2.1 Les données COVID-19"),
        Example("see [it](https://x.example/5)", "voir [ça](https://x.example/6)"),
        Example(
            "It grew by 4.5 % in 2019.",
            "Une hausse de 45 % en 2019.",
            says=("45 stands where the source has 4.5",),
            hints=("write 4.5 as your language writes it",),
            marks=("45",),
        ),
        Example(
            "Version 1.2.3 of 2019",
            "Version 1.2.4 de 2019",
            says=("1.2.4 stands where the source has 1.2.3",),
            hints=("write 1.2.3 as your language writes it",),
            marks=("1.2.4",),
        ),
    ),
)
