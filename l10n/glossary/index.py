"""Many Forms looked for at once: every place in a text where one of them stands."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from l10n.glossary.forms import Form, FormWord
from l10n.glossary.tokens import HYPHENS, Token, connected, is_unspaced, squeeze
from l10n.glossary.words import Words
from l10n.model.terms import Kind

Keys = Callable[[str], frozenset[str]]

_ALNUM = re.compile("[0-9A-Za-z]")
_LIGHTS: Final = 2  # articles and the like that may stand between two words of a term
# What an avoided rendering may lose and gain by inflection; more makes it another word.
_LOSS, _GAIN, _LONG_GAIN = 2, 3, 7
_AGGLUTINATING: Final = frozenset({"az", "et", "eu", "fi", "hu", "tr"})


class Place(NamedTuple):
    """Where a Form stands in a text. ``rank``: 0 as written, 1 inflected, 2 with a word between."""

    start: int
    end: int
    rank: int
    kind: Kind
    form: Form


class Index:
    """Forms by the words they begin with; made once, then asked for each text."""

    __slots__ = ("_by_character", "_by_key", "_starting", "words")

    def __init__(self, forms: Iterable[Form], words: Words) -> None:
        self.words = words
        self._by_key: dict[str, list[Form]] = {}
        self._by_character: dict[str, list[Form]] = {}
        self._starting: dict[str, tuple[Form, ...]] = {}
        for form in forms:
            if form.literal:
                self._by_character.setdefault(form.literal[0], []).append(form)
            else:
                for key in form.words[0].keys:
                    self._by_key.setdefault(key, []).append(form)

    def places(self, text: str, tokens: Sequence[Token]) -> Iterator[Place]:
        """Yield every place of every Form in ``text``, whose words are ``tokens``."""
        starting = self._starting
        for number, token in enumerate(tokens):
            forms = starting.get(token.raw)
            if forms is None:
                forms = self._remember(token.raw)
            if forms:
                yield from self._from(forms, text, tokens, number)
        if not HYPHENS.isdisjoint(text):
            yield from self._joined(text, tokens)
        if self._by_character:
            yield from self._literal(text)

    def _remember(self, raw: str) -> tuple[Form, ...]:
        found: dict[int, Form] = {}
        for key in self.words.keys(raw):
            for form in self._by_key.get(key, ()):
                found[id(form)] = form
        forms = self._starting[raw] = tuple(found.values())
        return forms

    def _from(
        self, forms: Iterable[Form], text: str, tokens: Sequence[Token], number: int
    ) -> Iterator[Place]:
        for form in forms:
            place = follow(form, text, tokens, number, self.words, self.words.keys)
            if place:
                yield place

    def _joined(self, text: str, tokens: Sequence[Token]) -> Iterator[Place]:
        """Find "pretraining" where a text writes "pre-training"."""
        for first, second in pairwise(tokens):
            if second.start - first.end != 1 or text[first.end] not in HYPHENS:
                continue
            raw = first.raw + second.raw
            forms = self._starting.get(raw)
            if forms is None:
                forms = self._remember(raw)
            one = [Token(raw, first.start, second.end)]
            yield from self._from((f for f in forms if len(f.words) == 1), text, one, 0)

    def _literal(self, text: str) -> Iterator[Place]:
        if is_unspaced(text):
            text, places = squeeze(text)
        else:
            places = list(range(len(text)))
        lower = text.lower()
        if len(lower) != len(text):  # a letter whose lower case is two: İ
            lower = "".join(char.lower()[0] for char in text)
        for start, character in enumerate(lower):
            for form in self._by_character.get(character, ()):
                end = start + len(form.literal)
                if lower.startswith(form.literal, start) and _bounded(lower, start, end):
                    yield Place(places[start], places[end - 1] + 1, 0, form.kind, form)


def _bounded(text: str, start: int, end: int) -> bool:
    """Tell whether no Latin word is cut at either end; Python's \\b would not."""
    left = start > 0 and _ALNUM.match(text[start]) and _ALNUM.match(text[start - 1])
    right = end < len(text) and _ALNUM.match(text[end - 1]) and _ALNUM.match(text[end])
    return not (left or right)


def follow(
    form: Form, text: str, tokens: Sequence[Token], number: int, words: Words, keys: Keys
) -> Place | None:
    """Return the Place of ``form`` where it begins with token ``number``, else None."""
    rank = _same(form, form.words[0], tokens[number].raw, words, keys)
    if rank < 0:
        return None
    at, strayed = number, False
    for word in form.words[1:]:
        step = _next(form, word, text, tokens, at, words, keys, strayed)
        if step is None:
            return None
        at, worse = step
        strayed = strayed or worse == 2
        rank = max(rank, worse)
    kind = Kind.CASE if rank == 3 else form.kind
    return Place(tokens[number].start, tokens[at].end, rank, kind, form)


def _next(
    form: Form,
    word: FormWord,
    text: str,
    tokens: Sequence[Token],
    at: int,
    words: Words,
    keys: Keys,
    strayed: bool,
) -> tuple[int, int] | None:
    """Return the number of the token that is ``word``, and how well it fits."""
    skipped = 0
    stray = len(word.raw) > 2 and not strayed and form.kind in (Kind.USE, Kind.ALLOW, Kind.FORM)
    strays = 0
    for number in range(at + 1, len(tokens)):
        gap = text[tokens[number - 1].end : tokens[number].start]
        if not connected(gap) and not (number == at + 1 and gap == word.gap):
            return None
        raw = tokens[number].raw
        rank = _same(form, word, raw, words, keys)
        if rank >= 0:
            return number, 2 if strays else max(rank, int(word.light != bool(skipped)))
        if skipped < _LIGHTS and words.is_light(raw):
            skipped += 1
        elif stray and not strays:
            strays = 1  # an adjective may stand inside: "redes profundas de neuronas"
        else:
            return None
    return None


def _same(form: Form, word: FormWord, raw: str, words: Words, keys: Keys) -> int:
    """Return 0 for the word as written, 1 inflected, 3 in other capitals, -1 for another word."""
    if raw == word.raw:
        return 0
    if word.exact:
        if words.spelled(word.raw, raw):
            return 1
        miscased = form.kind is Kind.KEEP and words.spelled(word.lower, words.lower(raw))
        return 3 if miscased else -1
    lower = words.lower(raw)
    if lower == word.lower:
        return 0
    if word.keys.isdisjoint(keys(raw)):
        return -1
    return 1 if form.kind is not Kind.AVOID or _close(word.lower, lower, words) else -1


def _close(form: str, word: str, words: Words) -> bool:
    """Tell whether two words differ by an inflection's letters only, and not by a derivation's."""
    shared = 0
    for one, other in zip(words.fold(form), words.fold(word), strict=False):
        if one != other:
            break
        shared += 1
    gain = _LONG_GAIN if words.primary in _AGGLUTINATING else _GAIN
    return len(form) - shared <= _LOSS and len(word) - shared <= gain
