"""Dictionary forms of words: the last resort, where stems and endings do not explain a word."""

from functools import cache
from typing import TYPE_CHECKING, Final

from l10n.glossary.words import Words

if TYPE_CHECKING:
    from simplemma import Lemmatizer

# simplemma's names where they are not the primary subtag.
_NAMES: Final = {"bs": "hbs", "hr": "hbs", "no": "nb", "sr": "hbs"}


class Lemmas:
    """The keys of a language's words with their lemmas among them.

    Lemmas are those of simplemma, looked up plainly and greedily, since each finds words that the
    other does not. Its dictionaries take from 0.1 s (French) to 2 s (Polish) to load, so that
    they are loaded only when the first word is asked for.
    """

    __slots__ = ("_keys", "_language", "_words")

    def __init__(self, words: Words) -> None:
        self._words = words
        self._language = _NAMES.get(words.primary, words.primary)
        self._keys: dict[str, frozenset[str]] = {}

    def keys(self, word: str) -> frozenset[str]:
        """Return the keys that Words gives, and the lemmas."""
        found = self._keys.get(word)
        if found is None:
            lower = self._words.lower(word)
            lemmas = {
                self._words.fold(part)
                for lemma in _lemmas(lower, self._language)
                for part in lemma.split("|")  # where two lemmas are possible
            }
            found = self._keys[word] = self._words.form_keys(word) | lemmas
        return found


def has_lemmas(words: Words) -> bool:
    """Tell whether lemmas of the language are known at all."""
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return _NAMES.get(words.primary, words.primary) in SUPPORTED_LANGUAGES


def _lemmas(word: str, language: str) -> tuple[str, ...]:
    return tuple(lemmatizer.lemmatize(word, language) for lemmatizer in _lemmatizers())


@cache
def _lemmatizers() -> "tuple[Lemmatizer, ...]":
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy
    from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

    return tuple(
        Lemmatizer(
            lemmatization_strategy=DefaultStrategy(
                greedy=greedy, dictionary_factory=LOW_MEMORY_DICTIONARY_FACTORY
            )
        )
        for greedy in (False, True)
    )
