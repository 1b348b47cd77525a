"""Reading, and writing all or nothing: no file is ever seen half written.

Every change is first written in full to a hidden file beside its target; only when all of them
are on the disk are they renamed into place. A full disk or a folder that may not be written
therefore leaves everything as it was. What this guards against is a failing or killed program;
that a rename outlives a power cut is left to the file system.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from l10n.model.errors import Flaw, InputError
from l10n.model.lines import LineIndex
from l10n.model.plan import FileChange
from l10n.project.paths import Inside

_OPEN_READ = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a pipe must not hang
)
_OPEN_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NOTHING = "nothing was written"
_PREFIX, _SUFFIX = ".l10n-", ".tmp"


@dataclass(frozen=True, slots=True)
class Committed:
    """What commit() did: the paths it wrote, and those left alone since the file had changed."""

    written: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    """A change whose bytes are to lie in ``temporary`` until they replace ``target``."""

    change: FileChange
    target: str
    temporary: str


@dataclass(frozen=True, slots=True)
class _Debris:
    """What must go when a commit fails: hidden files, and folders made for it."""

    files: list[str] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)

    def sweep(self) -> None:
        for file in self.files:
            with suppress(OSError):
                os.unlink(file)
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()


def read_file(root: Path, path: str) -> bytes | None:
    """Return the bytes of the file at ``path`` below ``root``, or None where there is none.

    Raises InputError for a folder, a file that may not be read and a path outside ``root``.
    """
    return read_files(root, [path])[0]


def read_files(root: Path, paths: Sequence[str]) -> tuple[bytes | None, ...]:
    """Return what read_file() returns, for many paths in less time; raises as it does."""
    place = Inside(root)
    return tuple(read_inside(place, path) for path in paths)


def read_inside(place: Inside, path: str) -> bytes | None:
    """Return what read_file() returns, below the root that ``place`` knows."""
    return _read(place.real(path), path)


def _read(file: str | Path, path: str) -> bytes | None:
    try:
        handle = os.open(file, _OPEN_READ)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if error.errno == errno.EACCES and os.path.isdir(file):  # as Windows has it
            raise InputError(_no_file(path, "is a folder")) from error
        raise InputError(_failure(path, "read", "", error)) from error
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        raise InputError(
            _no_file(path, "is a folder" if stat.S_ISDIR(mode) else "is a pipe or a device")
        )
    with reporting(path, "read"), os.fdopen(handle, "rb") as stream:
        return stream.read()


def check_utf8(data: bytes, path: str) -> None:
    """Raise InputError, with line and byte offset, where ``data`` is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start
        utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        raise InputError(
            Flaw(
                f"{path}:{LineIndex(data).line(offset)}",
                f"byte 0x{data[offset]:02X} at offset {offset} is not UTF-8",
                remedy=f"save the file as UTF-8{'; it seems to be UTF-16' if utf16 else ''}",
            )
        ) from error


def commit(
    root: Path, changes: Sequence[FileChange], announce: Callable[[frozenset[Path]], None]
) -> Committed:
    """Write ``changes`` below ``root`` and return which were written and which conflicted.

    A file already equal to its change is not touched. A file that no longer equals the
    change's ``before`` is left as it is and named in ``conflicts``. Modes are kept, folders
    made, symbolic links inside the root followed. ``announce`` is told the folders that
    hidden files will stand in, before the first does. Raises InputError, with nothing
    written, when the disk is full, a folder may not be written or a path leads outside;
    ValueError when two changes name one path.
    """
    if len({change.path for change in changes}) != len(changes):
        raise ValueError("two changes of one path in one commit")
    token = os.urandom(6).hex()
    place = Inside(root)
    steps = [_step(place, change, f"{token}{at}") for at, change in enumerate(changes)]
    conflicts: set[str] = set()
    written: list[str] = []
    debris = _Debris()
    try:
        if steps:
            announce(frozenset(Path(step.target).parent for step in steps))
        folders: set[str] = set()
        for step in steps:
            with reporting(step.change.path):
                _stage(step, folders, debris)
        for step in steps:
            # Read at the last moment: a translator may have saved while we were at work.
            now = _read(step.target, step.change.path)
            if now == step.change.data or now != step.change.before:
                os.unlink(step.temporary)
                if now != step.change.data:
                    conflicts.add(step.change.path)
                continue
            before = f"{len(written)} of {len(steps)} files were written"
            with reporting(step.change.path, so_far=before if written else _NOTHING):
                os.replace(step.temporary, step.target)
            written.append(step.change.path)
    except BaseException:
        debris.sweep()
        raise
    refused = tuple(change.path for change in changes if change.path in conflicts)
    return Committed(tuple(written), refused)


def _step(place: Inside, change: FileChange, token: str) -> _Step:
    target = place.real(change.path)
    folder = os.path.dirname(target)
    name = f"{_PREFIX}{os.getpid()}-{token}{_SUFFIX}"
    return _Step(change, target, os.path.join(folder, name))


def _stage(step: _Step, folders: set[str], debris: _Debris) -> None:
    folder = os.path.dirname(step.target)
    if folder not in folders:
        _make_folders(Path(folder), debris)
        folders.add(folder)
    mode = None
    if step.change.before is not None:
        with suppress(FileNotFoundError):
            mode = stat.S_IMODE(os.stat(step.target).st_mode)
    debris.files.append(step.temporary)
    handle = os.open(step.temporary, _OPEN_NEW, 0o666 if mode is None else mode)
    try:
        rest = memoryview(step.change.data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(handle, mode)  # the umask has cut the mode that the file was made with
    finally:
        os.close(handle)


def _make_folders(folder: Path, debris: _Debris) -> None:
    missing: list[Path] = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        try:
            each.mkdir()
        except FileExistsError:
            if not each.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "not a folder") from None
        else:
            debris.folders.append(each)


def sweep_leftovers(folder: Path) -> None:
    """Remove the hidden files that a killed commit left in ``folder``."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and entry.name.endswith(_SUFFIX):
                with suppress(OSError):
                    Path(entry.path).unlink()


def _no_file(path: str, found: str) -> Flaw:
    return Flaw(path, found, "a file", "move it away, or name another path")


@contextmanager
def reporting(path: str, done: str = "written", so_far: str = _NOTHING) -> Iterator[None]:
    """Turn a system error of the ``with`` block into an InputError about ``path``."""
    try:
        yield
    except OSError as error:
        raise InputError(_failure(path, done, so_far, error)) from error


def _failure(path: str, done: str, so_far: str, error: OSError) -> Flaw:
    state = f"; {so_far}" if done == "written" else ""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            found, remedy = "the disk is full", "free some space and run this again"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            found = f"may not be {done}"
            remedy = "change the permissions of the file and its folder"
        case errno.ENOTDIR | errno.EEXIST:
            found = "a file stands where a folder is needed"
            remedy = "move that file away, or name another path"
        case errno.ENAMETOOLONG:
            found, remedy = "the file name is too long", "shorten the name of the post"
        case _:
            found = f"cannot be {done}: {(error.strerror or type(error).__name__).lower()}"
            remedy = ""
    return Flaw(path, found + state, remedy=remedy)
