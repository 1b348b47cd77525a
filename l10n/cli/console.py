"""What a person sees while a command works: lines on stderr or stdout, a bar when it takes long."""

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from l10n.reports.printable import printable

_Item = TypeVar("_Item")


def say(text: str) -> None:
    """Print a line for people on stdout, control characters made visible."""
    sys.stdout.write(printable(text) + "\n")


def note(text: str) -> None:
    """Print a line on stderr that is worth knowing, but no part of a command's result."""
    sys.stderr.write(printable(text) + "\n")


def colour(stream_is_terminal: bool) -> bool:
    """Return whether colours are welcome: a terminal, and no NO_COLOR (https://no-color.org)."""
    return stream_is_terminal and not os.environ.get("NO_COLOR")


def some(names: Sequence[str], most: int = 8) -> str:
    """Return ``names`` as one phrase, shortened where there are many."""
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def warn_if_no_posts(patterns: Sequence[str], found: int) -> None:
    """Say so on stderr where a project's patterns match no file at all."""
    if not found:
        note(f"note: no post matches {some(patterns)}; check source in the configuration")


def plural(count: int, word: str) -> str:
    """Return a count with its noun: "1 file", "2 files"."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def progress(items: Sequence[_Item], what: str) -> Iterable[_Item]:
    """Return ``items``; on a terminal a bar appears when they take longer than a second."""
    return _with_bar(items, what) if sys.stderr.isatty() else items


def _with_bar(items: Sequence[_Item], what: str) -> Iterator[_Item]:
    start = time.monotonic()
    rest = iter(items)
    done = 0
    for item in rest:
        yield item
        done += 1
        if time.monotonic() - start > 1.0:
            break
    if done == len(items):
        return
    from rich.console import Console
    from rich.progress import Progress

    # Past a Recording, since a bar is gone when it is done.
    with Progress(console=Console(file=sys.__stderr__), transient=True) as bar:
        task = bar.add_task(what, total=len(items), completed=done)
        for item in rest:
            yield item
            bar.advance(task)
