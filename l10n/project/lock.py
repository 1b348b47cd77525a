"""One writer at a time: an operating system lock on `.l10n/lock`, freed even by a crash."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from l10n.model.errors import Flaw, InputError
from l10n.project.files import reporting

if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> None:
        os.lseek(handle, 1 << 30, os.SEEK_SET)  # beyond the text, so that others can read it
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})
_PAUSE = 0.05  # seconds between two attempts


@contextmanager
def locked(file: Path, shown: str, seconds: float) -> Iterator[None]:
    """Hold the lock on ``file`` for the length of a ``with`` block.

    Waits up to ``seconds`` for another process. Raises InputError, which names ``shown`` and
    the holder's process id, when it still holds the lock then. On a file system without
    locks (some network shares) the block runs unguarded: commit() still sees every change.
    Raises InputError where the file cannot be opened, too.
    """
    with reporting(shown):
        handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        _wait(handle, shown, seconds)
        _sign(handle, b"%d\n" % os.getpid())
        yield
        _sign(handle, b"")
    finally:
        os.close(handle)


def _sign(handle: int, text: bytes) -> None:
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text)


def _wait(handle: int, shown: str, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            _try(handle)
        except OSError as error:
            if error.errno not in _HELD:
                return
        else:
            return
        if time.monotonic() >= deadline:
            raise InputError(_held(handle, shown))
        time.sleep(_PAUSE)


def _held(handle: int, shown: str) -> Flaw:
    holder = b""
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        holder = os.read(handle, 20).strip()
    who = f"process {int(holder)}" if holder.isdigit() else "another process"
    return Flaw(
        shown,
        f"{who} is writing to this project",
        remedy="wait until it has finished and run this again",
    )
