"""text-half-untranslated"""

import re
from collections.abc import Iterator, Sequence

from l10n.model.finding import Severity
from l10n.model.inline import Span
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.quote import quote
from l10n.rules.text.same import same
from l10n.rules.text.words import Word, plain_words, prose, telling, titled, words
from l10n.rules.text.wrong_language import foreign

_MOST = 20  # places at which the same words are looked for in the source
_CODE = re.compile(r"[;{}<>=]|::|\)\.")  # in a comment, lines of code may stand
_RUN = 4  # words in a row as in the source, one of them a small word


def _look(unit: Unit) -> Iterator[Hit]:
    if unit.language == unit.source_language or same(unit):
        return
    small = telling(unit.source_language.tag, unit.language.tag)
    theirs = plain_words(prose(unit.target))
    if small.isdisjoint(theirs):
        return
    ours = frozenset(plain_words(prose(unit.source)))
    shared = [word for word in theirs if word in ours]
    if len(shared) < _RUN or small.isdisjoint(shared):
        return  # as nearly always, and far sooner than in order
    target = [word for word in words(unit.target) if not word.quoted]
    source = [word for word in words(unit.source) if not word.quoted]
    for run in _common(source, target):
        if any(word.plain in small for word in run) and not titled(run, small):
            span: Span = run[0].span[0], run[-1].span[1]
            text = unit.target.text[slice(*span)]
            if _CODE.search(text):
                continue
            if foreign(unit):
                return  # text-wrong-language speaks on those
            yield Hit(
                f"still in the source language: {quote(text)}",
                "translate it, or put quotation marks around what is cited",
                span,
            )


def _common(source: Sequence[Word], target: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield each longest run of words of the translation that the source has as well."""
    starts: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(source) - _RUN + 1):
        starts.setdefault(_plain(source, at), []).append(at)
    position = 0
    while position + _RUN <= len(target):
        found = starts.get(_plain(target, position), ())
        length, at = max(
            ((_length(source, at, target, position), at) for at in found[:_MOST]), default=(0, 0)
        )
        run = list(target[position : position + length])
        # In brackets stands what was translated before them, unless the source has it there.
        if run and not (all(word.inside for word in run) and not source[at].inside):
            yield run
        position += length or 1


def _plain(found: Sequence[Word], at: int) -> tuple[str, ...]:
    return tuple(word.plain for word in found[at : at + _RUN])


def _length(source: Sequence[Word], at: int, target: Sequence[Word], position: int) -> int:
    """Return how many words are the same from the two places on."""
    length = 0
    most = min(len(source) - at, len(target) - position)
    while length < most and source[at + length].plain == target[position + length].plain:
        length += 1
    return length


RULE = Rule(
    name="text-half-untranslated",
    summary="A part of the translation is still the source.",
    why="A sentence was overlooked, or the translator stopped in the middle. Titles, names and "
    "what stands in quotation marks, brackets or a link are left alone.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    compares=True,
    examples=(
        Example(
            "They call it “the art of the short answer” and more.",
            "Ils l'appellent « the art of the short answer », et plus.",
        ),
        Example("The Origin of the Species and more", "The Origin of the Species et plus"),
        # As a whole it is text-untranslated, or text-unchanged.
        Example("Stories and a letter to you", "4. Stories and a letter to you"),
        Example(
            # text-wrong-language tells of this one.
            "We know that the model can be run on a phone of the last decade.",
            "It is known that the model can be run on a phone of the last decade.",
        ),
        Example(
            "The model is small. It can be run on a phone of the last decade.",
            "Le modèle est petit. It can be run on a phone of the last decade.",
            says=("still in the source language: It can be run on a phone of the last decade",),
            hints=("translate it, or put quotation marks around what is cited",),
            marks=("It can be run on a phone of the last decade",),
        ),
    ),
)
