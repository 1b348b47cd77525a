"""A Piece of a message, and the part it plays."""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a Piece is to an engine."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    SOLO = "solo"  # a mark that has no inside, or none that may change


@dataclass(frozen=True, slots=True)
class Piece:
    """``raw`` is the Piece as the message has it.

    ``shown`` are a TEXT's words free of escapes and entities, and what an engine may see of a
    SOLO. ``kind`` says what a mark is: "emphasis", "link", "code", "break", …
    """

    role: Role
    raw: str
    kind: str = ""
    shown: str = ""

    @property
    def key(self) -> tuple[Role, str, str]:
        """What makes two pieces the same to a reader: the signs of emphasis may differ."""
        if self.role is Role.TEXT or self.kind == "keep":
            return Role.TEXT, "", self.shown
        emphasis = self.kind in ("emphasis", "strong", "strikethrough")
        return self.role, self.kind, "" if emphasis else self.raw
