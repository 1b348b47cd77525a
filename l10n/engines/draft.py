"""Drafts of messages by one engine: whole, in another spelling of marks, sentence by sentence."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from l10n.engines.protection import (
    Protected,
    Refusal,
    Syntax,
    faithful,
    join,
    protect,
    restore,
    sentences,
)
from l10n.engines.send import HOPELESS, pack, send
from l10n.model.engine import Answer, Engine, Failure, Request, Scheme, Trouble
from l10n.model.inline import Span


@dataclass(frozen=True, slots=True)
class Task:
    """A message to be drafted; ``keep`` are spans of words that are to stay."""

    source: str
    syntax: Syntax
    keep: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Paid:
    """A text as it was sent and what came back: to be kept, so that it is never asked again."""

    scheme: Scheme
    text: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Step:
    """What one request brought, or what was known before any (``characters`` is then 0).

    ``drafts`` are messages by the places of their Tasks, with the models that made them;
    ``unfit`` those that no way is left for, with the reason. ``failures`` say what a server said.
    """

    characters: int = 0
    paid: tuple[Paid, ...] = ()
    drafts: tuple[tuple[int, str, str], ...] = ()
    unfit: tuple[tuple[int, str], ...] = ()
    failures: tuple[Failure, ...] = ()


Known = Callable[[Scheme, str], Answer | None]


def draft(
    engine: Engine,
    request: Request,
    tasks: Sequence[Task],
    known: Known,
    may: Callable[[int], bool],
    sleep: Callable[[float], None],
) -> Iterator[Step]:
    """Draft every Task that ``engine`` can do without damage, and yield after each request.

    ``request`` has all but the texts and their scheme. ``known`` returns the Answer that was
    given before to a text; a text that occurs twice is sent once. ``may`` and ``sleep`` are those
    of `send`. A Task that is neither drafted nor unfit at the end was not sent: the budget or the
    engine ended it.
    """
    return _Drafting(engine, request, tasks, known, may, sleep).run()


@dataclass(slots=True)
class _Part:
    """A piece of a Task on its way: the whole message, or one sentence of it."""

    task: int
    protected: Protected
    text: str = ""  # as restored
    model: str = ""
    refused: bool = False


class _Drafting:
    """Climbs down from rung to rung with what the one before left."""

    __slots__ = ("ended", "engine", "given", "known", "may", "reasons", "request", "sleep", "tasks")

    def __init__(
        self,
        engine: Engine,
        request: Request,
        tasks: Sequence[Task],
        known: Known,
        may: Callable[[int], bool],
        sleep: Callable[[float], None],
    ) -> None:
        self.engine = engine
        self.request = request
        self.tasks = tasks
        self.known = known
        self.may = may
        self.sleep = sleep
        self.given: dict[tuple[Scheme, str], Answer | Failure] = {}
        self.reasons: dict[int, str] = {}
        self.ended = False  # it will not answer any more

    def run(self) -> Iterator[Step]:
        left = list(range(len(self.tasks)))
        schemes = self.engine.about.schemes
        rungs = [(scheme, False) for scheme in schemes[:2]] + [(schemes[0], True)]
        for scheme, cut in rungs:
            parts = {place: self._parts(place, scheme, cut) for place in left}
            drafted: set[int] = set()
            unheard: set[int] = set()
            for step in self._asked(scheme, [part for each in parts.values() for part in each]):
                yield self._with_drafts(step, parts, drafted)
            for place in left:
                if place not in drafted and self._unheard(parts[place]):
                    unheard.add(place)
            left = [place for place in left if place not in drafted | unheard]
            if self.ended:
                return
        unfit = tuple((place, self.reasons.get(place, "it has no words")) for place in left)
        if unfit:
            yield Step(unfit=unfit)

    def _parts(self, place: int, scheme: Scheme, cut: bool) -> list[_Part]:
        """Return what is to be sent of a Task; nothing where this rung is of no use to it."""
        task = self.tasks[place]
        spans = sentences(task.source, task.syntax) if cut else ((0, len(task.source)),)
        if cut and len(spans) < 2:
            return []
        parts = []
        for start, end in spans:
            keep = [(a - start, b - start) for a, b in task.keep if start <= a and b <= end]
            ready = protect(task.source[start:end], task.syntax, scheme, keep)
            parts.append(_Part(place, ready, "" if ready.words else ready.source))
        return parts if any(part.protected.words for part in parts) else []

    def _asked(self, scheme: Scheme, parts: Sequence[_Part]) -> Iterator[Step]:
        """Have every text answered, from what is known or by the engine."""
        texts: list[str] = []
        for text in dict.fromkeys(part.protected.text for part in parts if part.protected.words):
            answer = self.known(scheme, text)
            if answer:
                self.given[scheme, text] = answer
            else:
                texts.append(text)
        yield Step()
        for places in pack(texts, self.engine.about):
            if self.ended:
                return
            batch = replace(
                self.request, scheme=scheme, texts=tuple(texts[place] for place in places)
            )
            for sent in send(self.engine, batch, self.may, self.sleep):
                paid: list[Paid] = []
                failures: list[Failure] = []
                for place, outcome in sent.outcomes:
                    text = batch.texts[place]
                    if isinstance(outcome, Failure):
                        failures.append(outcome)
                        if not sent.final:
                            continue
                    else:
                        paid.append(Paid(scheme, text, outcome))
                    self.given[scheme, text] = outcome
                self.ended = sent.final and any(map(_ends, failures))
                yield Step(sent.characters, tuple(paid), failures=tuple(dict.fromkeys(failures)))

    def _with_drafts(self, step: Step, parts: dict[int, list[_Part]], drafted: set[int]) -> Step:
        """Return the Step with the Tasks that its answers complete."""
        drafts: list[tuple[int, str, str]] = []
        for place, each in parts.items():
            if place in drafted or not each or not all(map(self._ready, each)):
                continue
            text = self._whole(place, each)
            if text:
                drafted.add(place)
                model = next((part.model for part in each if part.model), "")
                drafts.append((place, text, model))
        return replace(step, drafts=tuple(drafts))

    def _ready(self, part: _Part) -> bool:
        """Whether a part has its words; restores them when its answer has come."""
        if part.text or part.refused:
            return not part.refused
        answer = self.given.get((part.protected.scheme, part.protected.text))
        if not isinstance(answer, Answer):
            if answer:
                self.reasons[part.task] = answer.said
            return False
        restored = restore(part.protected, answer.text, self.tasks[part.task].syntax)
        if isinstance(restored, Refusal):
            self.reasons[part.task] = restored.reason
            part.refused = True
            return False
        part.text, part.model = restored.text, answer.model
        return True

    def _whole(self, place: int, parts: Sequence[_Part]) -> str:
        task = self.tasks[place]
        if len(parts) == 1:
            return parts[0].text
        spans = sentences(task.source, task.syntax)
        text = join(task.source, spans, [part.text for part in parts])
        refusal = faithful(task.source, text, task.syntax)
        if refusal:
            self.reasons[place] = refusal.reason
        return "" if refusal else text

    def _unheard(self, parts: Sequence[_Part]) -> bool:
        """Whether something of a Task was never answered at all."""
        keys = [(part.protected.scheme, part.protected.text) for part in parts if not part.text]
        return any(key not in self.given for key in keys)


def _ends(failure: Failure) -> bool:
    """Whether nothing more is to be asked after this, busy as it stayed or without hope."""
    return failure.trouble is Trouble.BUSY or failure.trouble in HOPELESS
