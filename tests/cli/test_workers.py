"""Work shared out among processes gives what it gives in turn."""

import os
import sys

import pytest

from l10n.cli.workers import ENOUGH, spread_over
from l10n.model.rule import Hit
from l10n.rules import Found, in_turn

shares = pytest.mark.skipif(
    not sys.platform.startswith("linux") or len(os.sched_getaffinity(0)) < 2,
    reason="work is shared out on Linux, and among several processors",
)


def _found(at: int) -> list[Found]:
    return [(at, place, Hit(f"{at}/{place}", span=(0, 1))) for place in range(at % 5)]


def test_little_work_is_done_in_turn() -> None:
    assert spread_over(ENOUGH - 1) is in_turn


@shares
@pytest.mark.parametrize("count", [0, 1, 2, 300])
def test_the_results_are_those_of_the_tasks_in_their_order(count: int) -> None:
    tasks = [lambda at=at: _found(at) for at in range(count)]
    assert list(spread_over(ENOUGH)(tasks)) == [_found(at) for at in range(count)]


@shares
def test_what_a_killed_helper_has_left_undone_is_done() -> None:
    here = os.getpid()

    def fatal() -> list[Found]:
        if os.getpid() != here:
            os._exit(1)
        return _found(4)

    assert list(spread_over(ENOUGH)([fatal] * 20)) == [_found(4)] * 20


@shares
def test_a_task_that_fails_fails_here() -> None:
    def wrong() -> list[Found]:
        raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        list(spread_over(ENOUGH)([wrong] * 3))
