"""Configuration, discovery, files, lock and cache: with `cli`, all that touches the disk."""

from l10n.project.files import Committed, check_utf8
from l10n.project.load import load_project
from l10n.project.memo import Memo, digest
from l10n.project.project import Project
from l10n.project.settings import read_settings
from l10n.project.starter import list_root, starter_files

__all__ = [
    "Committed",
    "Memo",
    "Project",
    "check_utf8",
    "digest",
    "list_root",
    "load_project",
    "read_settings",
    "starter_files",
]
