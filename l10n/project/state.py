"""The folder `.l10n`: what this machine keeps for a project, never committed."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from l10n.project.files import reporting, sweep_leftovers
from l10n.project.paths import inside

FOLDER = ".l10n"
_PENDING = "pending"


def state_folder(root: Path) -> Path:
    """Return the project's `.l10n`, made with a .gitignore of its own where it was missing.

    Raises InputError when it cannot be made, or leads outside the project.
    """
    folder = inside(root, FOLDER)
    ignore = folder / ".gitignore"
    with reporting(FOLDER):
        folder.mkdir(exist_ok=True)
        if not ignore.exists():
            ignore.write_bytes(b"*\n")
    return folder


def announce(state: Path, folders: Iterable[Path]) -> None:
    """Keep on the disk in which folders a commit may leave hidden files if it is killed."""
    with reporting(f"{FOLDER}/{_PENDING}"):
        (state / _PENDING).write_bytes(b"\0".join(sorted(map(os.fsencode, folders))))


def settle(state: Path) -> None:
    """Remove what a killed commit left in the folders it had announced."""
    with suppress(OSError):
        for folder in (state / _PENDING).read_bytes().split(b"\0"):
            if folder:
                sweep_leftovers(Path(os.fsdecode(folder)))
        (state / _PENDING).unlink()
