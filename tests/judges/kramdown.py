"""The real kramdown, in one Ruby process for any number of documents."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

_WORKER = Path(__file__).with_name("kramdown_worker.rb")
_PACKAGES = "ruby-kramdown and ruby-kramdown-parser-gfm on Debian"


class KramdownAbsentError(Exception):
    """Ruby, kramdown or its GFM parser is not on this machine."""


class Kramdown:
    """Renders Markdown as Jekyll does by default: GFM input, no hard wraps, Rouge left aside.

    A context manager; the process lives as long as it. Entering raises KramdownAbsentError where
    the program cannot start.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._process = subprocess.Popen(
                ["ruby", str(_WORKER)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self.render("")
        except (FileNotFoundError, BrokenPipeError, EOFError) as reason:
            self._end()
            raise KramdownAbsentError(f"kramdown does not start here ({_PACKAGES})") from reason
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def render(self, text: str) -> str:
        """Return the HTML of ``text``. Raises ValueError where kramdown itself fails on it."""
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("render is for the inside of a with block")
        self._process.stdin.write(json.dumps({"text": text}).encode() + b"\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise EOFError("kramdown ended")
        answer = json.loads(line)
        if "error" in answer:
            raise ValueError(answer["error"])
        return str(answer["html"])

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue
        process.wait(timeout=10)
