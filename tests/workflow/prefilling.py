"""Posts, engines and a ledger for tests of prefill, all in memory."""

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from threading import Event, Lock

from l10n.catalog import parse_catalog
from l10n.markdown.segments import read_post
from l10n.memory import Memory
from l10n.memory.schema import create
from l10n.model.dialect import Dialect
from l10n.model.engine import About, Answer, Engine, Failure, Outcome, Request, Scheme
from l10n.model.language import Language
from l10n.model.memory import Remembered
from l10n.model.post import Post
from l10n.model.settings import PostGroup, PrefillSettings, Settings
from l10n.model.terms import Glossary
from l10n.rules import Policy
from l10n.workflow.build import Draft
from l10n.workflow.check import matchers_of
from l10n.workflow.conventions import House
from l10n.workflow.extract import CatalogPlace, extract_post
from l10n.workflow.prefill import Budget, Chain, Desk, Examiner, Filled, Sheet, prefill, sheet_of
from tests.engines.fakes.translation import translated

ENGLISH = Language("en", "en")
GROUP = PostGroup("*.md", "site/{lang}/{post}.md", Dialect.GFM, ("title",))
ABOUT = About(
    "fake", "v1", (Scheme.XML, Scheme.TOKENS), leaves=True, texts=5, price=20.0, currency="EUR"
)
USUAL = PrefillSettings()
Say = Callable[[str], str]


@dataclass(slots=True)
class Counting:
    """An engine that answers in ``delay`` seconds, and bills each text as often as it gets it."""

    about: About = ABOUT
    say: Say = translated
    delay: float = 0.0
    fail: Callable[[int], Failure | None] = lambda number: None
    requests: list[Request] = field(default_factory=list)
    paid: Counter[tuple[str, str]] = field(default_factory=Counter)  # by language and text
    under_way: int = 0
    most: int = 0  # requests under way at once
    lock: Lock = field(default_factory=Lock)

    @property
    def billed(self) -> int:
        return sum(len(text) * count for (_, text), count in self.paid.items())

    def refusal(self, source: str, target: str) -> Failure | None:
        return None

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        with self.lock:
            self.requests.append(request)
            number = len(self.requests)
            self.under_way += 1
            self.most = max(self.most, self.under_way)
        time.sleep(self.delay)
        failure = self.fail(number)
        with self.lock:
            self.under_way -= 1
            if not failure:
                self.paid.update((request.target, text) for text in request.texts)
        if failure:
            return (failure,) * len(request.texts)
        return tuple(Answer(self.say(text), len(text), "m") for text in request.texts)


@dataclass(slots=True)
class Kept:
    """A ledger in memory."""

    answers: dict[str, Answer] = field(default_factory=dict)
    begun: int = 0

    def begin(self) -> None:
        self.begun += 1

    def get(self, key: str) -> Answer | None:
        return self.answers.get(key)

    def keep(self, answers: Sequence[tuple[str, Answer]]) -> None:
        self.answers.update(answers)


@dataclass(slots=True)
class World:
    """A project in memory: posts, catalogs by path, and what was paid for."""

    posts: dict[str, bytes]
    languages: tuple[str, ...] = ("fr",)
    glossary: Glossary = field(default_factory=Glossary)
    ledger: Kept = field(default_factory=Kept)
    files: dict[str, bytes] = field(default_factory=dict)
    date: str = "2026-01-01"
    pauses: list[float] = field(default_factory=list)
    settings: PrefillSettings = USUAL
    remembered: tuple[Remembered, ...] = ()

    def extract(self) -> None:
        for name, source in self.posts.items():
            post = _post(name)
            places = [
                CatalogPlace(Language(tag, tag), path, self.files.get(path))
                for tag in self.languages
                for path in [f"{tag}/{name}.po"]
            ]
            template = f"{name}.pot", self.files.get(f"{name}.pot")
            for change in extract_post("test", post, source, template, tuple(places)):
                self.files[change.path] = change.data

    def sheets(self, redo: bool = False) -> tuple[Sheet, ...]:
        found = []
        for tag in self.languages:
            for name, source in self.posts.items():
                post, path = _post(name), f"{tag}/{name}.po"
                read = read_post(source, Dialect.GFM, ("title",))
                catalog = parse_catalog(self.files[path], path)
                language = Language(tag, tag)
                draft = Draft(post, language, ENGLISH, f"site/{path}", read, catalog)
                sheet = sheet_of(draft, redo)
                assert sheet
                found.append(sheet)
        return tuple(found)

    def chain(self, *engines: Engine, budget: Budget | None = None) -> Chain:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        create(connection)
        memory = Memory(connection)
        with memory.writing():
            memory.add(self.remembered)
        languages = tuple(Language(tag, tag) for tag in self.languages)
        matchers = matchers_of(self.glossary, languages, ENGLISH)
        stop, limit = Event(), budget or Budget()
        settings = Settings(ENGLISH, languages, (GROUP,))
        words = {
            tag: {
                form: form if rendering.keep else rendering.use
                for term in self.glossary.terms
                if (rendering := term.rendering(tag))
                for form in term.forms
            }
            for tag in self.languages
        }
        return Chain(
            memory,
            {},
            tuple(
                Desk(engine, self.ledger, limit, stop, "en", "words", words) for engine in engines
            ),
            Examiner(Policy(), matchers, House(settings, ()), self.date),
            self.settings,
            self.pauses.append,
            stop,
            matchers,
        )

    def steps(
        self, *engines: Engine, budget: Budget | None = None, redo: bool = False
    ) -> Iterator[tuple[Sheet, ...]]:
        """Prefill, and yield the sheets after each step; what is to be written is."""
        sheets = self.sheets(redo)
        for step in prefill(sheets, self.chain(*engines, budget=budget)):
            if isinstance(step, Filled):
                assert self.files[step.change.path] == step.change.before
                self.files[step.change.path] = step.change.data
            yield sheets

    def run(
        self, *engines: Engine, budget: Budget | None = None, redo: bool = False
    ) -> tuple[Sheet, ...]:
        """Prefill to the end and return the sheets."""
        sheets = self.sheets(redo)
        for now in self.steps(*engines, budget=budget, redo=redo):
            sheets = now
        return sheets

    def texts(self, tag: str = "fr") -> dict[str, str]:
        """Return all translations into a language by msgid."""
        return {
            message.msgid: message.msgstr
            for path, data in self.files.items()
            if path.startswith(f"{tag}/")
            for message in parse_catalog(data, path).catalog.messages
        }


def world(count: int, length: int = 12, languages: tuple[str, ...] = ("fr",)) -> World:
    """Return a project of ``count`` posts with ``length`` paragraphs, some of them shared."""
    posts = {}
    for at in range(count):
        paragraphs = [
            f"Issue {at} tells of topic {row}, with [a link](https://x.example/{at}/{row}), "
            f"`code_{row}` and *more words*."
            for row in range(length - 2)
        ]
        shared = "Thanks for reading, and see [the archive](https://x.example/archive)."
        body = "\n\n".join([f"# Topic {at}", *paragraphs, shared])
        posts[f"post-{at}"] = f"---\ntitle: Letter {at}\n---\n{body}\n".encode()
    made = World(posts, languages)
    made.extract()
    return made


def narrow(**changes: object) -> About:
    """Return what the usual engine says of itself, changed."""
    return replace(ABOUT, **changes)  # type: ignore[arg-type]


def _post(name: str) -> Post:
    return Post(name, f"{name}.md", GROUP, Dialect.GFM)
