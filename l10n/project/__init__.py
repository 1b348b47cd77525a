"""Configuration, discovery, files, lock and cache: with `cli`, all that touches the disk."""

from l10n.project.discover import discover, guess_dialect, listed_folders
from l10n.project.files import Committed, check_utf8
from l10n.project.git import files_at
from l10n.project.languages import canonical
from l10n.project.load import bare_project, find_project, load_project
from l10n.project.memo import Memo, digest
from l10n.project.project import Project
from l10n.project.settings import read_settings
from l10n.project.start import Started, start_project

__all__ = [
    "Committed",
    "Memo",
    "Project",
    "Started",
    "bare_project",
    "canonical",
    "check_utf8",
    "digest",
    "discover",
    "files_at",
    "find_project",
    "guess_dialect",
    "listed_folders",
    "load_project",
    "read_settings",
    "start_project",
]
