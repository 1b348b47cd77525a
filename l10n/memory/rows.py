"""Rows: what the tables say of sources and translations, as values."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from l10n.memory.keys import text_key
from l10n.memory.tags import family
from l10n.model.memory import Origin, Penalties, Remembered

_COLUMNS = (
    "s.text, t.target, t.language, t.origin, t.place, t.before, t.after, t.extra"
    " FROM translation t JOIN source s ON s.id = t.source"
)
_MANY = 200  # of one shape or key; more would only slow down, as texts of a single number do


@dataclass(frozen=True, slots=True)
class Wanted:
    """In which language translations are looked for, and what is taken off for what."""

    language: str
    penalties: Penalties

    def penalty(self, found: Remembered) -> int:
        """Return the points that a translation loses."""
        points = 0 if found.language.lower() == self.language.lower() else self.penalties.dialect
        if found.origin is Origin.MACHINE:
            points += self.penalties.machine
        elif found.origin is Origin.DOUBTFUL:
            points += self.penalties.doubtful
        return points


def translations(
    connection: sqlite3.Connection, where: str, wanted: Wanted, *values: int | None
) -> list[Remembered]:
    """Return what is found by ``where``, a condition on s and t, in the wanted language or a
    dialect of it: what loses the fewest points first, then in the order remembered."""
    chosen = family(wanted.language)
    found = []
    for number, *row in connection.execute(f"SELECT t.id, {_COLUMNS} WHERE {where}", values):
        if family(row[2]) == chosen:
            each = _remembered(row)
            found.append((wanted.penalty(each), number, each))
            if len(found) == _MANY:
                break
    return [each for _, _, each in sorted(found, key=lambda one: one[:2])]


def same_text(
    connection: sqlite3.Connection,
    text: str,
    wanted: Wanted,
    before: int | None = None,
    after: int | None = None,
) -> list[Remembered]:
    """Return the translations of ``text`` itself, among them those between these neighbours."""
    where = "s.key = ? ORDER BY t.before IS ? AND t.after IS ? DESC"
    found = translations(connection, where, wanted, text_key(text), before, after)
    return [each for each in found if each.source == text]


def everything(connection: sqlite3.Connection, languages: frozenset[str]) -> Iterator[Remembered]:
    """Yield all translations into ``languages``, all languages for none, in the order
    remembered."""
    for row in connection.execute(f"SELECT {_COLUMNS} ORDER BY t.id"):
        if not languages or row[2] in languages:
            yield _remembered(row)


def _remembered(row: Sequence[Any]) -> Remembered:
    source, target, language, origin, place, before, after, extra = row
    return Remembered(source, target, language, Origin(origin), place, before, after, extra)
