"""The parent's side: start a tool, ask it to work, and outlive it when it hangs."""

import json
import os
import select
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ("ours", "mdpo", "po4a", "po4a-unwrapped", "toolkit")
_PO4A = ("perl", str(ROOT / "benchmarks" / "peers" / "po4a.pl"))
_COMMANDS = {"po4a": _PO4A, "po4a-unwrapped": (*_PO4A, "no")}  # the others are Python


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool did: wall seconds, peak memory in KiB, failures by post (or "" for all)."""

    seconds: float
    peak: int
    failed: dict[str, str] = field(default_factory=dict)


class Asked(Protocol):
    """What a measurement needs of a tool."""

    @property
    def key(self) -> str: ...
    @property
    def label(self) -> str: ...
    def ask(
        self, do: str, root: Path, dialect: str = "", timeout: float = 20.0
    ) -> Answer | None: ...


def corpus_folder() -> Path:
    """Return the folder of real posts: $L10N_CORPUS, or ../shared/corpus beside the checkout."""
    named = os.environ.get("L10N_CORPUS")
    return Path(named) if named else ROOT.parent / "shared" / "corpus"


class ToolAbsentError(Exception):
    """The tool is not on this machine; the message says why."""


class Tool:
    """One tool's process, started on entering. Raises ToolAbsentError there.

    A request that takes longer than its time-out ends the process; the next one starts anew.
    """

    def __init__(self, key: str) -> None:
        self.key = key
        self._process: subprocess.Popen[bytes] | None = None
        self.label = key  # its name and version, once it has started

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def ask(self, do: str, root: Path, dialect: str = "", timeout: float = 20.0) -> Answer | None:
        """Return the answer to one request, or None where the tool hung or died over it."""
        if self._process is None:
            self._start()
        process = self._process
        if process is None or process.stdin is None:
            return None
        request = {"do": do, "root": str(root), "dialect": dialect}
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            self._end()
            return None
        line = self._line(timeout)
        if line is None:
            self._end()
            return None
        return Answer(**json.loads(line))

    def _start(self) -> None:
        python = (sys.executable, "-m", "benchmarks.worker", self.key)
        command = _COMMANDS.get(self.key, python)
        try:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"},
            )
        except FileNotFoundError as reason:
            raise ToolAbsentError(f"{self.key} is absent: {command[0]} is not here") from reason
        line = self._line(60.0)
        hello = json.loads(line) if line else {"absent": "it does not start"}
        if "absent" in hello:
            self._end()
            raise ToolAbsentError(f"{self.key} is absent: {hello['absent']}")
        self.label = f"{hello['name']} {hello['version']}"

    def _line(self, timeout: float) -> bytes | None:
        if self._process is None or self._process.stdout is None:
            return None
        # An answer is one write of one line, so that a readable pipe holds all of it.
        ready, _, _ = select.select([self._process.stdout], [], [], timeout)
        return (self._process.stdout.readline() or None) if ready else None

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()
