"""Finding and loading a project."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.settings import Settings
from l10n.project.clashes import check_places
from l10n.project.discover import discover
from l10n.project.document import Table, read_toml
from l10n.project.files import read_file
from l10n.project.memo import Memo
from l10n.project.project import Project
from l10n.project.settings import find_table, parse_settings

OWN_FILE = "l10n.toml"
SHARED_FILE = "pyproject.toml"


def load_project(
    root: Path,
    rules: Sequence[str] = (),
    reads: dict[str, bytes | None] | None = None,
    engines: Mapping[str, Sequence[str]] | None = None,
) -> Project:
    """Return what find_project() returns; raises InputError where it finds nothing, too.

    Everything that is read, now or by the Project later on, is put into ``reads``, if given.
    """
    project = find_project(root, rules, reads, engines)
    if project is not None:
        return project
    raise InputError(
        Flaw(
            str(root),
            f"no {OWN_FILE} and no [tool.l10n] in {SHARED_FILE}, here or above in the repository",
            remedy="run l10n init, or name the project's folder by -C DIR",
        )
    )


def find_project(
    root: Path,
    rules: Sequence[str] = (),
    reads: dict[str, bytes | None] | None = None,
    engines: Mapping[str, Sequence[str]] | None = None,
) -> Project | None:
    """Return the project configured in ``root``, or in a folder above it in its repository.

    A folder's `l10n.toml` goes before a ``[tool.l10n]`` in its `pyproject.toml`. The search
    ends at the folder that holds `.git`; outside a repository only ``root`` itself is looked
    at, so that nobody's file in a shared folder above is obeyed. ``rules`` are the names that a
    ``[check]`` may use, ``engines`` the options of each engine there is, where they matter.
    Returns None where nothing is found. Raises InputError with all flaws of the configuration at
    once, or all clashes between posts.
    """
    start = Path(os.path.realpath(root))
    if not start.is_dir():
        raise InputError(Flaw(str(root), "is not a folder", remedy="name the project's folder"))
    for folder in _upwards(start):
        table = _configuration(folder, {} if reads is None else reads)
        if table is not None:
            return _project(folder, parse_settings(table, rules, engines), table, reads)
    return None


def bare_project(root: Path, source: Language, language: Language) -> Project:
    """Return a project without configuration and posts, for what needs none."""
    folder = Path(os.path.realpath(root))
    return Project(folder, Settings(source, (language,), ()), (), Memo(folder))


def _upwards(start: Path) -> Iterator[Path]:
    chain = [start, *start.parents]
    top = next((i for i, folder in enumerate(chain) if (folder / ".git").exists()), 0)
    yield from chain[: top + 1]


def _configuration(folder: Path, reads: dict[str, bytes | None]) -> Table | None:
    data = reads[str(folder / OWN_FILE)] = read_file(folder, OWN_FILE)
    if data is not None:
        return read_toml(data, OWN_FILE)
    data = reads[str(folder / SHARED_FILE)] = read_file(folder, SHARED_FILE)
    if data is None or b"l10n" not in data:
        return None
    root = read_toml(data, SHARED_FILE)
    tool = root.values.get("tool")
    if not isinstance(tool, dict) or "l10n" not in tool:
        return None
    return find_table(root, ("tool", "l10n"))


def _project(
    folder: Path, settings: Settings, table: Table, reads: dict[str, bytes | None] | None
) -> Project:
    posts = discover(folder, settings)
    where: Callable[..., str] = table.where
    check_places(folder, settings, posts, where)
    return Project(folder, settings, posts, Memo(folder), reads)
