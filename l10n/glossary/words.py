"""When two words are the same word: keys that all inflections of one word share."""

import re
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Final
from unicodedata import normalize

from l10n.glossary import affixes
from l10n.glossary.english import singular
from l10n.glossary.tokens import Token

Stemmer = Callable[[str], str]

# Snowball's algorithms by primary language subtag: https://snowballstem.org/algorithms/
STEMMERS: Final = {
    "ar": "arabic", "bs": "serbian", "ca": "catalan", "cs": "czech", "da": "danish",
    "de": "german", "el": "greek", "en": "english", "es": "spanish", "et": "estonian",
    "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hr": "serbian", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch",
    "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip
_TURKIC: Final = frozenset({"tr", "az"})
# Where a missing accent is a slip of the pen ("Etat de l'art") and never another word's sign.
_ACCENTS_OPTIONAL: Final = frozenset({"ca", "el", "es", "fr", "gl", "it", "oc", "pt"})
_COMPOUNDING: Final = frozenset(
    {"af", "da", "de", "et", "fi", "fy", "hu", "is", "lb", "nb", "nl", "nn", "no", "sv"}
)
# Where names take endings: "BERTa", "PyTorchin". Elsewhere they take the plural's -s at most.
_NAMES_INFLECT: Final = frozenset(
    "az be bg bs cs et eu fi hr hu ka kk lt lv mk mn pl ro ru sk sl sr tr uk uz".split()
)
# Articles and "of": "modèle de langage" and "modèle du langage" are one rendering.
_LIGHT: Final = {
    "ca": "de del dels d el la l els les",
    "es": "de del el la los las",
    "fr": "de du des d le la l les",
    "gl": "de do da dos das o a os as",
    "it": "di del dello della dell dei degli delle d il lo la l i gli le",
    "pt": "de do da dos das o a os as",
}
# Where a word's beginning changes, by clitics or by mutation.
_PREFIXING: Final = frozenset({"ar", "cy", "ga", "gd", "gv", "he", "id", "ms", "sw", "tl"})
# "multitâche", "pretokenizador": one word where English puts a hyphen.
_PREFIXED: Final = frozenset({"ca", "es", "fr", "gl", "it", "pt", "ro"})
_PREFIX = re.compile(
    "^(?:auto|bi|hyper|hiper|iper|inter|meta|multi|pos|post|pre|semi|sub|sous|super)(?=.{4})"
)
_DIGIT = re.compile("[0-9]")
_MARK = re.compile("[\u0300-\u036f]")
_PLURAL = re.compile("e?s")
_ENDING = re.compile(r"[^\W\d_A-ZÀ-Þ]{1,4}")
_SHORTEST = 4  # letters of a word that may lose up to as many in a language without a stemmer


class Words:
    """The words of one language: two are the same when they share a key.

    With ``narrow``, English words have their singular only, not the stem that derived words share
    as well: a source that says "tokenizer" does not say "token".
    """

    __slots__ = ("_keys", "_lower", "_narrow", "_stem", "light", "names_inflect", "primary")

    def __init__(self, language: str, *, narrow: bool = False) -> None:
        self.primary = language.partition("-")[0].lower()
        self.light = frozenset(_LIGHT.get(self.primary, "").split())
        self.names_inflect = self.primary in _NAMES_INFLECT
        self._narrow = narrow and self.primary == "en"
        self._stem = None if self._narrow else _stemmer(self.primary)
        self._keys: dict[str, frozenset[str]] = {}
        self._lower: dict[str, str] = {}

    def lower(self, word: str) -> str:
        """Return ``word`` in lower case as the language has it."""
        found = self._lower.get(word)
        if found is None:
            plain = word.replace("I", "ı").replace("İ", "i") if self.primary in _TURKIC else word
            found = self._lower[word] = plain.lower()
        return found

    def stem(self, word: str) -> str:
        """Return what most inflections of a word share; the word in lower case at worst."""
        return self.fold(self._stemmed(self.lower(word)))

    def keys(self, word: str) -> frozenset[str]:
        """Return the keys of a word in a text, as it is written there."""
        found = self._keys.get(word)
        if found is None:
            found = self._keys[word] = frozenset(map(self.fold, self._text_keys(word)))
        return found

    def form_keys(self, word: str) -> frozenset[str]:
        """Return the keys of a word of the glossary: fewer, as it is no compound of others."""
        lower = self.lower(word)
        keys = {self.fold(lower), self.fold(self._stemmed(lower))}
        if self.primary in _TURKIC:
            keys.add(affixes.turkish_noun(self.fold(lower)))
        elif self.primary == "ar":
            keys.update(affixes.arabic_bases(lower))
        elif self.primary == "he":
            keys.update(affixes.hebrew_bases(lower))
        return frozenset(keys)

    def fold(self, key: str) -> str:
        """Return what stays of a key when differences of spelling are left out."""
        key = key.casefold().replace("\u0307", "").replace("œ", "oe")
        if self.primary in _TURKIC:
            return key.replace("ı", "i")
        if self.primary in _ACCENTS_OPTIONAL:
            return _MARK.sub("", normalize("NFD", key))
        if self.primary == "fa":
            return affixes.persian(key)
        return key.replace("ё", "е") if self.primary in ("ru", "be") else key

    def is_light(self, word: str) -> bool:
        """Tell whether ``word`` is an article or the like, which renderings may have or lack."""
        return bool(self.light) and self.lower(word) in self.light

    def spelled(self, form: str, word: str) -> bool:
        """Tell whether ``word`` is ``form`` in this very spelling, with an ending or not."""
        if not word.startswith(form):
            return False
        ending = word[len(form) :]
        if not ending or _PLURAL.fullmatch(ending):
            return True
        allowed = self.names_inflect and len(form) > 2
        return allowed and _ENDING.fullmatch(ending) is not None

    def alike(self, form: str, tokens: Sequence[Token]) -> Iterator[int]:
        """Yield the numbers of the words that may have the lemma of ``form``: its first letter."""
        if self.primary in _PREFIXING:
            yield from range(len(tokens))
            return
        first = self.fold(form)[:1]
        alike = {raw for raw in {token.raw[0] for token in tokens} if self._begins(raw, first)}
        yield from (number for number, token in enumerate(tokens) if token.raw[0] in alike)

    def _begins(self, letter: str, first: str) -> bool:
        return self.fold(self.lower(letter))[:1] == first

    def _stemmed(self, lower: str) -> str:
        if _DIGIT.search(lower):
            return lower
        if self._narrow:
            return singular(lower)
        return self._stem(lower) if self._stem else lower

    def _text_keys(self, word: str) -> Iterator[str]:
        lower = self.lower(word)
        stem = self._stemmed(lower)
        yield lower
        yield stem
        yield lower.removesuffix("s")  # loans keep their plural: "datasets" in Portuguese
        if word != lower and self.names_inflect:  # a name, maybe with an ending of its own
            yield from (word[:cut] for cut in range(max(3, len(word) - 4), len(word)))
        if self._narrow:
            return
        if self.primary in _TURKIC:
            yield from affixes.turkish_bases(self.fold(lower))
        elif self.primary == "ar":
            yield from affixes.arabic_bases(lower)
        elif self.primary == "he":
            yield from affixes.hebrew_bases(lower)
        elif self.primary in _COMPOUNDING:
            yield from affixes.compound_parts(stem)
        elif self.primary in _PREFIXED:
            plain = self.fold(stem)
            yield _PREFIX.sub("", plain)
        elif self._stem is None:
            cuts = range(max(_SHORTEST, len(lower) - _SHORTEST), len(lower))
            yield from (lower[:cut] for cut in cuts)


def _stemmer(primary: str) -> Stemmer | None:
    """Return Snowball's stemmer of a language; None where there is none."""
    name = STEMMERS.get(primary)
    if name is None:
        return None
    snowball = import_module("Stemmer")  # PyStemmer; it has no type hints
    if name not in snowball.algorithms():  # an older release
        return None
    stem: Stemmer = snowball.Stemmer(name).stemWord
    return stem
