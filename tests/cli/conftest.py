"""A small project, and our program run on it as from a shell."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from l10n.cli import run

PROGRAM = Path(__file__).resolve().parents[2] / "cli.py"
SETTINGS = """\
languages = ["fr"]

[[posts]]
source = "posts/*.md"
target = "site/{lang}/{name}"
dialect = "gfm"
front-matter = ["title"]
"""
POST = b"""\
---
title: A letter
---
# Hello

See [the docs](https://x.example/docs) and run `make`.

- one thing
- another thing
"""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run left behind: its exit code, and both streams."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Site:
    """A project in a folder of its own, and how to run the program on it."""

    root: Path
    call: Callable[..., Result]

    def write(self, path: str, data: bytes | str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return file

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def l10n(self, *arguments: str) -> Result:
        return self.call("-C", str(self.root), *arguments)

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """Start the program as a process of its own."""
        command = [sys.executable, str(PROGRAM), "-C", str(self.root), *arguments]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def files(self) -> dict[str, bytes]:
        """Return every file of the project but its state folder, by path."""
        return {
            file.relative_to(self.root).as_posix(): file.read_bytes()
            for file in sorted(self.root.rglob("*"))
            if file.is_file() and ".l10n" not in file.parts
        }

    def fill(self, path: str, translations: dict[str, str], fuzzy: bool = False) -> None:
        """Write translations into a catalog as a translator's editor would."""
        import polib

        catalog = polib.pofile(str(self.root / path), wrapwidth=0)
        for entry in catalog:
            if entry.msgid in translations:
                entry.msgstr = translations[entry.msgid]
                if fuzzy:
                    entry.flags.append("fuzzy")
        catalog.save()


@pytest.fixture
def call(
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[..., Result]:
    """Return how to run the program in this process with the arguments of a shell."""

    monkeypatch.setenv("L10N_CACHE", str(tmp_path_factory.mktemp("cache")))

    def _call(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["l10n", *arguments])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            run()
        captured = capfd.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Result(code, captured.out, captured.err)

    return _call


@pytest.fixture
def site(tmp_path: Path, call: Callable[..., Result]) -> Site:
    """Return a project with one post and one language."""
    site = Site(tmp_path, call)
    site.write("l10n.toml", SETTINGS)
    site.write("posts/letter.md", POST)
    return site
