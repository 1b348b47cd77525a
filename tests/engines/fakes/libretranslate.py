"""A fake of LibreTranslate."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.engines.fakes.server import Fake, Seen, serving
from tests.engines.fakes.translation import translated

KEY = "libre-0123456789"
_MODELS = [
    {"code": "en", "name": "English", "targets": ["en", "fr", "es", "zh", "pb"]},
    {"code": "fr", "name": "French", "targets": ["en", "fr"]},
]


@dataclass(slots=True)
class Server:
    """How it translates, whether it wants a key, and how it may spoil a list of answers."""

    answer: Callable[[str], str] = translated
    alter: Callable[[list[str]], object] = lambda texts: texts
    locked: bool = False


@contextmanager
def libretranslate(server: Server) -> Iterator[Fake]:
    """Run the server."""
    with serving(lambda seen: _handle(server, seen), "/translate") as fake:
        yield fake


def _handle(server: Server, seen: Seen) -> tuple[int, object]:
    if seen.path == "/languages":
        return 200, _MODELS
    if server.locked and seen.body.get("api_key") != KEY:
        return 403, {"error": f"Invalid API key {seen.body.get('api_key')}"}
    source = next((each for each in _MODELS if each["code"] == seen.body["source"]), None)
    if source is None or seen.body["target"] not in source["targets"]:
        return 400, {"error": f"{seen.body['target']} is not supported"}
    return 200, {"translatedText": server.alter([server.answer(each) for each in seen.body["q"]])}
