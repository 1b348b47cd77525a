"""LibreTranslate, against a fake of it."""

import pytest

from l10n.model.engine import Answer, Engine, Failure, Request, Scheme, Trouble
from l10n.model.errors import InputError
from tests.engines.fakes.libretranslate import KEY, Server, libretranslate
from tests.engines.fakes.server import Fake
from tests.engines.worlds import made

_ONE = Request("en", "fr", Scheme.HTML, ('Hello <a id="1">you</a>',))


def engine_at(fake: Fake, key: str = "") -> Engine:
    variables = {"LIBRETRANSLATE_URL": fake.url, "LIBRETRANSLATE_API_KEY": key}
    return made("libretranslate", variables)


def test_what_is_asked_of_the_server() -> None:
    with libretranslate(Server(locked=True)) as fake:
        assert engine_at(fake, KEY).translate(_ONE) == (Answer('olleH <a id="1">uoy</a>'),)
        assert fake.asked("/translate")[0].body == {
            "q": ['Hello <a id="1">you</a>'],
            "source": "en",
            "target": "fr",
            "format": "html",
            "api_key": KEY,
        }


@pytest.mark.parametrize(
    ("target", "called"), [("zh-Hans", "zh"), ("pt-BR", "pb"), ("fr-CA", "fr"), ("es", "es")]
)
def test_what_the_server_calls_a_language(target: str, called: str) -> None:
    with libretranslate(Server()) as fake:
        engine = engine_at(fake)
        assert engine.refusal("en-GB", target) is None
        engine.translate(Request("en", target, Scheme.TOKENS, ("Hello",)))
        body = fake.asked("/translate")[0].body
        assert (body["target"], body["format"]) == (called, "text")
        assert len(fake.asked("/languages")) == 1


def test_a_language_without_a_model() -> None:
    with libretranslate(Server()) as fake:
        host = fake.url.removeprefix("http://")
        assert engine_at(fake).refusal("en", "sw") == Failure(
            Trouble.LANGUAGE,
            f"LibreTranslate at {host} has no model from en to sw",
            "install one on the server, or use another engine for this language",
        )
        assert engine_at(fake).refusal("fr", "es") is not None


def test_a_refused_key_is_not_shown() -> None:
    with libretranslate(Server(locked=True)) as fake:
        host = fake.url.removeprefix("http://")
        assert engine_at(fake, "wrong-key").translate(_ONE) == (
            Failure(
                Trouble.KEY,
                f"LibreTranslate at {host} answered 403 Invalid API key ***",
                "set LIBRETRANSLATE_API_KEY",
            ),
        )


@pytest.mark.parametrize("answer", ["text", ["one"], ["one", "two", "three"], None])
def test_answers_of_another_count(answer: object) -> None:
    with libretranslate(Server(alter=lambda _: answer)) as fake:
        outcomes = engine_at(fake).translate(Request("en", "fr", Scheme.HTML, ("One", "Two")))
        said = "the server answered with another count of texts"
        assert outcomes == (Failure(Trouble.MALFORMED, said),) * 2


def test_answers_that_are_no_texts() -> None:
    with libretranslate(Server(alter=lambda texts: [texts[0], 7])) as fake:
        outcomes = engine_at(fake).translate(Request("en", "fr", Scheme.HTML, ("One", "Two")))
        said = "the server answered with something that is no text"
        assert outcomes == (Answer("enO"), Failure(Trouble.MALFORMED, said))


def test_an_address_that_is_none() -> None:
    with pytest.raises(InputError) as error:
        made("libretranslate", {}, url="ftp://x")
    assert str(error.value) == (
        "engine libretranslate: its address is none\n"
        "  to do: set url or LIBRETRANSLATE_URL to https://…"
    )
