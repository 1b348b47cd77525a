"""Texts on their way to an engine: in batches, again after failures, never beyond what may be."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from l10n.model.engine import About, Answer, Engine, Failure, Outcome, Request, Trouble

_ATTEMPTS = 5
_FIRST, _FACTOR, _LONGEST = 1.0, 2.0, 60.0  # seconds before the next attempt
HOPELESS = frozenset({Trouble.QUOTA, Trouble.KEY, Trouble.LANGUAGE, Trouble.ABSENT})


@dataclass(frozen=True, slots=True)
class Sent:
    """What one request brought: an Outcome for some of the texts, by their places in the Request.

    ``characters`` is what was asked for, whether it came back or not; ``final`` whether these
    texts are done with, an Answer always is.
    """

    outcomes: tuple[tuple[int, Outcome], ...]
    characters: int
    final: bool = True


def pack(texts: Sequence[str], about: About) -> Iterator[range]:
    """Yield neighbouring texts that go into one request, as ranges of places.

    A text that is too large by itself goes alone: the engine is to say so.
    """
    start = size = 0
    for at, text in enumerate(texts):
        more = len(json.dumps(text)) + 2
        full = at - start >= about.texts or (about.size and size + more > about.size)
        if at > start and full:
            yield range(start, at)
            start, size = at, 0
        size += more
    if start < len(texts):
        yield range(start, len(texts))


def send(
    engine: Engine,
    request: Request,
    may: Callable[[int], bool],
    sleep: Callable[[float], None],
) -> Iterator[Sent]:
    """Send a Request until each text has an Answer or a Failure, and yield after every request.

    ``may`` is asked before each one, with its characters: where it says no, nothing is sent and
    those texts are not heard of again. A busy engine is asked again, 5 times, waiting 1, 2, 4 …
    seconds or what it says; what is too large goes in halves; texts with malformed answers go
    alone, once. After anything that will not get better, nothing more is sent.
    """
    waiting: list[tuple[tuple[int, ...], int]] = [(tuple(range(len(request.texts))), 0)]
    while waiting:
        places, attempt = waiting.pop(0)
        part = replace(request, texts=tuple(request.texts[place] for place in places))
        if not places or not may(part.characters):
            continue
        outcomes = tuple(zip(places, _asked(engine, part), strict=True))
        troubles = {each.trouble for _, each in outcomes if isinstance(each, Failure)}
        if troubles == {Trouble.BUSY} and attempt < _ATTEMPTS:
            yield Sent(outcomes, part.characters, final=False)
            sleep(_pause(outcomes, attempt))
            waiting.insert(0, (places, attempt + 1))
            continue
        if Trouble.TOO_LARGE in troubles and len(places) > 1:
            yield Sent(outcomes, part.characters, final=False)
            half = len(places) // 2
            waiting[:0] = [(places[:half], 0), (places[half:], 0)]
            continue
        again = [place for place, each in outcomes if _malformed(each)] if len(places) > 1 else []
        done = tuple((place, each) for place, each in outcomes if place not in set(again))
        yield Sent(done, part.characters)
        waiting[:0] = [((place,), 0) for place in again]
        if troubles & HOPELESS:
            return


def _asked(engine: Engine, request: Request) -> tuple[Outcome, ...]:
    outcomes = engine.translate(request)
    if len(outcomes) == len(request.texts):
        return outcomes
    failure = Failure(Trouble.MALFORMED, f"{engine.about.name} broke its contract: another count")
    return (failure,) * len(request.texts)


def _malformed(outcome: Outcome) -> bool:
    return not isinstance(outcome, Answer) and outcome.trouble is Trouble.MALFORMED


def _pause(outcomes: Sequence[tuple[int, Outcome]], attempt: int) -> float:
    asked = max((each.wait for _, each in outcomes if isinstance(each, Failure)), default=0.0)
    return max(min(asked, 10 * _LONGEST), min(_FIRST * _FACTOR**attempt, _LONGEST))
