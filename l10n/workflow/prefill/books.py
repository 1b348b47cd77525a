"""What may be spent, and what was paid for already."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from typing import Protocol

from l10n.model.engine import About, Answer, Scheme

_MARKED = re.compile(r"[<>&]|[A-Z]P[OCH][0-9]")


class Ledger(Protocol):
    """Answers by the keys of `key_of`; used by several threads at once."""

    def get(self, key: str) -> Answer | None:
        """Return what was kept under ``key``."""
        ...

    def begin(self) -> None:
        """Make ready for `keep`; called before anything is sent."""
        ...

    def keep(self, answers: Sequence[tuple[str, Answer]]) -> None:
        """Keep ``answers`` by their keys; they outlive a kill as soon as this returns."""
        ...


def key_of(about: About, source: str, target: str, scheme: Scheme, text: str, glossary: str) -> str:
    """Return 64 hexadecimal digits made of all that an answer depends on.

    A text without marks is the same in every scheme, and not to be paid for in each.
    """
    spelling = scheme.value if _MARKED.search(text) else ""
    parts = (about.name, about.settings, source, target, spelling, text, glossary)
    return sha256(json.dumps(parts).encode()).hexdigest()


@dataclass(slots=True)
class Budget:
    """Characters that may be sent by all engines together; None for no limit.

    They are taken before a request and given back where it turns out that they were not needed.
    """

    limit: int | None = None
    spent: int = 0
    refused: bool = False  # whether anything had to be left out
    lock: Lock = field(default_factory=Lock)

    def take(self, characters: int) -> bool:
        """Whether so many may be sent; they are spent then."""
        with self.lock:
            if self.limit is not None and self.spent + characters > self.limit:
                self.refused = True
                return False
            self.spent += characters
            return True

    def give_back(self, characters: int) -> None:
        """Take back what was not sent; a negative number is what was billed beyond it."""
        with self.lock:
            self.spent -= characters
