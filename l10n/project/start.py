"""Setting a project up, as `l10n init` does: look, write what is missing, say what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.model.errors import InputError
from l10n.project.clashes import check_places
from l10n.project.discover import discover
from l10n.project.document import read_toml
from l10n.project.files import commit
from l10n.project.recognise import recognise
from l10n.project.settings import parse_settings
from l10n.project.starter import CONFIGURATION, existing, list_root, starter_files


@dataclass(frozen=True, slots=True)
class Started:
    """What start_project() recognised, wrote (or would write) and left as it was."""

    framework: str  # "Jekyll"; "a plain folder" where nothing was recognised
    written: tuple[str, ...]
    kept: tuple[str, ...]
    notes: tuple[str, ...]  # sentences without their full stop


def start_project(
    root: Path, languages: Sequence[str], source_language: str = "en", *, write: bool = True
) -> Started:
    """Write `l10n.toml`, a glossary and the CI recipe into ``root``; no file that exists.

    With ``write`` false nothing is written. The notes tell how many posts the new
    configuration finds, and what is still to be mended in it. Raises InputError for unknown
    languages and for a folder that cannot be written.
    """
    listing = list_root(root)
    changes = starter_files(listing, languages, source_language)
    written = tuple(change.path for change in changes)
    if write:
        written = commit(root, changes, lambda folders: None).written
    found = recognise(listing, source_language)
    notes = [found.note.rstrip(".")] if found.note else []
    for change in changes:
        if change.path == CONFIGURATION:
            notes += _outcome(root, change.data)
    return Started(found.name, written, tuple(sorted(existing(listing))), tuple(notes))


def _outcome(root: Path, data: bytes) -> list[str]:
    table = read_toml(data, CONFIGURATION)
    settings = parse_settings(table)
    posts = discover(root, settings)
    notes = [f"{len(posts)} post{'' if len(posts) == 1 else 's'} found"]
    try:
        check_places(root, settings, posts, table.where)
    except InputError as error:
        notes += [str(flaw) for flaw in error.flaws]
    return notes
