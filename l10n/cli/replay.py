"""What `l10n check` said the last time is said again, where nothing it depends on has changed.

A run is kept with the digests of every file that it read, of the folders it looked for posts in,
and of the program itself. Whether they are the same is all there is to find out, so this imports
neither the rules nor the parser of the command line. What is kept lies in the user's own cache
folder: a project may come from a stranger, and nothing in it may tell what its check has found.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from stat import S_ISREG

from l10n import __version__

try:  # hashlib would load OpenSSL, which takes as long as all the rest
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

MAGIC = b"l10n check 1\n"
SIZE = 16  # bytes of a digest
FOLDER = "L10N_CACHE"  # names another folder than the user's
SUMMARY = "GITHUB_STEP_SUMMARY"  # a run that adds to this file does more than print
_ABSENT = b"-"
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


def replay(arguments: Sequence[str]) -> int | None:
    """Print what a run with these arguments printed, and return its exit code.

    Returns None, with nothing printed, where there was none, something has changed since, or the
    record is damaged.
    """
    try:
        place = record_of(arguments)
        data = _read(place) if place else None
        record = Record.parse(data) if data else None
        if place is None or record is None or not record.still_true():
            return None
        os.utime(place)  # the oldest go first when there are too many
    except (OSError, ValueError):
        return None
    try:
        sys.stderr.flush()
        sys.stderr.buffer.write(record.err)
        sys.stderr.flush()
        sys.stdout.flush()
        sys.stdout.buffer.write(record.out)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or the interpreter complains at its end
        return 1
    return record.code


class Record:
    """A run: its exit code and output, and what it depends on, each with its digest or state."""

    __slots__ = ("code", "err", "facts", "out")

    def __init__(
        self, code: int, out: bytes, err: bytes, facts: Iterable[tuple[bytes, bytes, bytes]]
    ) -> None:
        self.code = code
        self.out = out
        self.err = err
        self.facts = tuple(facts)  # (kind, path, what it was)

    @classmethod
    def parse(cls, data: bytes) -> "Record | None":
        """Return the Record that dump() has made ``data`` of; None for anything else."""
        head = len(MAGIC) + SIZE
        body = data[head:]
        if data[:head] != MAGIC + digest(body):
            return None
        sizes, _, rest = body.partition(b"\n")
        code, out, err = map(int, sizes.split())
        fields = rest[out + err :].split(b"\0")
        facts = zip(fields[::3], fields[1::3], fields[2::3], strict=False)
        return cls(code, rest[:out], rest[out : out + err], facts)

    def dump(self) -> bytes:
        """Return the Record as bytes."""
        sizes = f"{self.code} {len(self.out)} {len(self.err)}\n".encode()
        fields = b"\0".join(field for fact in self.facts for field in fact)
        body = sizes + self.out + self.err + fields
        return MAGIC + digest(body) + body

    def still_true(self) -> bool:
        """Tell whether everything the run depends on is as it was."""
        return all(STATES[kind](os.fsdecode(path)) == state for kind, path, state in self.facts)


def digest(data: bytes) -> bytes:
    """Return the 16-byte BLAKE2b digest of ``data``."""
    return blake2b(data, digest_size=SIZE).digest()


def file_state(path: str) -> bytes:
    """Return the digest of a file in hexadecimal digits, "-" where there is none."""
    return state_of(_read(path))


def state_of(data: bytes | None) -> bytes:
    """Return what file_state() returns of a file that holds ``data``, None for no file."""
    return _ABSENT if data is None else digest(data).hex().encode()


def folder_state(path: str) -> bytes:
    """Return the digest of the names in a folder, hidden ones left out, and of what they are."""
    try:
        with os.scandir(path) as entries:
            names = sorted(
                (os.fsencode(entry.name), entry.is_dir(follow_symlinks=False), entry.is_file())
                for entry in entries
                if not entry.name.startswith(".")
            )
    except (FileNotFoundError, NotADirectoryError):
        return _ABSENT
    return state_of(b"\0".join(b"%s\0%d%d" % each for each in names))


def presence(path: str) -> bytes:
    """Return whether there is anything at ``path``, as "1" or "0"."""
    return b"1" if os.path.exists(path) else b"0"


def meaning(path: str) -> bytes:
    """Return where ``path`` leads, symbolic links followed."""
    return os.fsencode(os.path.realpath(path))


STATES = {b"file": file_state, b"folder": folder_state, b"there": presence, b"link": meaning}


def record_of(arguments: Sequence[str]) -> str | None:
    """Return where the Record of a run with these arguments is; None where none is to be kept.

    Raises OSError where the working folder is gone.
    """
    if "check" not in arguments or "--no-cache" in arguments or os.environ.get(SUMMARY):
        return None
    folder = cache_folder()
    program = _program() if sys.stdout and sys.stderr else None
    if folder is None or program is None:
        return None
    streams = (sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.errors, sys.stderr.encoding)
    try:
        width = os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 0
    except (OSError, ValueError, AttributeError):
        width = 0
    told = [os.environ.get(name) for name in ("NO_COLOR", "COLUMNS")]
    seen = (__version__, sys.version, program, os.getcwd(), list(arguments), streams, width, told)
    return os.path.join(folder, digest(repr(seen).encode("utf-8", "surrogatepass")).hex())


def cache_folder() -> str | None:
    """Return the folder that runs are kept in, whether or not it exists; None for nowhere."""
    named = os.environ.get(FOLDER)
    if named:
        return os.path.abspath(named)
    home = os.path.expanduser("~")
    if home == "~":
        return None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        base = base if os.path.isabs(base) else os.path.join(home, ".cache")
    return os.path.join(base, "l10n", "check")


def _program() -> bytes | None:
    """Return the digest of our own files and of the names of all packages that are installed.

    Files are told by size and time of change, packages by their versions. None where our files
    cannot be listed, as in an archive.
    """
    seen: list[tuple[str, int, int]] = []
    waiting = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
    try:
        while waiting:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name == "__pycache__":
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        status = entry.stat()
                        seen.append((entry.path, status.st_size, status.st_mtime_ns))
    except OSError:
        return None
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        seen += ((name, 0, 0) for name in names if name.endswith((".dist-info", ".egg-info")))
    return digest(repr(sorted(seen)).encode("utf-8", "surrogatepass"))


def _read(path: str) -> bytes | None:
    try:
        handle = os.open(path, _OPEN)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        status = os.fstat(handle)
        if not S_ISREG(status.st_mode):
            raise OSError("not a file")
        pieces = []
        while piece := os.read(handle, max(status.st_size + 1, 65_536)):
            pieces.append(piece)
    finally:
        os.close(handle)
    return b"".join(pieces)
