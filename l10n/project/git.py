"""Files as they were in a revision: the only place where git is asked anything."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from l10n.model.errors import Flaw, InputError

_OPTION = "--changed-since"
_REVISIONS = "a branch, tag or commit, such as origin/main or HEAD~1"


def files_at(root: Path, revision: str, paths: Sequence[str]) -> dict[str, bytes | None]:
    """Return the bytes of ``paths`` (relative to ``root``) in ``revision``; None for no file.

    Raises InputError without git, outside a repository, and for an unknown revision.
    """
    prefix = _ask(root, "rev-parse", "--show-prefix")
    commit = _commit(root, revision)
    # A name with a line end cannot be asked for in one line; it counts as no file.
    asked = [path for path in paths if "\n" not in path]
    names = (commit + b":" + prefix + os.fsencode(path) for path in asked)
    answer = _run(root, "cat-file", "--batch", given=b"".join(name + b"\n" for name in names))
    found: dict[str, bytes | None] = dict.fromkeys(paths)
    position = 0
    for path in asked:
        end = answer.stdout.index(b"\n", position)
        head = answer.stdout[position:end].split(b" ")
        position = end + 1
        if head[-1] == b"missing":
            continue
        size = int(head[-1])
        if head[-2] == b"blob":
            found[path] = answer.stdout[position : position + size]
        position += size + 1
    return found


def _commit(root: Path, revision: str) -> bytes:
    if not revision.startswith("-"):
        answer = _run(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if answer.returncode == 0:
            return answer.stdout.strip()
    raise InputError(
        Flaw(
            _OPTION,
            f'git knows no revision "{revision}"',
            _REVISIONS,
            "fetch it first; in CI a checkout often holds one commit only"
            " (actions/checkout: fetch-depth: 0)",
        )
    )


def _ask(root: Path, *arguments: str) -> bytes:
    answer = _run(root, *arguments)
    if answer.returncode:
        said = answer.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        remedy = "run it in a clone of the repository, or leave the option out"
        raise InputError(Flaw(_OPTION, f"git cannot tell what changed: {said}", "", remedy))
    return answer.stdout.removesuffix(b"\n")


def _run(root: Path, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(
            ["git", "-C", str(root), *arguments],
            input=given,
            capture_output=True,
            env=environment,
            check=False,
        )
    except FileNotFoundError:
        remedy = "install git, or leave the option out"
        raise InputError(Flaw(_OPTION, "git is not installed", "", remedy)) from None
