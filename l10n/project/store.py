"""The translation memory's file: opened, made, and set aside where it is damaged.

It is a copy of what the catalogs say, so that a new one is as good; only translations that were
imported are nowhere else in the project, and no damaged file is thrown away for their sake.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from l10n.memory.schema import VERSION, create, is_ours, version_of, written_tables
from l10n.model.errors import Flaw, InputError
from l10n.project.files import reporting
from l10n.project.paths import inside
from l10n.project.project import Project
from l10n.project.state import FOLDER, state_folder

_SECONDS = 30.0  # that another process is waited for; an import of a whole TMX file takes longer
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_REFUSED = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN})
_HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_FEED = "run l10n memory import, and import TMX files once more"


@dataclass(frozen=True, slots=True)
class Store:
    """An open memory. ``news`` says what became of a file that could not be used."""

    connection: sqlite3.Connection  # in autocommit mode, with the tables of l10n.memory.schema
    news: str = ""
    writable: bool = True


@contextmanager
def open_store(project: Project, write: bool, make: bool = True) -> Iterator[Store]:
    """Give the project's memory, an empty one where there was none, for a ``with`` block.

    Two processes may have it open and write in turn. Without ``write``, a folder that may not be
    written serves as well; without ``make``, no file is made where there is none. A damaged
    file, or one of an older l10n, is renamed and a new one made.
    Raises InputError where that cannot be done or the file is none of ours; what SQLite complains
    about within the block becomes one too.
    """
    path = project.settings.memory
    file = inside(project.root, path)
    with _explained(project, file, path):
        made = make or file.exists()
        store = _opened(project, file, path, write) if made else Store(_empty())
        with closing(store.connection):
            yield store


def _opened(project: Project, file: Path, path: str, write: bool) -> Store:
    try:
        if path.startswith(f"{FOLDER}/"):
            state_folder(project.root)
        with reporting(path):
            file.parent.mkdir(parents=True, exist_ok=True)
        return Store(_connected(file, path))
    except (InputError, sqlite3.OperationalError) as error:
        refused = isinstance(error, InputError) or _code(error) in _REFUSED
        if write or not refused or file.is_dir():
            raise
        return Store(_read_only(file, path), writable=False)
    except sqlite3.DatabaseError as error:
        if _code(error) not in _DAMAGED or not path.startswith(f"{FOLDER}/"):
            raise
    except _OutdatedError:
        pass
    with project.lock():
        with suppress(sqlite3.DatabaseError, _OutdatedError):
            return Store(_connected(file, path))  # another process was quicker
        aside = _set_aside(file, path)
        return Store(_connected(file, path), f"{path} could not be read and is now {aside}")


class _OutdatedError(Exception):
    """The file was made by an older version, or its tables are not as we make them."""


def _connected(file: Path, path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        _prepare(connection)
        if not written_tables(connection):
            create(connection)
        _check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA cache_size = -65536")  # KiB
    connection.execute("PRAGMA temp_store = MEMORY")


def _check(connection: sqlite3.Connection, path: str) -> None:
    version = version_of(connection)
    if version is None:
        raise InputError(
            Flaw(path, "is a database of another program", remedy='name another file at "memory"')
        )
    if version > VERSION:
        raise InputError(
            Flaw(
                path,
                f"was written by a newer l10n: its version is {version}",
                f"versions up to {VERSION}",
                "use that l10n, or remove the file and run l10n memory import",
            )
        )
    if not is_ours(connection):
        raise _OutdatedError


def _read_only(file: Path, path: str) -> sqlite3.Connection:
    """Open what there is without writing beside it, or an empty memory where there is nothing."""
    if not file.exists():
        return _empty()
    log = file.with_name(f"{file.name}-wal")
    # Another process may be writing: then its log has to be read too, and can be.
    mode = "ro" if log.exists() and log.stat().st_size else "ro&immutable=1"
    connection = sqlite3.connect(f"{file.as_uri()}?mode={mode}", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        _prepare(connection)
        _check(connection, path)
    except _OutdatedError:
        connection.close()
        raise InputError(
            Flaw(path, "cannot be read, and no new one may be written", remedy=_ALLOW)
        ) from None
    return connection


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create(connection)
    return connection


def _set_aside(file: Path, path: str) -> str:
    """Rename the file and what belongs to it, and return its new name."""
    number = 1
    while (aside := file.with_name(f"{file.name}.damaged-{number}")).exists():
        number += 1
    with reporting(path):
        for ending in ("-wal", "-shm", ""):
            part = file.with_name(file.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
    return path.removesuffix(file.name) + aside.name


_ALLOW = "change the permissions of the file and its folder"


@contextmanager
def _explained(project: Project, file: Path, path: str) -> Iterator[None]:
    """Turn what SQLite complains about into an InputError, and set a damaged file aside."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = _code(error)
        if code in _DAMAGED:
            if not path.startswith(f"{FOLDER}/") and code == sqlite3.SQLITE_NOTADB:
                found, remedy = "is no SQLite file", 'name another file at "memory"'
            else:
                with project.lock():
                    aside = _set_aside(file, path)
                found, remedy = f"is damaged and is now {aside}", _FEED
        elif code in _REFUSED:
            found, remedy = "may not be written; nothing was written", _ALLOW
        elif code in _HELD:
            found, remedy = "another process is writing to it", "wait and run this again"
        elif code == sqlite3.SQLITE_FULL:
            found, remedy = "the disk is full; nothing was written", "free some space"
        elif code == sqlite3.SQLITE_IOERR:
            found, remedy = "cannot be read or written", "look after the disk"
        else:
            raise
        raise InputError(Flaw(path, found, remedy=remedy)) from error


def _code(error: BaseException) -> int:
    """Return SQLite's primary result code."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
