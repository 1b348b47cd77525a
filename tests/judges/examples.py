"""The examples of CommonMark and GFM and the schema of SARIF, which are not ours to carry.

``python -m tests.judges.examples`` fetches them into ``.cache/`` at set-up, from three source
distributions on PyPI; `make` does so before the tests. Where they are absent, tests skip.
"""

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_CACHE = Path(__file__).resolve().parents[2] / ".cache" / "examples"


@dataclass(frozen=True, slots=True)
class Source:
    """A source distribution, by its exact version and digest, and the files wanted from it."""

    requirement: str
    sha256: str
    files: tuple[str, ...]  # below the distribution's own folder


# marko carries CommonMark 0.31.2 and GFM 0.29 as published; markdown-it-py the ports of
# cmark-gfm's own extension tests.
_FIXTURES = ("tables", "strikethrough", "tasklists", "alerts", "commonmark_extras")
SOURCES = (
    Source(
        "marko==2.2.4",
        "c042c66f835425673123d7536b39b4660de3b68e30078c70fd26245b31170683",
        ("tests/spec/commonmark.txt", "tests/spec/gfm.txt"),
    ),
    Source(
        "markdown-it-py==4.3.0",
        "91a58fa5b72c71a40cf7177250fd767480d7a2bb3ac426ccfb76fb90305fdaaa",
        tuple(f"tests/test_port/fixtures/{name}.md" for name in _FIXTURES),
    ),
    Source(
        "sarif-om==1.0.4",
        "cd5f416b3083e00d402a92e449a7ff67af46f11241073eea0461802a3b5aef98",
        ("sarif-2.1.0-rtm.4.json",),
    ),
)

_SPEC = re.compile(
    r"^`{32} example(?P<kind>[^\n]*)\n(?P<text>.*?)^\.\n(?P<html>.*?)^`{32}$",
    re.DOTALL | re.MULTILINE,
)
_FIXTURE = re.compile(
    r"^(?P<kind>[^\n]+)\n\.\n(?P<text>.*?)^\.\n(?P<html>.*?)^\.$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its name, and its Markdown."""

    name: str
    text: str


class ExamplesAbsentError(Exception):
    """The examples were not fetched."""


def commonmark() -> tuple[Example, ...]:
    """Return the 652 examples of CommonMark 0.31.2. Raises ExamplesAbsentError."""
    return _spec("commonmark.txt", "commonmark", extensions_only=False)


def gfm() -> tuple[Example, ...]:
    """Return the extension examples of the GFM 0.29 specification and of cmark-gfm's ports.

    Tables, task lists, strikethrough, autolinks, tag filter, alerts. Raises ExamplesAbsentError.
    """
    examples = list(_spec("gfm.txt", "gfm", extensions_only=True))
    for name in _FIXTURES:
        found = _FIXTURE.finditer(_read(f"{name}.md"))
        examples += [
            Example(f"{name}-{number:03}", item["text"]) for number, item in enumerate(found, 1)
        ]
    return tuple(examples)


def sarif_schema() -> dict[str, Any]:
    """Return the SARIF committee's JSON schema of 2.1.0, in revision RTM 4.

    Raises ExamplesAbsentError.
    """
    schema: dict[str, Any] = json.loads(_read("sarif-2.1.0-rtm.4.json"))
    return schema


def fetch(cache: Path = _CACHE) -> tuple[Path, ...]:
    """Download what is not in ``cache`` yet and return the files written.

    Raises subprocess.CalledProcessError where pip cannot reach its index, ValueError where a
    distribution is not the one we know.
    """
    written: list[Path] = []
    for source in SOURCES:
        wanted = [cache / Path(name).name for name in source.files]
        if not all(path.is_file() for path in wanted):
            written += _fetch(source, cache)
    return tuple(written)


def _fetch(source: Source, cache: Path) -> list[Path]:
    name = source.requirement.partition("==")[0]
    with tempfile.TemporaryDirectory() as folder:
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        download += ["--no-binary", name, "--dest", folder, source.requirement]
        subprocess.run(download, check=True)
        archive = next(Path(folder).glob("*.tar.gz"))
        digest = hashlib.sha256(archive.read_bytes()).hexdigest()
        if digest != source.sha256:
            raise ValueError(f"{archive.name} has the digest {digest}, not {source.sha256}")
        cache.mkdir(parents=True, exist_ok=True)
        written = []
        with tarfile.open(archive) as tar:
            for member in tar.getmembers():
                inner = member.name.partition("/")[2]
                content = tar.extractfile(member) if inner in source.files else None
                if content is not None:
                    target = cache / Path(inner).name
                    target.write_bytes(content.read())
                    written.append(target)
    return written


def _spec(file: str, prefix: str, extensions_only: bool) -> tuple[Example, ...]:
    return tuple(
        Example(f"{prefix}-{number:03}", item["text"].replace("→", "\t"))
        for number, item in enumerate(_SPEC.finditer(_read(file)), 1)
        if item["kind"].strip() or not extensions_only
    )


def _read(name: str) -> str:
    path = _CACHE / name
    if not path.is_file():
        raise ExamplesAbsentError(
            "the examples of the specifications are absent: run python -m tests.judges.examples"
        )
    return path.read_bytes().decode("utf-8")


def main() -> None:
    """Fetch what is absent. Without a network that is said, and the tests say so again."""
    try:
        for path in fetch():
            print(path)
    except subprocess.CalledProcessError:
        print("the examples could not be fetched: their tests will be skipped", file=sys.stderr)


if __name__ == "__main__":
    main()
