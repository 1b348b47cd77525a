"""prefill: the memory, then engine after engine, until every message has a draft."""

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Event

from l10n.engines import Step
from l10n.glossary import Matcher
from l10n.memory import Memory
from l10n.model.engine import Failure, Suggestion
from l10n.model.plan import FileChange
from l10n.model.settings import PrefillSettings
from l10n.workflow.prefill.ask import lanes_of
from l10n.workflow.prefill.estimate import Estimate
from l10n.workflow.prefill.lanes import Lane, run_lanes
from l10n.workflow.prefill.paid import Desk, Till
from l10n.workflow.prefill.recall import recall
from l10n.workflow.prefill.sheet import Key, Sheet
from l10n.workflow.prefill.vet import Examiner, Proposal, vet


@dataclass(frozen=True, slots=True)
class Asked:
    """A request came back, or what was paid for before was looked up (no characters then)."""

    engine: str
    language: str
    characters: int
    settled: int  # messages that have a suggestion now, or none to hope for
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Recalled:
    """The memory was asked for the messages of a sheet."""

    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Filled:
    """A catalog is to be written."""

    sheet: Sheet
    change: FileChange


Done = Asked | Recalled | Filled


@dataclass(frozen=True, slots=True)
class Chain:
    """What messages are filled from, and by which rules."""

    memory: Memory
    kept: Mapping[str, tuple[str, ...]]  # words that stay, by language
    desks: tuple[Desk, ...]
    examiner: Examiner
    settings: PrefillSettings
    sleep: Callable[[float], None]
    stop: Event
    matchers: Mapping[str, Matcher] = field(default_factory=dict)


def prefill(sheets: Sequence[Sheet], chain: Chain) -> Generator[Done, None, None]:
    """Fill the open messages of ``sheets``, and yield each step when it is done.

    Answers are in the ledger before the step that has them is yielded. A Filled change is to be
    written at once. At the end ``open`` of each Sheet has what is left, with reasons.
    """
    for sheet in sheets:
        yield from _remembered(sheet, chain)
    for desk in chain.desks:
        yield from _engine(sheets, chain, desk, {})


def estimate(
    sheets: Sequence[Sheet], chain: Chain
) -> Iterator[tuple[Desk, Mapping[str, Estimate]]]:
    """Yield for each engine what it would be sent, by language; nothing is sent.

    What the memory and the ledger have is taken into ``sheets``, as in a real run.
    """
    for sheet in sheets:
        for _ in _remembered(sheet, chain):
            pass
    for desk in chain.desks:
        estimates: dict[str, Estimate] = {}
        for _ in _engine(sheets, chain, desk, estimates, dry=True):
            pass
        yield desk, estimates


def _remembered(sheet: Sheet, chain: Chain) -> Iterator[Done]:
    found = recall(sheet, chain.memory, chain.kept.get(sheet.tag, ()), chain.settings)
    for rank in range(max(map(len, found.values()), default=0)):
        vet(
            sheet,
            {key: each[rank] for key, each in found.items() if rank < len(each)},
            chain.examiner,
        )
    yield Recalled(sheet)
    change = sheet.change()
    if change:
        yield Filled(sheet, change)


def _engine(
    sheets: Sequence[Sheet],
    chain: Chain,
    desk: Desk,
    estimates: dict[str, Estimate],
    dry: bool = False,
) -> Iterator[Done]:
    """Have one engine draft what is open."""
    tills: dict[str, Till | Estimate] = {}
    lanes: list[Lane] = []
    for sheet in sheets:
        if sheet.open.keys() <= sheet.unsent:
            continue
        if sheet.tag not in tills:
            tills[sheet.tag] = _till(desk, sheet.tag, estimates if dry else None)
        till = tills[sheet.tag]
        lanes += lanes_of(sheet, till, chain.matchers.get(sheet.tag), chain.settings.protect_kept)
    about = desk.engine.about
    pending = Counter(id(lane.sheet) for lane in lanes)
    answers: dict[int, dict[Key, Proposal]] = {each: {} for each in pending}
    heard: set[tuple[int, Key]] = set()
    for lane, step in run_lanes(lanes, about.parallel, chain.sleep, chain.stop.set):
        sheet = lane.sheet
        if step is not None:
            _take(lane, step, about.name, answers[id(sheet)], heard)
            settled = len(step.drafts) + len(step.unfit)
            yield Asked(about.name, sheet.tag, step.characters, settled, step.failures)
            continue
        _unheard(lane, about.name, heard)
        pending[id(sheet)] -= 1
        if pending[id(sheet)] == 0:
            vet(sheet, answers.pop(id(sheet)), chain.examiner)
            change = sheet.change()
            if change:
                yield Filled(sheet, change)


def _till(desk: Desk, target: str, estimates: dict[str, Estimate] | None) -> Till | Estimate:
    if estimates is None:
        return Till(desk, target)
    estimates[target] = Estimate(desk, target)
    estimates[target].look()
    return estimates[target]


def _take(
    lane: Lane, step: Step, name: str, answers: dict[Key, Proposal], heard: set[tuple[int, Key]]
) -> None:
    """Enter what one step brought."""
    for at, text, model in step.drafts:
        key = lane.keys[at]
        answers[key] = Proposal(Suggestion(text, name, detail=model))
        heard.add((id(lane.sheet), key))
    for at, reason in step.unfit:
        key = lane.keys[at]
        lane.sheet.because(key, f"{name}: {reason}")
        heard.add((id(lane.sheet), key))


def _unheard(lane: Lane, name: str, heard: set[tuple[int, Key]]) -> None:
    """Note why messages were not sent: the engine ended, or they may not be sent at all."""
    over = lane.till.over
    for key in lane.keys:
        if (id(lane.sheet), key) in heard:
            continue
        if over:
            lane.sheet.because(key, f"{name}: {over.said}")
        else:
            lane.sheet.unsent.add(key)
