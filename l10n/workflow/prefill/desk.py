"""One engine during a run: opened when it is first needed, and what it has cost."""

import json
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Event, Lock, Semaphore

from l10n.model.engine import Engine, Failure, KeepsGlossary, Metered, Outcome, Trouble, Usage
from l10n.workflow.prefill.books import Budget, Ledger


@dataclass(slots=True)
class Desk:
    """One engine during a run: what is known of it, and what it has cost so far."""

    engine: Engine
    ledger: Ledger
    budget: Budget
    stop: Event
    source: str
    glossary: str = ""  # the name of the project's glossary there
    dictionaries: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    requests: int = 0
    characters: int = 0
    billed: int = 0
    ended: Failure | None = None  # why nothing more is asked
    before: Usage | None = None  # its quota when it was first asked
    lock: Lock = field(default_factory=Lock)
    under_way: dict[str, "Future[Outcome]"] = field(default_factory=dict)
    opening: Lock = field(default_factory=Lock)
    opened: dict[str, Failure | None] = field(default_factory=dict)
    pushed: str | Failure | None = None
    slots: Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self.slots = Semaphore(max(1, self.engine.about.parallel))

    def cost(self) -> float:
        """What was billed, in the currency of the engine."""
        return self.billed * self.engine.about.price / 1_000_000

    def usage(self) -> Usage | None:
        """What is used of a quota now; None where nobody knows."""
        usage = self.engine.usage() if isinstance(self.engine, Metered) else None
        return usage if isinstance(usage, Usage) else None

    def open(self, target: str) -> Failure | None:
        """Return why the engine cannot translate into ``target``; asks it once, unless busy."""
        with self.opening:
            if target not in self.opened:
                failure = self._open(target)
                if failure and failure.trouble is Trouble.BUSY:
                    self.pushed = None if isinstance(self.pushed, Failure) else self.pushed
                    return failure
                self.opened[target] = failure
            return self.opened[target]

    def _open(self, target: str) -> Failure | None:
        failure = self.engine.refusal(self.source, target)
        if failure:
            return failure
        if not self.opened:
            self.before = self.usage()
        if self.pushed is None and isinstance(self.engine, KeepsGlossary):
            wanted = {tag: words for tag, words in self.dictionaries.items() if words}
            self.pushed = self.engine.push(self.glossary, self.source, wanted) if wanted else ""
        return self.pushed if isinstance(self.pushed, Failure) else None


def checksum(desk: Desk, target: str) -> str:
    """Return what stands for the words an engine was asked to use; empty where it takes none."""
    words = desk.dictionaries.get(target)
    if not words or not desk.engine.about.terms:
        return ""
    return sha256(json.dumps(list(words.items())).encode()).hexdigest()[:16]
