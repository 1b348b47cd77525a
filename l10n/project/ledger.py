"""What engines were paid for, on the disk before anything else is sent: `.l10n/paid.jsonl`.

One line of JSON for each answer, appended and synchronised. A line that a kill or a power cut
has torn is passed over; so is whatever else is no line of ours.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock

from l10n.model.engine import Answer
from l10n.project.files import reporting
from l10n.project.lock import locked
from l10n.project.paths import inside
from l10n.project.project import Project
from l10n.project.state import FOLDER, state_folder

_NAME = f"{FOLDER}/paid.jsonl"
_LOCK = f"{FOLDER}/paid.lock"
_OPEN = (
    os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
)


class PaidFile:
    """Answers by key, in memory and on the disk; threads may use it at once.

    Nothing is written, nor anybody kept from writing, before `begin`.
    """

    __slots__ = ("_answers", "_close", "_handle", "_lock", "_project")

    def __init__(self, project: Project, close: ExitStack) -> None:
        self._project = project
        self._close = close
        self._answers = dict(_answers(project.read(_NAME) or b""))
        self._handle: int | None = None
        self._lock = Lock()

    def get(self, key: str) -> Answer | None:
        """Return what was kept under ``key``."""
        return self._answers.get(key)

    def begin(self) -> None:
        """Make ready for `keep`, once; no other process can, then.

        Raises InputError where one has, for two of them would pay for the same, and where the
        file cannot be written: that must be known before anything is paid for.
        """
        with self._lock:
            if self._handle is not None:
                return
            file = inside(self._project.root, _NAME)
            folder = state_folder(self._project.root)
            self._close.enter_context(locked(folder / "paid.lock", _LOCK, 0))
            with reporting(_NAME):
                handle = os.open(file, _OPEN, 0o666)
                self._close.callback(os.close, handle)
                data = _read(handle)
                if data and not data.endswith(b"\n"):
                    os.write(handle, b"\n")  # so that the next line does not join a torn one
                os.fsync(handle)
                _settle(folder)
            self._answers.update(_answers(data))  # another process may have been at work
            self._handle = handle

    def keep(self, answers: Sequence[tuple[str, Answer]]) -> None:
        """Keep ``answers`` by their keys, on the disk when this returns.

        Raises InputError where they cannot be written, and ValueError before `begin`.
        """
        if self._handle is None:
            raise ValueError("nothing was begun")
        data = b"".join(_line(key, answer) for key, answer in answers)
        with self._lock, reporting(_NAME):
            self._answers.update(answers)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self._handle, rest) :]
            os.fsync(self._handle)


@contextmanager
def open_ledger(project: Project) -> Iterator[PaidFile]:
    """Give what was paid for in this project, for a ``with`` block."""
    with ExitStack() as close:
        yield PaidFile(project, close)


def _settle(folder: Path) -> None:
    """Make sure that the file's name is on the disk, too, where a folder can be synchronised."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read(handle: int) -> bytes:
    parts = []
    while part := os.read(handle, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _line(key: str, answer: Answer) -> bytes:
    record = {"key": key, "text": answer.text, "billed": answer.billed, "model": answer.model}
    return json.dumps(record).encode() + b"\n"


def _answers(data: bytes) -> Iterator[tuple[str, Answer]]:
    for line in data.split(b"\n"):
        if not line:
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if not isinstance(record, dict):
            continue
        key, text = record.get("key"), record.get("text")
        billed, model = record.get("billed"), record.get("model", "")
        sound = isinstance(key, str) and isinstance(text, str) and isinstance(model, str)
        if sound and (billed is None or isinstance(billed, int)):
            yield str(key), Answer(str(text), billed, str(model))
