"""Feeding: what is written into a Memory's tables."""

import sqlite3
from collections.abc import Iterable

from l10n.memory.keys import text_key
from l10n.memory.placeables import shape
from l10n.memory.sentences import split
from l10n.model.memory import Remembered


def add(
    connection: sqlite3.Connection, translations: Iterable[Remembered], own: bool = False
) -> int:
    """Add those that are not there yet and return how many that are.

    ``own`` ones come from the project's catalogs. Empty ones and what SQLite cannot hold (lone
    surrogates) are left out.
    """
    return sum(_add(connection, each, own) for each in translations if _storable(each))


def forget(connection: sqlite3.Connection, place: str) -> None:
    """Take away every translation that came from the catalog ``place``; imported ones stay.

    The sources stay until purge(): the index counts on them.
    """
    gone = "FROM translation WHERE place = ? AND own"
    connection.execute(f"DELETE FROM sentence WHERE translation IN (SELECT id {gone})", (place,))
    connection.execute(f"DELETE {gone}", (place,))


def purge(connection: sqlite3.Connection) -> None:
    """Take away the sources that have no translation left; needs an index made anew."""
    connection.execute("DELETE FROM source WHERE id NOT IN (SELECT source FROM translation)")


def _storable(translation: Remembered) -> bool:
    texts = (translation.source, translation.target, translation.place, translation.extra)
    if not translation.source.strip() or not translation.target.strip():
        return False
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        return False
    return True


def _add(connection: sqlite3.Connection, new: Remembered, own: bool) -> bool:
    source = _source(connection, new.source)
    row = (
        source,
        new.language,
        new.target,
        new.origin.value,
        new.place,
        new.before,
        new.after,
        new.extra,
    )
    same = connection.execute(
        "SELECT 1 FROM translation WHERE source = ? AND language = ? AND target = ? AND origin = ?"
        " AND place = ? AND before IS ? AND after IS ? AND extra = ?",
        row,
    ).fetchone()
    if same:
        return False
    cursor = connection.execute(
        "INSERT INTO translation"
        " (source, language, target, origin, place, before, after, extra, own)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, own),
    )
    sentences = split(new.source)
    if len(sentences) > 1 and len(sentences) == len(split(new.target)):
        connection.executemany(
            "INSERT INTO sentence VALUES (?, ?)",
            ((text_key(shape(text)), cursor.lastrowid) for text, _ in sentences),
        )
    return True


def _source(connection: sqlite3.Connection, text: str) -> int:
    key = text_key(text)
    for source, known in connection.execute("SELECT id, text FROM source WHERE key = ?", (key,)):
        if known == text:
            return int(source)
    cursor = connection.execute(
        "INSERT INTO source (text, key, shape) VALUES (?, ?, ?)", (text, key, text_key(shape(text)))
    )
    return cursor.lastrowid or 0
