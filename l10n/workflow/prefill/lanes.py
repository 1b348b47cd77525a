"""Lanes: parts of posts on their way to one engine, several at once."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue

from l10n.engines import Step, Task, draft
from l10n.model.engine import Request, Trouble
from l10n.workflow.prefill.estimate import Estimate
from l10n.workflow.prefill.sheet import Key, Sheet
from l10n.workflow.prefill.till import Till

_READY = 2


@dataclass(frozen=True, slots=True)
class Lane:
    """Neighbouring messages of one post, and what helps an engine with them."""

    place: int  # of the sheet among all
    sheet: Sheet
    keys: tuple[Key, ...]
    tasks: tuple[Task, ...]
    request: Request
    till: Till | Estimate


def run_lanes(
    lanes: Sequence[Lane], parallel: int, sleep: Callable[[float], None], end: Callable[[], None]
) -> Iterator[tuple[Lane, Step | None]]:
    """Yield the Steps of all ``lanes``; tills let no more than ``parallel`` requests out at once.

    Where these are several, a few lanes more are made ready meanwhile, so that no engine waits
    for us. None follows the last Step of a lane. ``end`` is called where nobody waits for the
    rest: it must make the tills say no. Whatever a lane raises is raised here.
    """
    events: SimpleQueue[tuple[Lane, Step | BaseException | None]] = SimpleQueue()

    def work(lane: Lane) -> None:
        try:
            last = Step()
            till = lane.till
            for step in draft(till, lane.request, lane.tasks, till.known, till.may, sleep):
                events.put((lane, step))
                last = step
            busy = next((each for each in last.failures if each.trouble is Trouble.BUSY), None)
            if busy:  # it was asked again and again
                till.give_up(busy)
            events.put((lane, None))
        except BaseException as error:
            events.put((lane, error))

    left = len(lanes)
    workers = parallel + _READY if parallel > 1 else 1
    pool = ThreadPoolExecutor(workers, thread_name_prefix="l10n-engine")
    futures: list[Future[None]] = []
    try:
        futures += (pool.submit(work, lane) for lane in lanes)
        while left:
            lane, event = events.get()
            if isinstance(event, BaseException):
                raise event
            left -= event is None
            yield lane, event
    finally:
        if left:
            end()
        pool.shutdown(wait=True, cancel_futures=True)
