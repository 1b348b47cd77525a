"""Lookup: the ladder from the same text between the same neighbours down to similar ones."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from l10n.memory.compose import compose
from l10n.memory.index import Index, Similar
from l10n.memory.keys import text_key
from l10n.memory.placeables import PLAIN, Pattern, pattern_of, shape, substituted
from l10n.memory.rows import Wanted, same_text, translations
from l10n.model.memory import Kind, Match, Penalties, Query, Remembered

_SURE = 99  # of texts that differ in nothing that has to be translated
_LIKEST = 98  # of any other text, however long: one letter can turn its meaning round


def look_up(
    connection: sqlite3.Connection,
    index: Index,
    query: Query,
    language: str,
    threshold: int,
    limit: int,
    kept: Sequence[str],
    penalties: Penalties,
) -> tuple[Match, ...]:
    """Return what Memory.lookup() says it does."""
    if not query.text.strip():
        return ()
    wanted = Wanted(language, penalties)
    pattern = pattern_of(kept)
    best = _Best(threshold, limit)
    best.add(_exact(connection, query, wanted))
    best.add(_alike(connection, query.text, wanted))
    if not best.complete(_LIKEST):
        best.add(compose(connection, query.text, wanted))
        seen = {query.text, *best.substituted()}

        def enough(found: Sequence[Similar], score: int) -> bool:
            for each in found:
                if each.text not in seen:
                    seen.add(each.text)
                    matches = _similar(connection, query.text, each, wanted, pattern)
                    best.add(matches, each.distance / each.longer)
            return best.complete(score)

        index.similar(query.text, threshold, enough)
    return best.matches()


class _Best:
    """The best matches so far; of several that propose the same text, the best one."""

    def __init__(self, threshold: int, limit: int) -> None:
        self._threshold = threshold
        self._limit = limit
        self._by_target: dict[str, tuple[tuple[float, ...], Match]] = {}

    def add(self, matches: Iterable[Match], unlike: float = 0.0) -> None:
        """Take in ``matches``; at equal scores, those less ``unlike`` come first."""
        for match in matches:
            rank = (-match.score, unlike)
            known = self._by_target.get(match.target)
            if match.score >= self._threshold and (known is None or rank < known[0]):
                self._by_target[match.target] = (rank, match)

    def complete(self, score: int) -> bool:
        """Whether so many reach ``score`` that nothing below it will be wanted."""
        return sum(match.score >= score for _, match in self._by_target.values()) >= self._limit

    def substituted(self) -> Iterator[str]:
        """Yield the sources whose translations were found with what differs put in."""
        for _, match in self._by_target.values():
            if match.kind is Kind.SUBSTITUTED:
                yield match.source

    def matches(self) -> tuple[Match, ...]:
        ranked = sorted(self._by_target.values(), key=lambda each: each[0])
        return tuple(match for _, match in ranked[: self._limit])


def _exact(connection: sqlite3.Connection, query: Query, wanted: Wanted) -> Iterator[Match]:
    before, after = (
        None if text is None else text_key(text) for text in (query.before, query.after)
    )
    for found in same_text(connection, query.text, wanted, before, after):
        known = None not in (before, after) and (found.before, found.after) == (before, after)
        kind = Kind.CONTEXT if known else Kind.EXACT
        yield _match(found, found.target, 101 if known else 100, kind, wanted)


def _alike(connection: sqlite3.Connection, text: str, wanted: Wanted) -> Iterator[Match]:
    """Yield translations of texts of the same shape, with what differs put in."""
    own = shape(text)
    if own == text:
        return
    for found in translations(connection, "s.shape = ?", wanted, text_key(own)):
        if found.source != text and shape(found.source) == own:
            target = substituted(found.source, text, found.target)
            if target is not None:
                yield _match(found, target, _SURE, Kind.SUBSTITUTED, wanted)


def _similar(
    connection: sqlite3.Connection, text: str, similar: Similar, wanted: Wanted, pattern: Pattern
) -> Iterator[Match]:
    kin = pattern is not PLAIN and shape(similar.text, pattern) == shape(text, pattern)
    for found in translations(connection, "s.id = ?", wanted, similar.source):
        target = substituted(similar.text, text, found.target, pattern) if kin else None
        if target is not None:
            yield _match(found, target, _SURE, Kind.SUBSTITUTED, wanted)
        else:
            yield _match(found, found.target, min(similar.score, _LIKEST), Kind.FUZZY, wanted)


def _match(found: Remembered, target: str, score: int, kind: Kind, wanted: Wanted) -> Match:
    penalty = wanted.penalty(found)
    return Match(
        score - penalty, found.source, target, found.origin, found.language, found.place, kind,
        penalty,
    )  # fmt: skip
