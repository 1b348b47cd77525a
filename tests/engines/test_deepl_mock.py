"""DeepL's own mock server, with its own client. Its folder is named by $L10N_DEEPL_MOCK.

The mock (github.com/DeepLcom/deepl-mock, MIT; ``npm install --omit=dev``) has no host option: a
file loaded first keeps it on loopback. A glossary scripts its answers, since it matches whole
lines and puts anything in their place.
"""

import http.client
import os
import shutil
import socket
import subprocess
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from l10n.engines import send
from l10n.engines.protection import Restored, protect, restore
from l10n.model.dialect import Dialect
from l10n.model.engine import (
    Answer,
    Engine,
    Failure,
    KeepsGlossary,
    Metered,
    Outcome,
    Request,
    Scheme,
    Trouble,
    Usage,
)
from tests.engines.damage import damaged
from tests.engines.judge import holdings
from tests.engines.messages import message
from tests.engines.syntax import SYNTAX
from tests.engines.worlds import made

pytestmark = pytest.mark.judge
_LOOPBACK = """
const net = require('net');
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...given) {
  if (typeof given[0] === 'number' && typeof given[1] !== 'string') given.splice(1, 0, '127.0.0.1');
  return listen.apply(this, given);
};
"""
_WORDS = Request("en", "fr", Scheme.XML, ("Hello.", "Bye."))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def mock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run the mock and give its address, or skip where it is absent."""
    folder = os.environ.get("L10N_DEEPL_MOCK")
    node = shutil.which("node")
    if not folder or not node or not (Path(folder) / "node_modules").is_dir():
        pytest.skip("DeepL's mock is absent: set $L10N_DEEPL_MOCK to its folder, with node")
    preload = tmp_path_factory.mktemp("mock") / "loopback.js"
    preload.write_bytes(_LOOPBACK.encode())
    port = _free_port()
    environment = {**os.environ, "DEEPL_MOCK_SERVER_PORT": str(port)}
    command = (node, "-r", str(preload), "index.js")
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=folder, env=environment, stdout=quiet, stderr=quiet)
    try:
        for _ in range(100):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
                connection.request("GET", "/healthz")
                if connection.getresponse().status == 200:
                    break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def engine_at(mock: str, **session: str) -> Engine:
    """Return an engine with an account and a session of its own."""
    variables = {"DEEPL_AUTH_KEY": str(uuid.uuid4()), "DEEPL_SERVER_URL": mock}
    engine: Any = made("deepl", variables, timeout=1)
    # The mock reads what a session is to be like from headers, which only the client can add.
    headers = engine._ask(lambda client: client).headers
    headers["mock-server-session"] = str(uuid.uuid4())
    headers |= {
        f"mock-server-session-{name.replace('_', '-')}": each for name, each in session.items()
    }
    return engine


def translated(engine: Engine, request: Request) -> tuple[dict[int, Outcome], list[float]]:
    pauses: list[float] = []
    steps = send(engine, request, lambda _: True, pauses.append)
    return {place: each for step in steps for place, each in step.outcomes}, pauses


def test_answers_and_quota_are_those_of_the_account(mock: str) -> None:
    engine = engine_at(mock)
    assert isinstance(engine, Metered)
    outcomes = engine.translate(_WORDS)
    assert outcomes == (Answer("faisceau de protons", 6), Answer("faisceau de protons", 4))
    assert engine.usage() == Usage(10, 20_000_000)


@pytest.mark.parametrize("count", [1, 3])
def test_too_many_requests_are_waited_out(mock: str, count: int) -> None:
    found, pauses = translated(engine_at(mock, **{"429_count": str(count)}), _WORDS)
    assert all(isinstance(each, Answer) for each in found.values())
    assert pauses == [1.0, 2.0, 4.0][:count]


def test_failing_servers_are_waited_out(mock: str) -> None:
    engine = engine_at(mock, **{"5xx_count": "2", "5xx_status": "502"})
    found, pauses = translated(engine, _WORDS)
    assert all(isinstance(each, Answer) for each in found.values())
    assert pauses == [1.0, 2.0]


def test_silence_is_waited_out(mock: str) -> None:
    found, pauses = translated(engine_at(mock, no_response_count="1"), _WORDS)
    assert pauses == [1.0]
    assert all(isinstance(each, Answer) for each in found.values())


def test_a_used_up_quota_ends_it(mock: str) -> None:
    engine = engine_at(mock, init_character_limit="12")
    assert all(isinstance(each, Answer) for each in engine.translate(_WORDS))
    found, pauses = translated(engine, _WORDS)
    assert {each.trouble for each in found.values() if isinstance(each, Failure)} == {Trouble.QUOTA}
    assert not pauses


def test_a_refused_key(mock: str) -> None:
    engine = made("deepl", {"DEEPL_AUTH_KEY": "invalid", "DEEPL_SERVER_URL": mock})
    failure = engine.refusal("en", "fr")
    assert failure is not None and failure.trouble is Trouble.KEY


def test_a_request_that_is_too_large_goes_in_halves(mock: str) -> None:
    texts = ("word " * 6_000,) * 4
    found, _ = translated(engine_at(mock), Request("en", "fr", Scheme.XML, texts))
    assert len(found) == 4 and all(isinstance(each, Answer) for each in found.values())


def test_languages_are_those_of_the_server(mock: str) -> None:
    engine = engine_at(mock)
    for tag in ("fr", "pt-BR", "zh-Hans", "es-419", "fr-CA", "en-GB"):
        assert engine.refusal("en", tag) is None
    failure = engine.refusal("en", "tlh")
    assert failure is not None and failure.trouble is Trouble.LANGUAGE


def test_glossaries_are_made_once_and_used(mock: str) -> None:
    engine = engine_at(mock)
    assert isinstance(engine, KeepsGlossary)
    first = engine.push("l10n news", "en", {"fr": {"Hello.": "Salut."}, "pt-BR": {"a": "b"}})
    assert (
        engine.push("l10n news", "en", {"fr": {"Hello.": "Salut."}, "pt-BR": {"a": "b"}}) == first
    )
    assert isinstance(first, str)
    request = Request("en", "fr", Scheme.XML, ("Hello.",), glossary=first)
    assert engine.translate(request) == (Answer("Salut.", 6),)
    second = engine.push("l10n news", "en", {"fr": {"Hello.": "Coucou."}})
    assert isinstance(second, str) and second != first
    request = Request("en", "fr", Scheme.XML, ("Hello.",), glossary=second)
    assert engine.translate(request) == (Answer("Coucou.", 6),)


def test_no_damaged_message_ever_comes_back(mock: str) -> None:
    random = Random(11)
    engine = engine_at(mock)
    assert isinstance(engine, KeepsGlossary)
    syntax = SYNTAX[Dialect.GFM]
    kept = 0
    cases = 20_000 if "L10N_FUZZ" in os.environ else 500
    for _ in range(0, cases, 50):
        sources = [message(random).replace("\n", " ") for _ in range(50)]
        ready = [protect(source, syntax, Scheme.XML) for source in sources]
        script = {}
        for each in ready:
            answer = damaged(each.text, random)
            if each.text.strip() and answer.strip() and answer.isprintable() and "\t" not in answer:
                script[each.text] = answer.strip()
        glossary = engine.push("l10n script", "en", {"fr": script})
        assert isinstance(glossary, str)
        texts = tuple(each.text for each in ready)
        found, _ = translated(engine, Request("en", "fr", Scheme.XML, texts, glossary=glossary))
        for place, outcome in found.items():
            if isinstance(outcome, Answer):
                restored = restore(ready[place], outcome.text, syntax)
                if isinstance(restored, Restored):
                    kept += 1
                    expected = holdings(sources[place], Dialect.GFM)
                    assert holdings(restored.text, Dialect.GFM) == expected
    assert kept > cases * 0.1
