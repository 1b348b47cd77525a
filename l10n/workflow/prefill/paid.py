"""What engines are paid for: kept before anything else is asked, and never asked for twice."""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from hashlib import sha256
from threading import Event, Lock
from typing import Protocol

from l10n.model.engine import (
    About,
    Answer,
    Engine,
    Failure,
    KeepsGlossary,
    Metered,
    Outcome,
    Request,
    Scheme,
    Trouble,
    Usage,
)

# After these nothing was translated, and so nothing is billed.
_FREE = frozenset(
    {
        Trouble.QUOTA,
        Trouble.KEY,
        Trouble.TOO_LARGE,
        Trouble.LANGUAGE,
        Trouble.REFUSED,
        Trouble.ABSENT,
    }
)


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
    """Return 64 hexadecimal digits made of all that an answer depends on."""
    parts = (about.name, about.settings, source, target, scheme.value, text, glossary)
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
        self.ledger.begin()
        failure = self.engine.refusal(self.source, target)
        if failure:
            return failure
        if not self.opened:
            self.before = self.usage()
        if self.pushed is None and isinstance(self.engine, KeepsGlossary):
            wanted = {tag: words for tag, words in self.dictionaries.items() if words}
            self.pushed = self.engine.push(self.glossary, self.source, wanted) if wanted else ""
        return self.pushed if isinstance(self.pushed, Failure) else None


class Till:
    """A Desk's engine for one language, as `draft` wants one: pays for each text once.

    A text that another thread has sent is waited for. Answers are in the ledger before
    `translate` returns.
    """

    __slots__ = ("_checksum", "_desk", "_target", "ended")

    def __init__(self, desk: Desk, target: str) -> None:
        self._desk = desk
        self._target = target
        self._checksum = checksum(desk, target)
        self.ended: Failure | None = None  # of this language alone

    @property
    def about(self) -> About:
        return self._desk.engine.about

    def refusal(self, source: str, target: str) -> Failure | None:
        return self._desk.open(target)

    def known(self, scheme: Scheme, text: str) -> Answer | None:
        """Return what was paid for before."""
        return self._desk.ledger.get(self._key(scheme, text))

    def may(self, characters: int) -> bool:
        """Whether a request may be sent; its characters are taken from the budget then."""
        desk = self._desk
        if desk.stop.is_set() or desk.ended or self.ended:
            return False
        return desk.budget.take(characters)

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        """Return an Outcome for each text; those that nobody has asked for yet are sent."""
        desk = self._desk
        keys = [self._key(request.scheme, text) for text in request.texts]
        known: dict[str, Outcome] = {}
        waiting: dict[str, Future[Outcome]] = {}
        mine: dict[str, str] = {}
        with desk.lock:
            for key, text in zip(keys, request.texts, strict=True):
                answer = desk.ledger.get(key)
                if answer:
                    known[key] = answer
                elif key in desk.under_way:
                    waiting[key] = desk.under_way[key]
                else:
                    mine[key] = text
                    desk.under_way[key] = Future()
        try:
            known |= self._sent(replace(request, texts=tuple(mine.values())), tuple(mine))
        finally:
            with desk.lock:
                futures = {key: desk.under_way.pop(key) for key in mine}
            for key, future in futures.items():
                broken = Failure(Trouble.MALFORMED, f"{self.about.name} failed")
                future.set_result(known.get(key, broken))
        desk.budget.give_back(request.characters - sum(map(len, mine.values())))
        known |= {key: future.result() for key, future in waiting.items()}
        return tuple(known[key] for key in keys)

    def _sent(self, request: Request, keys: Sequence[str]) -> dict[str, Outcome]:
        desk = self._desk
        if not keys:
            return {}
        failure = desk.open(self._target)
        if failure:
            desk.budget.give_back(request.characters)
            if failure.trouble is Trouble.LANGUAGE:
                self.ended = failure
            elif failure.trouble is not Trouble.BUSY:
                desk.ended = failure
            return dict.fromkeys(keys, failure)
        glossary = desk.pushed if isinstance(desk.pushed, str) else ""
        outcomes = desk.engine.translate(replace(request, glossary=glossary))
        if len(outcomes) != len(keys):
            said = f"{self.about.name} broke its contract: another count"
            outcomes = (Failure(Trouble.MALFORMED, said),) * len(keys)
        answers = [
            (key, each)
            for key, each in zip(keys, outcomes, strict=True)
            if isinstance(each, Answer)
        ]
        if answers:
            desk.ledger.keep(answers)
        self._count(request, outcomes)
        return dict(zip(keys, outcomes, strict=True))

    def _count(self, request: Request, outcomes: Sequence[Outcome]) -> None:
        """Enter a request into the books."""
        desk = self._desk
        billed = free = 0
        for text, outcome in zip(request.texts, outcomes, strict=True):
            if isinstance(outcome, Answer):
                billed += len(text) if outcome.billed is None else outcome.billed
                free -= max(0, (outcome.billed or 0) - len(text))
            elif outcome.trouble in _FREE:
                free += len(text)
                self._end(outcome)
        desk.budget.give_back(free)
        with desk.lock:
            desk.requests += 1
            desk.characters += request.characters
            desk.billed += billed

    def _end(self, failure: Failure) -> None:
        if failure.trouble is Trouble.LANGUAGE:
            self.ended = failure
        elif failure.trouble in (Trouble.QUOTA, Trouble.KEY, Trouble.ABSENT):
            self._desk.ended = failure

    def give_up(self, failure: Failure) -> None:
        """Ask nothing more of a server that stays busy, or cannot be opened."""
        self._desk.ended = self._desk.ended or failure

    @property
    def over(self) -> Failure | None:
        """Why nothing more is asked, if so."""
        return self.ended or self._desk.ended

    def _key(self, scheme: Scheme, text: str) -> str:
        return key_of(self.about, self._desk.source, self._target, scheme, text, self._checksum)


def checksum(desk: Desk, target: str) -> str:
    """Return what stands for the words an engine was asked to use; empty where it takes none."""
    words = desk.dictionaries.get(target)
    if not words or not desk.engine.about.terms:
        return ""
    return sha256(json.dumps(list(words.items())).encode()).hexdigest()[:16]
