"""A FileChange: a file that a workflow wants written. Only `project` writes them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileChange:
    """Write ``data`` to ``path`` (relative to the project, with forward slashes).

    ``before`` is what the workflow was given to read: bytes, or None where no file stood.
    The write happens only while the file on disk still equals it.
    """

    path: str
    data: bytes
    before: bytes | None = None
