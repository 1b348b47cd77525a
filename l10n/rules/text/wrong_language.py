"""text-wrong-language"""

import re
from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.sentences import end_of
from l10n.rules.text.same import same
from l10n.rules.text.words import holds, prose, small_words, telling, words

_SCRIPTS = {  # letters of the languages that are not written in Latin ones
    "zh": "\u3400-\u9fff",
    "ja": "\u3040-\u30ff\u3400-\u9fff",
    "ko": "\uac00-\ud7af",
    "ar": "\u0600-\u06ff",
    "fa": "\u0600-\u06ff",
    "ur": "\u0600-\u06ff",
    "he": "\u0590-\u05ff",
    "el": "\u0370-\u03ff",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "th": "\u0e00-\u0e7f",
    "ru": "\u0400-\u04ff",
    "uk": "\u0400-\u04ff",
    "bg": "\u0400-\u04ff",
    "be": "\u0400-\u04ff",
    "sr": "\u0400-\u04ff",
    "mk": "\u0400-\u04ff",
    "ka": "\u10a0-\u10ff",
    "hy": "\u0530-\u058f",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
}
_LONG = 8  # words; of fewer nobody can tell the language
_SHARE = 0.2  # of them small words of the source language


def _look(unit: Unit) -> Iterator[Hit]:
    if foreign(unit):
        yield Hit(
            f"this reads as {unit.source_language.tag}, not as {unit.language.tag}",
            "translate it",
        )


def foreign(unit: Unit) -> bool:
    """Return whether the translation as a whole is written in the language of the source."""
    if unit.language == unit.source_language:
        return False
    there = small_words(unit.source_language.tag)
    here = small_words(unit.language.tag)
    script = _SCRIPTS.get(unit.language.tag.partition("-")[0])
    if not there or not (here or script):
        return False
    if holds(prose(unit.target), telling(unit.source_language.tag, unit.language.tag)) < 2:
        return False
    if same(unit):
        return False  # text-untranslated speaks on those
    if not unit.message.msgid and not end_of(unit.target):
        return False  # a list of works, which the translator has added
    found = [word for word in words(unit.target) if not word.quoted and not word.inside]
    if len(found) < _LONG:
        return False
    alien = sum(word.plain in there - here for word in found)
    own = sum(word.plain in here - there for word in found)
    if script:
        own += len(re.findall(f"[{script}]", unit.target.text))
    return alien >= _SHARE * len(found) and alien > 3 * own


RULE = Rule(
    name="text-wrong-language",
    summary="The translation is in the language of the source.",
    why="The author's words were put differently instead of being translated. It is told by the "
    "script and by small words such as “the” and “of”, so short texts are left alone.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    compares=True,
    sourceless=True,
    examples=(
        Example("The model is small and it is fast.", "Le modèle est petit et il est rapide."),
        Example("The Art of War", "L'Art de la guerre (The Art of War)"),
        Example(
            "The model can be run on a phone that is old.",
            "You can run the model on the kind of phone that was old.",
            says=("this reads as en, not as fr",),
            hints=("translate it",),
            marks=("",),
        ),
    ),
)
