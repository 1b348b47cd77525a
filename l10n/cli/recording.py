"""Keeping a run of `l10n check`, so that replay.py can say again what it said."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BufferedIOBase, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from l10n.cli.replay import Record, folder_state, meaning, presence, record_of, state_of

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

    from l10n.project import Project

LIMIT = 64 * 1024 * 1024  # bytes of all runs together; the oldest are forgotten first
_LARGEST = LIMIT // 4  # of one run
META = "l10n.recording"  # where a command finds the Recording, in its context's meta


class Recording:
    """A run as far as it went. What it read is in ``reads``, by absolute path; None: no file."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._project: Project | None = None
        self._named: tuple[str, ...] = ()
        self.reads: dict[str, bytes | None] = {}
        self.out: list[bytes] = []
        self.err: list[bytes] = []

    def keep(self, project: "Project", named: Iterable[Path]) -> None:
        """Say that the run depends on nothing but ``reads`` and where the project's files are.

        ``named`` are the folder and files that the run was told to look at.
        """
        self._project = project
        self._named = tuple(str(path.absolute()) for path in named)

    def save(self, code: int) -> None:
        """Write the Record, whole or not at all; that it cannot be written is no error."""
        if self._project is None:
            return
        from l10n.project import discover

        with suppress(OSError):
            facts = list(self._facts(self._project))
            if discover(self._project.root, self._project.settings) != self._project.posts:
                return  # a post came or went while we were at work
            data = Record(code, b"".join(self.out), b"".join(self.err), facts).dump()
            if len(data) <= _LARGEST:
                _write(Path(self._place), data)

    def _facts(self, project: "Project") -> Iterator[tuple[bytes, bytes, bytes]]:
        from l10n.project import listed_folders

        for path, data in self.reads.items():
            yield b"file", os.fsencode(path), state_of(data)
        for path in self._named:
            yield b"link", os.fsencode(path), meaning(path)
        for folder in listed_folders(project.root, project.settings):
            yield b"folder", os.fsencode(folder), folder_state(folder)
        marks = [str(folder / ".git") for folder in (project.root, *project.root.parents)]
        for path in (*marks, str(project.root / "_config.yml")):
            yield b"there", os.fsencode(path), presence(path)


@contextmanager
def recorded(arguments: Sequence[str]) -> Iterator[Recording | None]:
    """Give the Recording of what is printed in the ``with`` block; None if none is to be kept."""
    out, err = sys.stdout, sys.stderr
    place = None
    with suppress(OSError):
        place = record_of(arguments)
    if place is None or not (isinstance(out, TextIOWrapper) and isinstance(err, TextIOWrapper)):
        yield None
        return
    recording = Recording(place)
    sys.stdout, sys.stderr = tees = _tee(out, recording.out), _tee(err, recording.err)
    try:
        yield recording
    finally:
        sys.stdout, sys.stderr = out, err
        for tee in tees:
            tee.detach()


class _Tee(BufferedIOBase):
    """Passes on what is written, and keeps it."""

    def __init__(self, stream: BinaryIO, kept: list[bytes]) -> None:
        self._stream = stream
        self._kept = kept

    @property
    def name(self) -> str:
        return self._stream.name

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    def write(self, data: "Buffer", /) -> int:
        self._kept.append(bytes(data))
        return self._stream.write(data)

    def flush(self) -> None:
        self._stream.flush()


def _tee(stream: TextIO, kept: list[bytes]) -> TextIOWrapper:
    stream.flush()
    return TextIOWrapper(
        _Tee(stream.buffer, kept),
        stream.encoding,
        stream.errors,
        line_buffering=bool(stream.line_buffering),
        write_through=True,
    )


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = place.with_name(f"{place.name}.{os.getpid()}-{os.urandom(6).hex()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(place)
    finally:
        temporary.unlink(missing_ok=True)
    _forget(place.parent)


def _forget(folder: Path) -> None:
    """Remove the oldest runs, and what killed ones have left, beyond the LIMIT."""
    kept = []
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):  # another process may have been quicker
                status = entry.stat()
                kept.append((status.st_mtime_ns, status.st_size, entry.path))
    total = 0
    for _, size, path in sorted(kept, reverse=True):
        total += size
        if total > LIMIT:
            with suppress(OSError):
                Path(path).unlink()
