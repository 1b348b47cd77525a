"""What all HTTP engines do alike: answers in order, failures by their kind, keys unseen."""

import json
import os
from random import Random

import pytest

from l10n.engines import send
from l10n.engines.protection import Restored, protect, restore
from l10n.model.dialect import Dialect
from l10n.model.engine import Answer, Failure, Outcome, Request, Scheme, Trouble
from tests.engines.damage import damaged
from tests.engines.fakes.server import Plan
from tests.engines.fakes.translation import translated
from tests.engines.judge import holdings
from tests.engines.messages import message
from tests.engines.syntax import SYNTAX
from tests.engines.worlds import KEYS, NAMES, World, made, world

TEXTS = ('Hello <x id="1"/> world', 'Good <g id="1">bye</g> &amp; thanks', "Third")
_CASES = 33_400 if "L10N_FUZZ" in os.environ else 1_000


def request(*texts: str, scheme: Scheme = Scheme.XML, target: str = "fr") -> Request:
    return Request("en", target, scheme, texts or TEXTS)


def troubles(outcomes: tuple[Outcome, ...]) -> list[Trouble]:
    return [outcome.trouble for outcome in outcomes if isinstance(outcome, Failure)]


@pytest.mark.parametrize("name", NAMES)
def test_each_text_has_its_answer_in_order(name: str) -> None:
    with world(name) as here:
        outcomes = here.engine.translate(request())
        assert [each.text for each in outcomes if isinstance(each, Answer)] == [
            translated(text) for text in TEXTS
        ]
        assert here.engine.refusal("en", "fr") is None


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("plan", "trouble"),
    [
        (Plan(status=429), Trouble.BUSY),
        (Plan(status=500), Trouble.BUSY),
        (Plan(status=503, headers={"Retry-After": "7"}), Trouble.BUSY),
        (Plan(status=403), Trouble.KEY),
        (Plan(status=413, content=b"<html>too large</html>"), Trouble.TOO_LARGE),
        (Plan(status=404), Trouble.REFUSED),
        (Plan(silent=True), Trouble.BUSY),
        (Plan(cut=20), Trouble.BUSY),
        (Plan(delay=1.5), Trouble.BUSY),
        (Plan(content=b""), Trouble.MALFORMED),
        (Plan(content=b"<html>"), Trouble.MALFORMED),
        (Plan(content=b"[]"), Trouble.MALFORMED),
        (Plan(content=b"null"), Trouble.MALFORMED),
        (Plan(content=b'{"translations": [], "choices": []}'), Trouble.MALFORMED),
        (Plan(content=b"\xff\xfe"), Trouble.MALFORMED),
        (Plan(content=b"[" * 100_000), Trouble.MALFORMED),
    ],
    ids=lambda value: value.name if isinstance(value, Trouble) else None,
)  # fmt: skip
def test_failures_are_told_apart(name: str, plan: Plan, trouble: Trouble) -> None:
    with world(name, timeout=1) as here:
        assert here.engine.refusal("en", "fr") is None
        here.fake.plans.append(plan)
        outcomes = here.engine.translate(request())
        assert troubles(outcomes) == [trouble] * len(TEXTS)
        assert all(isinstance(each, Answer) for each in here.engine.translate(request()))


@pytest.mark.parametrize("name", NAMES)
def test_a_server_that_is_not_there_is_busy(name: str) -> None:
    with world(name) as here:
        engine = here.engine
    outcomes = engine.translate(request("Hello"))
    assert troubles(outcomes) == [Trouble.BUSY]


@pytest.mark.parametrize("name", NAMES)
def test_the_key_is_seen_by_the_server_only(name: str) -> None:
    key = KEYS[name]
    with world(name, timeout=1) as here:
        said = [repr(here.engine), repr(here.engine.about)]
        plans = [
            Plan(status=status, content=json.dumps({"message": key, "error": key}).encode())
            for status in (400, 403, 404, 413, 429, 456, 500, 503)
        ]
        plans += [Plan(silent=True), Plan(content=key.encode()), Plan(cut=5)]
        here.fake.plans.extend(plans)
        for _ in plans:
            said += map(repr, here.engine.translate(request()))
        assert any(key in repr((seen.headers, seen.body)) for seen in here.fake.seen)
    said += map(repr, here.engine.translate(request()))
    assert len(said) > len(plans)
    assert not [each for each in said if key in each]


@pytest.mark.parametrize("name", NAMES)
def test_no_redirect_takes_the_key_elsewhere(name: str) -> None:
    with world(name) as here, world(name) as other:
        here.engine.refusal("en", "fr")
        here.fake.plans.append(Plan(status=307, headers={"Location": f"{other.fake.url}/x"}))
        assert troubles(here.engine.translate(request("Hello")))
        assert KEYS[name] not in repr(other.fake.seen)


def _translate_all(here: World, texts: list[str], scheme: Scheme) -> dict[int, str]:
    found: dict[int, str] = {}
    size = here.engine.about.texts
    for start in range(0, len(texts), size):
        batch = request(*texts[start : start + size], scheme=scheme)
        for sent in send(here.engine, batch, lambda _: True, lambda _: None):
            for place, outcome in sent.outcomes:
                if isinstance(outcome, Answer):
                    found[start + place] = outcome.text
    return found


@pytest.mark.parametrize("name", NAMES)
def test_no_damaged_message_ever_comes_back(name: str) -> None:
    random = Random(5)
    with world(name) as here:
        here.say(lambda text: damaged(translated(text) if random.random() < 0.5 else text, random))
        scheme = here.engine.about.schemes[0]
        syntax = SYNTAX[Dialect.GFM]
        kept = 0
        for first in range(0, _CASES, 1_000):
            sources = [message(random) for _ in range(first, min(first + 1_000, _CASES))]
            ready = [protect(source, syntax, scheme) for source in sources]
            answers = _translate_all(here, [each.text for each in ready], scheme)
            for place, answer in answers.items():
                outcome = restore(ready[place], answer, syntax)
                if isinstance(outcome, Restored):
                    kept += 1
                    expected = holdings(sources[place], Dialect.GFM)
                    found = holdings(outcome.text, Dialect.GFM)
                    assert found == expected, (sources[place], answer, outcome.text)
        assert kept > _CASES * 0.2


def test_keys_come_from_the_environment_only() -> None:
    for name, variable in (("deepl", "DEEPL_AUTH_KEY"), ("openai", "OPENAI_API_KEY")):
        engine = made(name, {}, **({"model": "m"} if name == "openai" else {}))
        failure = engine.refusal("en", "fr")
        assert failure == Failure(
            Trouble.KEY, f"{variable} is not set", f"set {variable} in the environment"
        )
        assert engine.translate(request("Hello")) == (failure,)
