"""prefill: the memory, then engine after engine, until every message has a draft."""

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Event

from l10n.engines import Step
from l10n.glossary import Matcher
from l10n.memory import Memory
from l10n.model.engine import About, Failure, Suggestion
from l10n.model.plan import FileChange
from l10n.model.settings import PrefillSettings
from l10n.workflow.prefill.ask import lanes_of
from l10n.workflow.prefill.desk import Desk
from l10n.workflow.prefill.estimate import Estimate
from l10n.workflow.prefill.lanes import Lane, run_lanes
from l10n.workflow.prefill.recall import recall
from l10n.workflow.prefill.sheet import Key, Sheet
from l10n.workflow.prefill.till import Till
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
Wanted = dict[int, tuple[Key, ...]]


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
        yield from _engine(sheets, chain, desk)


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
        for _ in _engine(sheets, chain, desk, estimates):
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
    sheets: Sequence[Sheet], chain: Chain, desk: Desk, estimates: dict[str, Estimate] | None = None
) -> Iterator[Done]:
    """Have one engine draft what is open; with ``estimates``, only note what that would be.

    Drafts that a build or a rule refuses are asked for once more, with marks of another kind; and
    where a whole request was too much for the budget, single texts may still fit.
    """
    about = desk.engine.about
    desk.budget.refused = False
    refused: Wanted = {}
    wanted: Wanted = {
        at: tuple(key for key in sheet.open if key not in sheet.unsent)
        for at, sheet in enumerate(sheets)
    }
    yield from _round(sheets, chain, desk, about, wanted, refused, estimates)
    others = about.schemes[1:]
    if others and refused:
        again = replace(about, schemes=others)
        yield from _round(sheets, chain, desk, again, dict(refused), {}, estimates)
    if desk.budget.refused and estimates is None:
        alone = {at: tuple(sheet.unsent) for at, sheet in enumerate(sheets)}
        for sheet in sheets:
            sheet.unsent.clear()
        yield from _round(sheets, chain, desk, replace(about, texts=1), alone, {}, None)


def _round(
    sheets: Sequence[Sheet],
    chain: Chain,
    desk: Desk,
    about: About,
    wanted: Wanted,
    refused: Wanted,
    estimates: dict[str, Estimate] | None,
) -> Iterator[Done]:
    """Have messages drafted, those ``wanted`` by the place of their sheet; tell of ``refused``."""
    tills: dict[str, Till | Estimate] = {}
    lanes: list[Lane] = []
    for at, keys in wanted.items():
        sheet = sheets[at]
        if keys and sheet.tag not in tills:
            tills[sheet.tag] = _till(desk, sheet.tag, about, estimates)
        if keys:
            matcher = chain.matchers.get(sheet.tag)
            protect = chain.settings.protect_kept
            lanes += lanes_of(at, sheet, keys, tills[sheet.tag], matcher, protect)
    pending = Counter(lane.place for lane in lanes)
    answers: dict[int, dict[Key, Proposal]] = {at: {} for at in pending}
    heard: set[tuple[int, Key]] = set()
    for lane, step in run_lanes(lanes, about.parallel, chain.sleep, chain.stop.set):
        sheet = lane.sheet
        if step is not None:
            _take(lane, step, about.name, answers[lane.place], heard)
            settled = len(step.drafts) + len(step.unfit)
            yield Asked(about.name, sheet.tag, step.characters, settled, step.failures)
            continue
        _unheard(lane, about.name, heard)
        pending[lane.place] -= 1
        if pending[lane.place] == 0:
            bad = vet(sheet, answers.pop(lane.place), chain.examiner)
            if bad:
                refused[lane.place] = bad
            change = sheet.change()
            if change:
                yield Filled(sheet, change)


def _till(
    desk: Desk, target: str, about: About, estimates: dict[str, Estimate] | None
) -> Till | Estimate:
    if estimates is None:
        return Till(desk, target, about)
    if target not in estimates:
        estimates[target] = Estimate(desk, target, about)
        estimates[target].look()
    estimates[target].about = about
    return estimates[target]


def _take(
    lane: Lane, step: Step, name: str, answers: dict[Key, Proposal], heard: set[tuple[int, Key]]
) -> None:
    """Enter what one step brought."""
    for at, text, model in step.drafts:
        key = lane.keys[at]
        answers[key] = Proposal(Suggestion(text, name, detail=model))
        heard.add((lane.place, key))
    for at, reason in step.unfit:
        key = lane.keys[at]
        lane.sheet.because(key, f"{name}: {reason}")
        heard.add((lane.place, key))


def _unheard(lane: Lane, name: str, heard: set[tuple[int, Key]]) -> None:
    """Note why messages were not sent: the engine ended, or they may not be sent at all."""
    over = lane.till.over
    for key in lane.keys:
        if (lane.place, key) in heard:
            continue
        if over:
            lane.sheet.because(key, f"{name}: {over.said}")
        else:
            lane.sheet.unsent.add(key)
