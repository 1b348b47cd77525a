"""Drafts: whole, in another spelling of marks, sentence by sentence, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random

from l10n.engines import Paid, Step, Task, draft
from l10n.model.dialect import Dialect
from l10n.model.engine import About, Answer, Failure, Outcome, Request, Scheme, Trouble
from tests.engines.damage import damaged
from tests.engines.judge import holdings
from tests.engines.messages import message
from tests.engines.syntax import SYNTAX

_GFM = SYNTAX[Dialect.GFM]
_ABOUT = About("scripted", "", (Scheme.XML, Scheme.TOKENS), leaves=False, texts=3)
_REQUEST = Request("en", "fr", Scheme.XML, ())


@dataclass(slots=True)
class Scripted:
    """An engine that makes of each text what ``say`` makes of it."""

    say: Callable[[str], Outcome]
    about: About = _ABOUT
    asked: list[str] = field(default_factory=list)
    requests: int = 0

    def refusal(self, source: str, target: str) -> Failure | None:
        return None

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        self.requests += 1
        self.asked += request.texts
        return tuple(self.say(text) for text in request.texts)


@dataclass(slots=True)
class Result:
    """All steps together."""

    drafts: dict[int, str]
    unfit: dict[int, str]
    paid: dict[tuple[Scheme, str], Answer]
    steps: list[Step]


def drafted(
    engine: Scripted,
    *sources: str,
    known: dict[tuple[Scheme, str], Answer] | None = None,
    may: Callable[[int], bool] = lambda _: True,
) -> Result:
    cache = known or {}
    steps = list(
        draft(
            engine,
            _REQUEST,
            [Task(source, _GFM) for source in sources],
            lambda scheme, text: cache.get((scheme, text)),
            may,
            lambda _: None,
        )
    )
    return Result(
        {place: text for step in steps for place, text, _ in step.drafts},
        {place: reason for step in steps for place, reason in step.unfit},
        {(each.scheme, each.text): each.answer for step in steps for each in step.paid},
        steps,
    )


def upper(text: str) -> Outcome:
    return Answer(text.upper() if "<" not in text else text, model="m")


def _always(outcome: Outcome, text: str) -> Outcome:
    return outcome


def test_what_comes_back_whole_is_a_draft_at_once() -> None:
    engine = Scripted(upper)
    result = drafted(engine, "One", "Two", "A `b` c", "`x`", "One")
    assert result.drafts == {0: "ONE", 1: "TWO", 2: "A `b` c", 4: "ONE"}
    assert result.unfit == {3: "it has no words"}
    assert engine.asked == ["One", "Two", 'A <x id="1">b</x> c']
    assert result.steps[1].paid[0] == Paid(Scheme.XML, "One", Answer("ONE", model="m"))
    assert result.steps[1].drafts[0] == (0, "ONE", "m")


def test_another_spelling_of_marks_comes_next() -> None:
    engine = Scripted(lambda text: Answer(text.replace("<x", "<y")))
    assert drafted(engine, "A `b` c").drafts == {0: "A `b` c"}
    assert engine.asked == ['A <x id="1">b</x> c', "A XPH1X c"]


def test_sentences_come_last_and_are_put_together_again() -> None:
    def say(text: str) -> Outcome:
        return Answer(text.replace("One", "Un") if text.count(".") < 2 else "lost")

    engine = Scripted(say)
    result = drafted(engine, "One `a`. Two **b** c.\n`d`", "One `a` b.")
    assert result.drafts == {0: "Un `a`. Two **b** c.\n`d`", 1: "Un `a` b."}
    assert engine.asked[-2:] == ['One <x id="1">a</x>.', 'Two <g id="1">b</g> c.']


def test_what_no_way_is_left_for_is_told_with_the_reason() -> None:
    engine = Scripted(lambda _: Answer("lost"))
    assert drafted(engine, "A `b` cat. D `e` f.", "Well").unfit == {0: "it lost 1 of 1 marks"}
    engine = Scripted(lambda _: Failure(Trouble.REFUSED, "no"))
    assert drafted(engine, "Well").unfit == {0: "no"}


def test_what_is_known_is_not_asked_again() -> None:
    first = Scripted(lambda text: Answer(text.replace("<x", "<y")))
    one = drafted(first, "A `b` cat. Dog.", "Plain")
    second = Scripted(upper)
    two = drafted(second, "A `b` cat. Dog.", "Plain", known=one.paid)
    assert (two.drafts, two.unfit) == (one.drafts, one.unfit)
    assert not second.asked
    assert all(step.characters == 0 for step in two.steps)


def test_an_engine_without_hope_is_asked_nothing_more() -> None:
    for trouble in (Trouble.QUOTA, Trouble.KEY, Trouble.LANGUAGE, Trouble.ABSENT):
        failure = Failure(trouble, "over")
        engine = Scripted(partial(_always, failure))
        result = drafted(engine, *"abcdefgh")
        assert (result.drafts, result.unfit, engine.requests) == ({}, {}, 1)
        assert result.steps[-1].failures == (failure,)
    engine = Scripted(lambda _: Failure(Trouble.BUSY, "later"))
    assert drafted(engine, *"abcdefgh").unfit == {}
    assert engine.requests == 6


def test_the_budget_ends_it_and_leaves_the_rest_untold() -> None:
    engine = Scripted(upper)
    spent = 0

    def strict(characters: int) -> bool:
        nonlocal spent
        if spent + characters > 10:
            return False
        spent += characters
        return True

    result = drafted(engine, "aaaa", "bbb", "ccc", "dddd", "e", may=strict)
    assert result.drafts == {0: "AAAA", 1: "BBB", 2: "CCC"}
    assert result.unfit == {}
    assert sum(map(len, engine.asked)) == spent == 10


def test_no_draft_is_damaged_on_any_rung() -> None:
    random = Random(3)
    engine = Scripted(lambda text: Answer(damaged(text, random)))
    sources = [message(random) for _ in range(400)]
    result = drafted(engine, *sources)
    assert len(result.drafts) > 200
    assert not result.drafts.keys() & result.unfit.keys()
    assert len(result.drafts) + len(result.unfit) == len(sources)
    for place, text in result.drafts.items():
        assert holdings(text, Dialect.GFM) == holdings(sources[place], Dialect.GFM)
