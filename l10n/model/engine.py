"""Engines: what a machine translation backend declares, is asked and gives back.

Engines share nothing but this. What they need of the machine is handed to them as an `Outside`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol, runtime_checkable


class Scheme(Enum):
    """How protected parts travel inside a text."""

    XML = "xml"  # <g id="1">words</g> and <x id="2"/>; the text is escaped
    HTML = "html"  # <a id="1">words</a> and <img id="2">; the text is escaped
    TOKENS = "tokens"  # plain words that no language has; the text is as it is


@dataclass(frozen=True, slots=True)
class About:
    """What an engine says of itself without asking anyone.

    ``settings`` holds all that makes its answers differ and no secret: drafts are cached under it.
    ``price`` is for a million characters; a text costs nothing where it is 0.
    """

    name: str
    settings: str
    schemes: tuple[Scheme, ...]  # the best first
    leaves: bool  # whether texts leave this machine
    texts: int = 1  # most texts in one request
    size: int = 0  # most bytes of all texts of a request, written as JSON; 0: no limit
    parallel: int = 1  # most requests under way at once
    terms: bool = False  # whether it can be asked for terms, in the request or by a glossary
    price: float = 0.0
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """Texts of one post, prepared in ``scheme``, and what helps to translate them.

    ``context`` are paragraphs around them, which are not translated. ``terms`` are (source, use)
    and ``examples`` (source, translation) that concern these texts. ``glossary`` is what
    `KeepsGlossary.push` returned.
    """

    source: str  # BCP 47 tag
    target: str
    scheme: Scheme
    texts: tuple[str, ...]
    title: str = ""
    context: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    examples: tuple[tuple[str, str], ...] = ()
    glossary: str = ""

    @property
    def characters(self) -> int:
        """What a paid engine bills for it at most: the texts' characters, marks included."""
        return sum(map(len, self.texts))


@dataclass(frozen=True, slots=True)
class Answer:
    """A text as translated, marks and all; ``billed`` is None where the engine does not say."""

    text: str
    billed: int | None = None
    model: str = ""


class Trouble(Enum):
    """Why there is no Answer. What helps differs."""

    BUSY = "busy"  # too many requests, a failing server, no connection: later
    QUOTA = "quota"  # nothing is left of what was paid for
    KEY = "key"  # none, or it is refused
    TOO_LARGE = "too large"  # less at once
    LANGUAGE = "language"  # it does not translate between these
    MALFORMED = "malformed"  # an answer that is none
    REFUSED = "refused"  # it does not want this request
    ABSENT = "absent"  # a program, library or model is not here


@dataclass(frozen=True, slots=True)
class Failure:
    """No Answer: why, in a sentence without its full stop, and what to do about it."""

    trouble: Trouble
    said: str
    remedy: str = ""
    wait: float = 0.0  # seconds that the server asked to wait


Outcome = Answer | Failure


@dataclass(frozen=True, slots=True)
class Usage:
    """Characters used of those paid for; ``limit`` is None where there is none."""

    used: int
    limit: int | None


class Engine(Protocol):
    """A machine translation backend."""

    @property
    def about(self) -> About:
        """What it declares."""
        ...

    def refusal(self, source: str, target: str) -> Failure | None:
        """Return why it cannot translate between these BCP 47 tags, or None; may ask a server."""
        ...

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        """Return one Outcome for each text, in order, after one request and no waiting.

        Raises nothing for what a server does or says.
        """
        ...


@runtime_checkable
class Metered(Protocol):
    """An Engine that knows what is left of its quota."""

    def usage(self) -> Usage | Failure:
        """Return what has been used so far."""
        ...


@runtime_checkable
class KeepsGlossary(Protocol):
    """An Engine with glossaries of its own."""

    def push(
        self, name: str, source: str, dictionaries: Mapping[str, Mapping[str, str]]
    ) -> "str | Failure":
        """Make the glossary ``name`` hold a dictionary (term → use) for each target language.

        Returns what a Request calls it. Nothing is sent where the same is there already; older
        versions of it are deleted.
        """
        ...


@dataclass(frozen=True, slots=True)
class HttpReply:
    """What a server answered; header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Unreachable:
    """No reply, or only a part of one."""

    said: str


class Http(Protocol):
    """Sends one request, follows no redirect and raises nothing for what the network does."""

    def __call__(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes, timeout: float
    ) -> HttpReply | Unreachable:
        """Return the reply; ``timeout`` is in seconds."""
        ...


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a program: its exit status, and what it wrote."""

    status: int
    out: bytes
    err: bytes = b""


class Run(Protocol):
    """Runs a program and waits for it."""

    def __call__(self, arguments: Sequence[str], data: bytes, timeout: float) -> Ran | None:
        """Return what it wrote when given ``data``; None where there is no such program."""
        ...


@dataclass(frozen=True, slots=True)
class Outside:
    """What engines may use of the machine they run on. ``environment`` may hold secrets."""

    http: Http
    run: Run
    environment: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Key:
    """A secret from the environment, and the name it goes by there. Only `reveal` shows it."""

    name: str
    secret: str = field(repr=False)

    def reveal(self) -> str:
        """Return the secret, to be put into a request and nowhere else."""
        return self.secret

    def hide(self, text: str) -> str:
        """Return ``text`` with the secret blacked out, and cut to 300 characters."""
        hidden = text.replace(self.secret, "***") if self.secret else text
        return hidden if len(hidden) <= 300 else hidden[:300] + "…"


@dataclass(frozen=True, slots=True)
class Offer:
    """An engine that can be had: ``make`` reads its options and raises InputError on wrong ones.

    ``options`` are the names of those it reads from the project's configuration.
    """

    name: str
    summary: str  # one sentence
    make: Callable[[Mapping[str, object], Outside], Engine]
    options: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()  # of the environment that it reads; a key comes first


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What an engine or the memory proposes for a message."""

    text: str
    origin: str  # the engine's name, or "memory"
    score: int | None = None  # percent, of the memory
    detail: str = ""  # which model, or where the memory has it from
    billed: int = 0  # characters
