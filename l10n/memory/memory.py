"""A Memory: one SQLite database of translations, behind a connection that is handed in."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from l10n.memory import feeding, rows
from l10n.memory.blocks import build_blocks, drop_blocks
from l10n.memory.concordance import Excerpt, find_excerpts
from l10n.memory.index import Index
from l10n.memory.lookup import look_up
from l10n.model.memory import Match, Origin, Penalties, Query, Remembered

_USUAL = Penalties()


@dataclass(frozen=True, slots=True)
class Stats:
    """What a Memory holds. ``counts`` are translations by (language, origin), sorted."""

    sources: int
    translations: int
    counts: tuple[tuple[str, Origin, int], ...]
    places: tuple[tuple[str, int], ...]  # translations by place, sorted


class Memory:
    """Remembers translations and finds them again.

    ``connection`` is in autocommit mode and holds the tables of schema.py. Everything but
    writing() and what is called within it only reads. Errors of SQLite are the caller's.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._index: Index | None = None
        self._seen = 0  # SQLite's data_version: it changes when another process has written

    @contextmanager
    def writing(self, dry: bool = False) -> Iterator[None]:
        """Keep other writers out for a ``with`` block, and undo it all if it raises or is dry."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            if not dry:
                build_blocks(self._connection)
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        finally:
            self._index = None
        self._connection.execute("ROLLBACK" if dry else "COMMIT")

    def add(self, translations: Iterable[Remembered]) -> int:
        """Remember ``translations``; return how many were not known. Within writing()."""
        return feeding.add(self._connection, translations)

    def replace(self, place: str, digest: bytes, translations: Iterable[Remembered]) -> int:
        """Remember ``translations`` as all that the catalog ``place`` has, and its digest.

        Return how many there are. Within writing().
        """
        feeding.forget(self._connection, place)
        self._connection.execute("REPLACE INTO catalog VALUES (?, ?)", (place, digest))
        return feeding.add(self._connection, translations, own=True)

    def forget(self, place: str) -> None:
        """Forget what came from the catalog ``place``. Within writing()."""
        feeding.forget(self._connection, place)
        self._connection.execute("DELETE FROM catalog WHERE place = ?", (place,))

    def tidy(self) -> None:
        """Make room where much was forgotten, and the index anew. Within writing()."""
        drop_blocks(self._connection)
        feeding.purge(self._connection)

    def catalogs(self) -> Mapping[str, bytes]:
        """Return the places that are catalogs, with the digests of what was read of them."""
        return dict(self._connection.execute("SELECT place, digest FROM catalog ORDER BY place"))

    def translations(self, languages: Iterable[str] = ()) -> Iterator[Remembered]:
        """Yield all that is remembered in ``languages``, or in all, in the order remembered."""
        return rows.everything(self._connection, frozenset(languages))

    def lookup(
        self,
        query: Query,
        language: str,
        threshold: int = 75,
        limit: int = 5,
        kept: Sequence[str] = (),
        penalties: Penalties = _USUAL,
    ) -> tuple[Match, ...]:
        """Return up to ``limit`` Matches that score ``threshold`` (1 to 101) or more, best first.

        101 is the same text between the same neighbours; 100 the same text; 99 one that differs
        in numbers, addresses, code and words of ``kept`` only, with these put in; 98 and less is
        the Levenshtein similarity of the texts in percent, rounded down (grams.score_of), or the
        share of a paragraph's sentences that are remembered, less 5. ``kept`` words are seen in
        texts that are similar enough anyway. ``penalties`` are subtracted from all of these.
        """
        connection = self._connection
        with self._reading():
            index = self._current()
            return look_up(connection, index, query, language, threshold, limit, kept, penalties)

    def excerpts(self, text: str, language: str, limit: int) -> tuple[Excerpt, ...]:
        """Return where the words of ``text`` stand in remembered sources (concordance.py)."""
        return find_excerpts(self._connection, text, language, limit)

    def stats(self) -> Stats:
        """Return what is remembered, counted."""
        run = self._connection.execute
        (sources,) = run("SELECT count(*) FROM source").fetchone()
        counts = [
            (language, Origin(origin), count)
            for language, origin, count in run(
                "SELECT language, origin, count(*) FROM translation GROUP BY 1, 2 ORDER BY 1, 2"
            )
        ]
        places = run("SELECT place, count(*) FROM translation GROUP BY 1 ORDER BY 1").fetchall()
        total = sum(count for _, _, count in counts)
        return Stats(sources, total, tuple(counts), tuple(places))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Keep what other processes write meanwhile out of sight for a ``with`` block."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")  # nothing was written

    def _current(self) -> Index:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        if self._index is None or version != self._seen:
            self._index = Index(self._connection)
            self._seen = version
        return self._index
