"""text-doubled-word"""

import re
from collections.abc import Iterator

from l10n.model.finding import Fix, Severity
from l10n.model.inline import Inline, Span
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.text.words import small_words

_DOUBLED = re.compile(r"(?<![\w'’*_-])([^\W\d_]{2,}+)\s+\1(?![\w'’*_-])", re.I)
_CHINESE = re.compile(r"([\u3400-\u9fff]{3,12})\1")
# Languages in which saying a word twice is grammar.
_REPEATING = frozenset(
    "bn dv fil gu haw hi id jv km kn lo mi ml mr ms my ne or pa si sm su ta te th tl to tok ur vi "
    "zu".split()
)
_USUAL = {
    "de": "das der die sie",
    "en": "had that",
    "es": "poco casi muy",
    "fr": "nous vous",
    "it": "man mano piano via poco così molto",
    "nl": "dat die",
    "pl": "się",
    "pt": "pouco",
    "sv": "var för",
    "tr": (
        "adım apar ara arada ardı avuç ayrı azar ağır bazı başka birer bol boş bölük "
        "bölüm büyük cıvıl daha damla defa derin dilim dizi dolu gizli grup güle gün güzel "
        "harf hemen hızlı ikişer ince iyi karakter kat katman kelime kendi koca koşa köşe "
        "küme küçük kısa kısım madde ne nice parça peş renk sabah satır sayfa sessiz sıcak "
        "sık sıra sırayla tane tek teker tekrar tür türlü ufak upuzun usul uzun vakit yan "
        "yana yavaş yeni yer zaman çabuk çeşit çok öbek özel şöyle"
    ),
}
_ALLOWED = {language: frozenset(words.split()) for language, words in _USUAL.items()}


def _look(unit: Unit) -> Iterator[Hit]:
    language = unit.language.tag.partition("-")[0]
    # What joins the parts of a sentence is not repeated even there.
    only = small_words(unit.language.tag) if language in _REPEATING else None
    if only is not None and not only:
        return
    allowed = _ALLOWED.get(language, frozenset())
    known: frozenset[str] | None = None
    for word, span in _doubled(unit.target):
        if known is None:
            known = frozenset(ours for ours, _ in _doubled(unit.source))
        if word not in allowed and not known and (only is None or word in only):
            fix = _fix(unit.target.text, span, len(word))
            yield Hit(f"“{word}” stands twice", "remove one of the two", span, fix=fix)


def _fix(text: str, span: Span, length: int) -> tuple[Fix, ...]:
    """Remove the second word, where it is the same to the letter and on the same line."""
    start, end = span
    again = start + length, end
    between = text[start + length : end - length]
    same = text[start : start + length] == text[end - length : end]
    return (Fix(again, ""),) if same and not set(between) & set("\r\n") else ()


def _doubled(side: Inline) -> Iterator[tuple[str, Span]]:
    for run in side.texts:
        for pattern in (_DOUBLED,) if run.raw.isascii() else (_DOUBLED, _CHINESE):
            for match in pattern.finditer(run.raw):
                start = run.span[0]
                yield match[1].lower(), (start + match.start(), start + match.end())


RULE = Rule(
    name="text-doubled-word",
    summary="A word stands twice in a row.",
    why="It is left over from an edit. Words that are "
    "usually repeated (“vous vous”), and texts whose source repeats one are left alone; so are all "
    "but the smallest words in languages that repeat words on purpose.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    compares=True,
    sourceless=True,
    examples=(
        Example("The house is far away.", "Ngôi nhà ở xa xa.", language="vi"),
        Example(
            "cat and dog",
            "mèo và và chó",
            says=("“và” stands twice",),
            hints=("remove one of the two",),
            marks=("và và",),
            fixed="mèo và chó",
            language="vi",
        ),
        Example("You come near.", "Vous vous approchez."),
        Example("We flew to Bora Bora.", "Nous avons volé vers Bora Bora."),
        Example("one, two, two", "un, deux, deux"),
        Example(
            "The model is small.",
            "Le modèle modèle est petit.",
            says=("“modèle” stands twice",),
            hints=("remove one of the two",),
            marks=("modèle modèle",),
            fixed="Le modèle est petit.",
        ),
        Example(
            "The model is small.",
            "模型很小模型很小。",
            says=("“模型很小” stands twice",),
            hints=("remove one of the two",),
            marks=("模型很小模型很小",),
            fixed="模型很小。",
        ),
    ),
)
