"""The terms of a source text, and their renderings in its translation."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from l10n.glossary.forms import Form, source_forms, target_forms
from l10n.glossary.index import Index, Place, follow
from l10n.glossary.lemmas import Lemmas, has_lemmas
from l10n.glossary.prose import Prose, prose_of
from l10n.glossary.tokens import Token, tokens_of
from l10n.glossary.words import Words
from l10n.model.inline import Inline
from l10n.model.terms import Glossary, Kind, TermMatch, TermMatches

_BRACKETS = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|「[^「」]*」|《[^《》]*》|〈[^〈〉]*〉"
)
_BEFORE = re.compile(r"(?:^|[\s(“‘\"'])[A-ZÀ-Þ][\w.’'-]*[ \u00a0-]$")
_AFTER = re.compile(r"[ \u00a0-][A-ZÀ-Þ]")
_WINDOW = 80  # characters to look back for a neighbour and the beginning of the sentence
_SENTENCE = re.compile(r"(?:^|[.!?:…\n\ufffc])[\s“‘\"'«(\[]*$")
_SMALL, _CAPITAL = re.compile(r"\b[a-zß-ÿ]{3}"), re.compile(r"\b[A-ZÀ-Þ]\w\w")


class Matcher:
    """A Glossary compiled for one language; reuse it, compiling takes longer than matching."""

    __slots__ = ("_by_term", "_lemmas", "_required", "_source", "_target", "_unsaid", "_words")

    def __init__(self, glossary: Glossary, language: str, source_language: str = "en") -> None:
        source_words = Words(source_language, narrow=True)
        self._words = Words(language)
        sources: list[Form] = []
        targets: list[Form] = []
        unsaid: list[Form] = []
        self._by_term: dict[int, list[Form]] = {}
        self._required: set[int] = set()
        for term in glossary.terms:
            rendering = term.rendering(language)
            if rendering is None:
                unsaid += source_forms(term, source_words)
                continue
            sources += source_forms(term, source_words)
            own = list(target_forms(term, rendering, self._words))
            targets += own
            self._by_term[id(term)] = own
            if any(form.kind is not Kind.AVOID for form in own):
                self._required.add(id(term))
        self._source = Index(sources, source_words)
        self._target = Index(targets, self._words)
        self._unsaid = Index(unsaid, source_words) if unsaid else None
        self._lemmas: Lemmas | None = None

    def source(self, inline: Inline, *, nested: bool = False) -> tuple[TermMatch, ...]:
        """Return the terms of a source text that the language says something of.

        With ``nested``, those inside longer ones, too.
        """
        prose = prose_of(inline)
        if nested:
            return _matches(prose, self._source.places(prose.text, tokens_of(prose.text)))
        return _matches(prose, self._source_places(prose))

    def _source_places(self, prose: Prose) -> list[Place]:
        return exclusive(self._source.places(prose.text, tokens_of(prose.text)))

    def matches(self, source: Inline, target: Inline) -> TermMatches:
        """Return the terms of ``source``, their renderings in ``target``, and what is missing.

        Only terms of the source are looked for. The longest matches come first and no two
        overlap; a Term that is in the source counts as missing where no rendering of it is found,
        the source's word in brackets and lemmas considered, too.
        """
        original = prose_of(source)
        held = self._source_places(original)
        unsaid = self._unsaid_places(original, held)
        if not held:
            return TermMatches(unsaid=_matches(original, unsaid)) if unsaid else TermMatches()
        wanted = {id(place.form.term) for place in held}
        required = [place for place in held if id(place.form.term) in self._required]
        prose = prose_of(target)
        tokens = tokens_of(prose.text)
        places = [
            place
            for place in self._target.places(prose.text, tokens)
            if id(place.form.term) in wanted
        ]
        chosen = exclusive(places)
        missing = _missing(required, chosen)
        for look in (self._mentions, self._lemmatized):
            more = [*look(missing, prose.text, tokens, original.text)] if missing else ()
            if more:
                places += more
                chosen = exclusive(places)
                missing = _missing(required, chosen)
        if missing:
            missing = _missing(list(_demanded(original.text, required)), chosen)
        return TermMatches(
            _matches(original, held),
            _matches(prose, chosen),
            _matches(original, missing),
            _matches(original, unsaid),
        )

    def _unsaid_places(self, prose: Prose, held: Sequence[Place]) -> Sequence[Place]:
        """Return the terms that the language says nothing of, outside those it has a word for."""
        if self._unsaid is None:
            return ()
        places = exclusive(self._unsaid.places(prose.text, tokens_of(prose.text)))
        taken = {at for place in held for at in range(place.start, place.end)}
        return [place for place in places if taken.isdisjoint(range(place.start, place.end))]

    def _mentions(
        self, missing: Iterable[Place], text: str, tokens: Sequence[Token], source: str
    ) -> Iterator[Place]:
        """Find the source's word in brackets, as translators put it at a first mention.

        What the source itself has in brackets is no mention, but a word that was left as it is.
        """
        brackets = [match.span() for match in _BRACKETS.finditer(text)]
        if not brackets:
            return
        ours = [match.span() for match in _BRACKETS.finditer(source)]
        wanted = {id(place.form.term) for place in missing if not _within(place, ours)}
        for place in self._source.places(text, tokens) if wanted else ():
            if id(place.form.term) in wanted and _within(place, brackets):
                yield place._replace(kind=Kind.MENTION)

    def _lemmatized(
        self, missing: Iterable[Place], text: str, tokens: Sequence[Token], _: str
    ) -> Iterator[Place]:
        """Find renderings by dictionary, where anything in the text may be one at all."""
        if not has_lemmas(self._words):
            return
        if self._lemmas is None:
            self._lemmas = Lemmas(self._words)
        keys = self._lemmas.keys
        for form in (form for place in missing for form in self._by_term[id(place.form.term)]):
            if not form.words:
                continue
            words = tuple(replace(word, keys=word.keys | keys(word.raw)) for word in form.words)
            lemmatized = replace(form, words=words)
            for number in self._words.alike(form.words[0].lower, tokens):
                place = follow(lemmatized, text, tokens, number, self._words, keys)
                if place:
                    yield place


def matches(
    glossary: Glossary,
    language: str,
    pairs: Iterable[tuple[Inline, Inline]],
    source_language: str = "en",
) -> Iterator[TermMatches]:
    """Yield the TermMatches of each source and its translation into ``language``, in order."""
    matcher = Matcher(glossary, language, source_language)
    for source, target in pairs:
        yield matcher.matches(source, target)


def exclusive(places: Iterable[Place]) -> list[Place]:
    """Return the places to keep, in order: the longest first, none overlapping another.

    What stands as written goes before what is inflected, and good renderings before avoided
    ones. Several terms may share one span, each of them once.
    """
    ranked = sorted(places, key=_precedence)
    if len(ranked) < 2:
        return ranked
    chosen: list[Place] = []
    taken: list[tuple[int, int]] = []  # spans in order
    terms: dict[tuple[int, int], set[int]] = {}  # by span
    right: set[tuple[int, int]] = set()
    for place in ranked:
        start, end = span = place[:2]
        wrong = _is_wrong(place)
        if span in terms:
            if id(place.form.term) in terms[span] or (wrong and span in right):
                continue  # what one term avoids may be another's rendering
        else:
            at = bisect_left(taken, span)
            if (at and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end):
                continue
            taken.insert(at, span)
        terms.setdefault(span, set()).add(id(place.form.term))
        chosen.append(place)
        if not wrong:
            right.add(span)
    chosen.sort(key=_start)
    return chosen


def _within(place: Place, brackets: Iterable[tuple[int, int]]) -> bool:
    return any(start < place.start and place.end < end for start, end in brackets)


def _is_wrong(place: Place) -> bool:
    return place.kind is Kind.AVOID or place.kind is Kind.CASE


def _start(place: Place) -> int:
    return place.start


def _precedence(place: Place) -> tuple[int, int, int, int]:
    return -place.form.size, place.rank, place.form.order, place.start


def _demanded(text: str, places: Iterable[Place]) -> Iterator[Place]:
    """Yield the places that want a rendering: no common word inside a name.

    A word of the glossary in lower case is part of a name, "Natural Language Tools", where it has
    a capital that its sentence does not give it, and a neighbour has one as well. In a title,
    where most words have one, no word can be told from a name, and all are demanded.
    """
    title: bool | None = None
    for place in places:
        if _capitalised(text, place):
            if title is None:
                title = len(_SMALL.findall(text)) < len(_CAPITAL.findall(text))
            if not title:
                continue
        yield place


def _capitalised(text: str, place: Place) -> bool:
    if place.form.text != place.form.text.lower() or not text[place.start].isupper():
        return False
    before = text[max(0, place.start - _WINDOW) : place.start]
    if _BEFORE.search(before):
        return True
    return _AFTER.match(text, place.end) is not None and not _SENTENCE.search(before)


def _missing(held: Iterable[Place], chosen: Iterable[Place]) -> list[Place]:
    rendered = {id(place.form.term) for place in chosen if not _is_wrong(place)}
    done = {(place.start, place.end) for place in held if id(place.form.term) in rendered}
    first: dict[int, Place] = {}
    for place in held:
        term = id(place.form.term)
        if term not in rendered and (place.start, place.end) not in done:
            first.setdefault(term, place)
    return list(first.values())


def _matches(prose: Prose, places: Iterable[Place]) -> tuple[TermMatch, ...]:
    return tuple(
        TermMatch(place.form.term, place.kind, prose.span(place.start, place.end), place.form.text)
        for place in places
    )
