"""Each HTTP engine with a fake of its server, made as the program makes it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from l10n.engines import offers
from l10n.model.engine import Engine, Outside
from l10n.project.outside import outside
from tests.engines.fakes import deepl, libretranslate, openai
from tests.engines.fakes.server import Fake

NAMES = ("deepl", "openai", "libretranslate")
KEYS = {"deepl": deepl.KEY, "openai": openai.KEY, "libretranslate": libretranslate.KEY}
Answer = Callable[[str], str]


@dataclass(slots=True)
class World:
    """An engine, the server it talks to, and how to change what that one says of a text."""

    engine: Engine
    fake: Fake
    say: Callable[[Answer], None]


def made(name: str, environment: Mapping[str, str], **options: object) -> Engine:
    """Return an engine on this machine, with nothing of the environment but what is given."""
    here = outside()
    return offers()[name].make(options, Outside(here.http, here.run, dict(environment)))


@contextmanager
def world(name: str, **options: object) -> Iterator[World]:
    """Run a fake and make the engine that talks to it."""
    if name == "deepl":
        account = deepl.Account(limit=10**9)
        with deepl.deepl(account) as fake:
            variables = {"DEEPL_AUTH_KEY": deepl.KEY, "DEEPL_SERVER_URL": fake.url}
            yield World(made(name, variables, **options), fake, _setter(account))
    elif name == "openai":
        model = openai.Model()
        with openai.openai(model) as fake:
            variables = {"OPENAI_API_KEY": openai.KEY, "OPENAI_BASE_URL": f"{fake.url}/v1"}
            yield World(made(name, variables, model="m", **options), fake, _setter(model))
    else:
        server = libretranslate.Server(locked=True)
        with libretranslate.libretranslate(server) as fake:
            variables = {
                "LIBRETRANSLATE_API_KEY": libretranslate.KEY,
                "LIBRETRANSLATE_URL": fake.url,
            }
            yield World(made(name, variables, **options), fake, _setter(server))


class _Answers(Protocol):
    """What the states of all fakes have."""

    answer: Answer


def _setter(state: _Answers) -> Callable[[Answer], None]:
    def say(answer: Answer) -> None:
        state.answer = answer

    return say
