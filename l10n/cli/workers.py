"""The work of a check shared out among processes, where there is enough of it."""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

from l10n.rules import Found, Spread, Task, in_turn

ENOUGH = 2_000  # messages: a tenth of a second, ten times what another process costs
_MOST = 4  # processes; the work that cannot be shared out soon takes longer than the rest
_TOKEN = 2  # bytes


def spread_over(messages: int) -> Spread:
    """Return how the work on so many messages is best done.

    Other processes are copies of this one, which have everything at hand that the work is about;
    only Linux makes such copies safely (CPython, Doc/library/multiprocessing.rst).
    """
    alone = not sys.platform.startswith("linux") or threading.active_count() > 1
    if alone or messages < ENOUGH:
        return in_turn
    count = min(len(os.sched_getaffinity(0)), _MOST)
    return in_turn if count < 2 else lambda tasks: _side_by_side(tasks, count)


def _side_by_side(tasks: Sequence[Task], count: int) -> list[list[Found]]:
    """Do the tasks in ``count`` processes, each taking the next one when it is done with one."""
    queue, tokens = os.pipe()
    written = b"".join(at.to_bytes(_TOKEN, "big") for at in range(len(tasks)))
    os.set_blocking(tokens, False)
    os.write(tokens, written[:32_768])  # beyond, a task is done at the end
    os.close(tokens)
    helpers = [_helper(tasks, queue) for _ in range(count - 1)]
    try:
        done = _take(tasks, queue)
        for _, answer in helpers:
            with (
                open(answer, "rb", closefd=False) as stream,
                suppress(EOFError, pickle.UnpicklingError),
            ):
                done |= pickle.load(stream)
    finally:
        os.close(queue)
        for process, answer in helpers:
            os.close(answer)
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
    # What a helper has not done, since it was killed, is done here.
    return [done[at] if at in done else task() for at, task in enumerate(tasks)]


def _helper(tasks: Sequence[Task], queue: int) -> tuple[int, int]:
    """Start a process that takes tasks as well; return its id and where its answer comes from."""
    answer, out = os.pipe()
    process = os.fork()
    if process:
        os.close(out)
        return process, answer
    try:
        data = pickle.dumps(_take(tasks, queue), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(out, "wb") as stream:
            stream.write(data)
    finally:
        os._exit(0)  # neither a traceback nor what this process has yet to print is the copy's


def _take(tasks: Sequence[Task], queue: int) -> dict[int, list[Found]]:
    done: dict[int, list[Found]] = {}
    while token := os.read(queue, _TOKEN):
        at = int.from_bytes(token, "big")
        done[at] = tasks[at]()
    return done
