"""Writing changes, or showing them where nothing is to be written."""

from collections.abc import Callable, Sequence

from l10n.model.errors import Flaw, InputError
from l10n.model.plan import FileChange
from l10n.project import Project


def write_or_show(
    project: Project, changes: Sequence[FileChange], tell: Callable[[str], None], *, write: bool
) -> None:
    """Write all changes, or with ``write`` false tell of them; raises as write_all() does."""
    if write:
        write_all(project, changes)
    else:
        _show(changes, tell)


def write_all(project: Project, changes: Sequence[FileChange]) -> None:
    """Write all changes. Raises InputError for files that somebody saved meanwhile."""
    if conflicts := project.commit(changes).conflicts:
        raise InputError(*map(saved_meanwhile, conflicts))


def saved_meanwhile(path: str) -> Flaw:
    """Return what to say where a file is no longer what was looked at."""
    return Flaw(path, "was changed by another program meanwhile", remedy="run this again")


def _show(changes: Sequence[FileChange], tell: Callable[[str], None]) -> None:
    """Tell of changes line by line, as unified diffs."""
    from difflib import unified_diff

    for change in changes:
        before, after = (
            data.decode("utf-8", "replace").split("\n")
            for data in (change.before or b"", change.data)
        )
        names = f"a/{change.path}", f"b/{change.path}"
        for line in unified_diff(before, after, *names, lineterm=""):
            tell(line)
