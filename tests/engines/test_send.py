"""Texts on their way to an engine: batches, second attempts, and the budget."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hypothesis import given
from hypothesis import strategies as st

from l10n.engines import Sent, pack, send
from l10n.model.engine import (
    About,
    Answer,
    Failure,
    Outcome,
    Request,
    Scheme,
    Trouble,
)

_BUSY = Failure(Trouble.BUSY, "busy")
_LARGE = Failure(Trouble.TOO_LARGE, "too large")
_BAD = Failure(Trouble.MALFORMED, "bad")


_ABOUT = About("scripted", "", (Scheme.XML,), leaves=False, texts=50)


@dataclass(slots=True)
class Scripted:
    """An engine whose answers are those of ``say``, asked for the texts of each request."""

    say: Callable[[tuple[str, ...], int], tuple[Outcome, ...]]
    about: About = _ABOUT
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def refusal(self, source: str, target: str) -> Failure | None:
        return None

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        self.asked.append(request.texts)
        return self.say(request.texts, len(self.asked))


def upper(texts: tuple[str, ...]) -> tuple[Outcome, ...]:
    return tuple(Answer(text.upper()) for text in texts)


def run(
    engine: Scripted, *texts: str, may: Callable[[int], bool] = lambda _: True
) -> tuple[dict[int, Outcome], list[float], list[Sent]]:
    """Return what became of each text at last, the pauses, and every step."""
    pauses: list[float] = []
    request = Request("en", "fr", Scheme.XML, texts)
    steps = list(send(engine, request, may, pauses.append))
    found = {place: each for step in steps if step.final for place, each in step.outcomes}
    return found, pauses, steps


def test_what_goes_well_goes_once() -> None:
    engine = Scripted(lambda texts, _: upper(texts))
    found, pauses, steps = run(engine, "a", "bc")
    assert found == {0: Answer("A"), 1: Answer("BC")}
    assert (engine.asked, pauses, [step.characters for step in steps]) == ([("a", "bc")], [], [3])


def test_a_busy_engine_is_asked_again_after_longer_and_longer_pauses() -> None:
    engine = Scripted(lambda texts, time: (_BUSY,) if time < 4 else upper(texts))
    found, pauses, steps = run(engine, "a")
    assert (found, pauses) == ({0: Answer("A")}, [1, 2, 4])
    assert [step.final for step in steps] == [False, False, False, True]
    engine = Scripted(lambda _, __: (replace(_BUSY, wait=30),))
    found, pauses, _ = run(engine, "a")
    assert found == {0: replace(_BUSY, wait=30)}
    assert (len(engine.asked), pauses) == (6, [30] * 5)


def test_what_is_too_large_goes_in_halves() -> None:
    engine = Scripted(lambda texts, _: (_LARGE,) * len(texts) if len(texts) > 1 else upper(texts))
    found, _, _ = run(engine, "a", "b", "c")
    assert found == {0: Answer("A"), 1: Answer("B"), 2: Answer("C")}
    assert engine.asked == [("a", "b", "c"), ("a",), ("b", "c"), ("b",), ("c",)]
    engine = Scripted(lambda _, __: (_LARGE,))
    assert run(engine, "a")[0] == {0: _LARGE}


def test_malformed_texts_go_alone_once() -> None:
    engine = Scripted(
        lambda texts, _: tuple(_BAD if each == "b" else Answer(each) for each in texts)
    )
    found, _, steps = run(engine, "a", "b", "c")
    assert found == {0: Answer("a"), 1: _BAD, 2: Answer("c")}
    assert engine.asked == [("a", "b", "c"), ("b",)]
    assert steps[0].outcomes == ((0, Answer("a")), (2, Answer("c")))


def test_an_engine_that_breaks_its_contract_is_malformed() -> None:
    engine = Scripted(lambda _, __: ())
    said = "scripted broke its contract: another count"
    assert run(engine, "a")[0] == {0: Failure(Trouble.MALFORMED, said)}


def test_nothing_more_is_sent_after_what_will_not_get_better() -> None:
    quota = Failure(Trouble.QUOTA, "used up")

    def say(texts: tuple[str, ...], time: int) -> tuple[Outcome, ...]:
        return (_LARGE,) * len(texts) if time == 1 else (quota,) * len(texts)

    engine = Scripted(say)
    assert run(engine, "a", "b", "c", "d")[0] == {0: quota, 1: quota}
    assert len(engine.asked) == 2


@given(
    st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=12),
    st.integers(0, 60),
    st.lists(st.sampled_from(["well", "busy", "large", "bad", "mixed"]), max_size=30),
)
def test_the_budget_is_never_exceeded(texts: list[str], budget: int, ways: list[str]) -> None:
    def say(asked: tuple[str, ...], time: int) -> tuple[Outcome, ...]:
        way = ways[time - 1] if time <= len(ways) else "well"
        if way == "mixed":
            return tuple(Answer(each) if each > "5" else _BAD for each in asked)
        failure = {"busy": _BUSY, "large": _LARGE, "bad": _BAD}.get(way)
        return (failure,) * len(asked) if failure else upper(asked)

    engine = Scripted(say)
    left = budget

    def may(characters: int) -> bool:
        nonlocal left
        if characters > left:
            return False
        left -= characters
        return True

    found, _, steps = run(engine, *texts, may=may)
    billed = sum(len(text) for asked in engine.asked for text in asked)
    assert billed == sum(step.characters for step in steps) == budget - left <= budget
    places = [place for step in steps if step.final for place, _ in step.outcomes]
    assert len(places) == len(set(places)) == len(found)
    if budget >= 60 * 12 * 8:
        assert set(found) == set(range(len(texts)))


@given(
    st.lists(st.text(max_size=30), max_size=40), st.integers(1, 9), st.sampled_from([0, 40, 200])
)
def test_batches_keep_to_the_limits(texts: list[str], most: int, size: int) -> None:
    about = About("x", "", (Scheme.XML,), leaves=False, texts=most, size=size)
    batches = list(pack(texts, about))
    assert [place for batch in batches for place in batch] == list(range(len(texts)))
    for batch in batches:
        assert 0 < len(batch) <= most
        written = sum(len(json.dumps(texts[place])) + 2 for place in batch)
        assert not size or written <= size or len(batch) == 1
