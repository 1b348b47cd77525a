"""One trial: a folder of posts as a project, extracted, filled and built by the command line."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.judges.marker import fill
from tests.judges.neutral import Neutral
from tests.judges.page import Page, read_page

_PROGRAM = Path(__file__).resolve().parents[2] / "cli.py"


@dataclass(frozen=True, slots=True)
class Group:
    """Posts of one kind, and who judges them."""

    name: str
    dialect: str
    posts: Mapping[str, bytes]  # by path
    neutralise: Callable[[str], Neutral]
    render: Callable[[str], str]
    front_matter: tuple[str, ...] = ()

    def page(self, source: bytes) -> Page:
        """Return what the judge makes of ``source``."""
        return read_page(self.render(self.neutralised(source).text))

    def neutralised(self, source: bytes) -> Neutral:
        """Return ``source`` as the judge reads it, and the pieces set aside."""
        return self.neutralise(source.decode("utf-8"))


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a Group. Built posts are by the path of their source."""

    group: Group
    messages: Mapping[str, tuple[str, ...]]  # msgids by catalog
    identical: Mapping[str, bytes]  # built with every msgstr equal to its msgid
    marked: Mapping[str, bytes]  # built with every word changed
    before: Mapping[str, Page]  # the sources, rendered
    after: Mapping[str, Page]  # the marked posts, rendered; an empty page where none was built


def run(group: Group, root: Path) -> Trial:
    """Extract ``group`` in a new project below ``root`` and build it twice."""
    (root / "l10n.toml").write_bytes(_settings(group).encode())
    for name, source in group.posts.items():
        path = root / "posts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source)
    command_line(root, "extract")
    catalogs = sorted((root / "locales" / "de").rglob("*.po"))
    messages = {str(path): tuple(fill(path, changed=False)) for path in catalogs}
    command_line(root, "build", "--no-check")
    identical = _built(group, root)
    for path in catalogs:
        fill(path, changed=True)
    command_line(root, "build", "--no-check", clean=False)
    return judged(group, messages, identical, _built(group, root))


def judged(
    group: Group,
    messages: Mapping[str, tuple[str, ...]],
    identical: Mapping[str, bytes],
    marked: Mapping[str, bytes],
) -> Trial:
    """Return a Trial with its pages, rendered once for all tests."""
    before = {name: group.page(source) for name, source in group.posts.items()}
    after = {name: group.page(marked.get(name, b"")) for name in group.posts}
    return Trial(group, messages, identical, marked, before, after)


def command_line(root: Path, *arguments: str, clean: bool = True) -> None:
    """Run our program on the project at ``root``; ``clean`` expects exit code 0, else 0 or 1.

    A trial with every word changed may be told of segments that were left in their source
    language: the comparison of pages decides about those, not the exit code.
    """
    done = subprocess.run(
        [sys.executable, str(_PROGRAM), "-C", str(root), *arguments],
        capture_output=True,
        timeout=300,
        env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"},
    )
    if done.returncode not in ((0,) if clean else (0, 1)):
        told = (done.stdout + done.stderr).decode("utf-8", "replace")[-4000:]
        raise AssertionError(f"{' '.join(arguments)} ended with {done.returncode}:\n{told}")


def _settings(group: Group) -> str:
    keys = ", ".join(f'"{key}"' for key in group.front_matter)
    return (
        'languages = ["de"]\n\n'
        "[[posts]]\n"
        'source = "posts/**/*"\n'
        'target = "built/{post}.built"\n'
        f'dialect = "{group.dialect}"\n'
        f"front-matter = [{keys}]\n"
    )


def _built(group: Group, root: Path) -> Mapping[str, bytes]:
    """Read the built posts and take them away, so that the next build cannot borrow them."""
    built: dict[str, bytes] = {}
    for name in group.posts:
        path = root / "built" / Path(name).with_suffix(".built")
        if path.is_file():
            built[name] = path.read_bytes()
            path.unlink()
    return built
