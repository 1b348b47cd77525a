"""A fake of the chat completions that OpenAI and many others speak."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.engines.fakes.server import Fake, Seen, serving
from tests.engines.fakes.translation import translated

KEY = "sk-test-0123456789abcdef"
PATH = "/v1/chat/completions"


@dataclass(slots=True)
class Model:
    """How the model answers: each text, what it writes of all, and why it stops."""

    answer: Callable[[str], str] = translated
    write: Callable[[list[dict[str, object]]], str] = lambda texts: json.dumps(
        {"translations": texts}
    )
    stop: str = "stop"


@contextmanager
def openai(model: Model) -> Iterator[Fake]:
    """Run the server; its address has no path."""
    with serving(lambda seen: _handle(model, seen), PATH) as fake:
        yield fake


def _handle(model: Model, seen: Seen) -> tuple[int, object]:
    if seen.headers.get("Authorization") not in (None, f"Bearer {KEY}"):
        sent = seen.headers.get("Authorization")
        error = {"message": f"Incorrect API key provided: {sent}", "code": "invalid_api_key"}
        return 401, {"error": error}
    if seen.path != PATH:
        return 404, {"error": {"message": "no such path"}}
    asked = json.loads(seen.body["messages"][1]["content"])["texts"]
    texts: list[dict[str, object]] = [
        {"id": each["id"], "text": model.answer(each["text"])} for each in asked
    ]
    message = {"role": "assistant", "content": model.write(texts)}
    choices = [{"index": 0, "message": message, "finish_reason": model.stop}]
    return 200, {"object": "chat.completion", "choices": choices}
