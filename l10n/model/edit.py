"""Edits: the only way a post or a front matter is ever changed."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the bytes ``start:end`` (half open, byte offsets) by ``new``."""

    start: int
    end: int
    new: bytes


def apply_edits(source: bytes, edits: Iterable[Edit]) -> bytes:
    """Return ``source`` with every Edit applied; no Edit returns ``source`` itself.

    Edits may come in any order. Raises ValueError when two of them overlap or one
    lies outside the source, since the result would then depend on their order.
    """
    pieces: list[bytes] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < position or edit.end < edit.start or edit.end > len(source):
            raise ValueError(f"edit {edit.start}:{edit.end} overlaps another or leaves the source")
        pieces.append(source[position : edit.start])
        pieces.append(edit.new)
        position = edit.end
    if not pieces:
        return source
    pieces.append(source[position:])
    return b"".join(pieces)
