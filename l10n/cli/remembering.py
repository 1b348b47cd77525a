"""The project's memory for a command: opened, brought up to the catalogs, its files read."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from l10n.cli.console import note
from l10n.memory import Memory
from l10n.model.errors import Flaw, InputError
from l10n.project import Project
from l10n.project.files import reporting
from l10n.project.store import open_store
from l10n.workflow.extract import CatalogPlace
from l10n.workflow.memory import Fed, remember

LARGEST = 1_000_000_000  # bytes of a file to import; a million translations take half of it
_PORTION = 1 << 16
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def open_memory(project: Project) -> Iterator[Memory]:
    """Give the project's memory for a ``with`` block, as its catalogs are now.

    Where nothing may be written it is given as it is; what is wrong with a catalog is only told
    of. Raises InputError as open_store() does.
    """
    with open_store(project, write=False) as store:
        memory = Memory(store.connection)
        told(store.news)
        if store.writable:
            for flaw in feed(project, memory).flaws:
                note(f"note: not remembered: {flaw}")
        yield memory


def told(news: str) -> None:
    """Say what became of a file that could not be used, if anything."""
    if news:
        note(f"note: {news}; the memory was made anew from the catalogs")
        note("  to do: import TMX files once more; delete the old file when nothing is missed")


def feed(project: Project, memory: Memory, anew: bool = False, dry: bool = False) -> Fed:
    """Bring ``memory`` up to all catalogs of the project; see remember()."""
    pairs = [(post, language) for language in project.settings.languages for post in project.posts]
    paths = [project.catalog_path(post, language) for post, language in pairs]
    present = project.read_many(paths)
    return remember(
        memory,
        (
            CatalogPlace(language, path, data)
            for (_, language), path, data in zip(pairs, paths, present, strict=True)
        ),
        anew,
        dry,
    )


def portions(file: Path) -> Iterator[bytes]:
    """Yield a file to import piece by piece. Raises InputError where it is none, or too large."""
    shown = str(file)
    try:
        handle = os.open(file, _OPEN)
    except FileNotFoundError:
        raise InputError(Flaw(shown, "there is no such file", "a TMX or PO file")) from None
    except OSError:
        with reporting(shown, "read"):
            raise
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        os.close(handle)
        raise InputError(Flaw(shown, "is no file", "a TMX or PO file"))
    with os.fdopen(handle, "rb") as stream, reporting(shown, "read"):
        if about.st_size > LARGEST:
            size = f"{about.st_size / 1e9:.1f} GB"
            raise InputError(Flaw(shown, f"has {size}", "1 GB", "split it into several files"))
        while data := stream.read(_PORTION):
            yield data
