"""The tables of a Memory's SQLite file."""

import sqlite3

APPLICATION = 0x6C31306E  # "l10n", as SQLite's application_id
VERSION = 1  # as its user_version; a file of another one is made anew

_TABLES = """
CREATE TABLE source (
  id INTEGER PRIMARY KEY, text TEXT NOT NULL, key INTEGER NOT NULL, shape INTEGER NOT NULL
);
CREATE TABLE translation (
  id INTEGER PRIMARY KEY, source INTEGER NOT NULL, language TEXT NOT NULL, target TEXT NOT NULL,
  origin TEXT NOT NULL, place TEXT NOT NULL, before INTEGER, after INTEGER, extra TEXT NOT NULL,
  own INTEGER NOT NULL
);
CREATE TABLE sentence (shape INTEGER NOT NULL, translation INTEGER NOT NULL);
CREATE TABLE catalog (place TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE block (
  id INTEGER PRIMARY KEY, newest INTEGER NOT NULL, shortest INTEGER NOT NULL,
  longest INTEGER NOT NULL, sources BLOB NOT NULL, lengths BLOB NOT NULL
);
CREATE TABLE bitmap (id INTEGER PRIMARY KEY, bits BLOB NOT NULL);
CREATE TABLE gram (number INTEGER PRIMARY KEY, gram TEXT NOT NULL);
CREATE INDEX source_key ON source (key);
CREATE INDEX source_shape ON source (shape);
CREATE INDEX translation_source ON translation (source);
CREATE INDEX translation_place ON translation (place);
CREATE INDEX sentence_shape ON sentence (shape);
CREATE INDEX sentence_translation ON sentence (translation)
"""
_STATEMENTS = tuple(statement.strip() for statement in _TABLES.split(";"))


def create(connection: sqlite3.Connection) -> None:
    """Make the tables of a Memory in an empty database, all or none."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        if not written_tables(connection):  # another process may have been quicker
            for statement in _STATEMENTS:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")


def written_tables(connection: sqlite3.Connection) -> list[str]:
    """Return the statements that made what the database holds, in order."""
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    return [sql for (sql,) in rows]


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the database holds the tables of this version and nothing else.

    Nothing else: a file may come from a stranger, and triggers or views would run as ours.
    """
    return written_tables(connection) == list(_STATEMENTS)


def version_of(connection: sqlite3.Connection) -> int | None:
    """Return the version of a Memory's tables; None where the database is no Memory."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version) if application == APPLICATION else None
