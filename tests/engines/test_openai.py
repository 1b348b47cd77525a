"""Endpoints with OpenAI's chat completions, against a fake of one."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from l10n.model.engine import Answer, Engine, Failure, Request, Scheme, Trouble
from l10n.model.errors import InputError
from tests.engines.fakes.openai import KEY, PATH, Model, openai
from tests.engines.fakes.server import Fake, Plan
from tests.engines.worlds import made

_TWO = Request("en", "fr", Scheme.XML, ("One", "Two"))
_ANSWERED = (Answer("enO"), Answer("owT"))
_LEFT_OUT = Failure(Trouble.MALFORMED, "the model left this text out")
Texts = list[dict[str, object]]


def engine_at(fake: Fake, key: str = KEY, **options: object) -> Engine:
    variables = {"OPENAI_BASE_URL": f"{fake.url}/v1", "OPENAI_API_KEY": key}
    return made("openai", variables, **{"model": "m", **options})


def test_what_is_asked_of_the_model() -> None:
    with openai(Model()) as fake:
        request = replace(
            _TWO,
            title="News 1",
            context=("Before.",),
            terms=(("model", "modèle"),),
            examples=(("One cat", "Un chat"),),
        )
        assert engine_at(fake, style="Say tu.").translate(request) == _ANSWERED
        (seen,) = fake.asked(PATH)
        assert seen.headers["Authorization"] == f"Bearer {KEY}"
        body = seen.body
        assert (body["model"], body["temperature"]) == ("m", 0)
        assert body["response_format"]["json_schema"]["strict"] is True
        system, user = body["messages"]
        assert "from en to fr" in system["content"] and "Style: Say tu." in system["content"]
        assert json.loads(user["content"]) == {
            "texts": [{"id": "1", "text": "One"}, {"id": "2", "text": "Two"}],
            "title of the post": "News 1",
            "paragraphs around, not to be translated": ["Before."],
            "terms to use": [{"term": "model", "use": "modèle"}],
            "earlier translations": [{"source": "One cat", "translation": "Un chat"}],
        }


@pytest.mark.parametrize("structured", ["json_object", "none"])
def test_structured_output_may_be_left_out(structured: str) -> None:
    with openai(Model()) as fake:
        assert engine_at(fake, structured=structured).translate(_TWO) == _ANSWERED
        asked = fake.asked(PATH)[0].body.get("response_format")
        assert asked == ({"type": "json_object"} if structured == "json_object" else None)


@pytest.mark.parametrize(
    "write",
    [
        lambda texts: json.dumps(texts),
        lambda texts: f"```json\n{json.dumps({'translations': texts})}\n```",
        lambda texts: f"Here you are:\n{json.dumps({'translations': texts})}\nEnjoy!",
        lambda texts: f"<think>hm</think>\n{json.dumps({'translations': texts})}",
        lambda texts: json.dumps({str(each["id"]): each["text"] for each in texts}),
        lambda texts: json.dumps({"translations": texts[::-1]}),
        lambda texts: json.dumps([{**each, "id": int(str(each["id"]))} for each in texts]),
        lambda texts: json.dumps([*texts, {"id": "3", "text": "more"}, {"text": "?"}, 7]),
    ],
)
def test_answers_are_read_whatever_is_around_them(write: Callable[[Texts], str]) -> None:
    with openai(Model(write=write)) as fake:
        assert engine_at(fake).translate(_TWO) == _ANSWERED


@pytest.mark.parametrize(
    ("write", "outcome"),
    [
        (lambda texts: json.dumps(texts[:1]), _LEFT_OUT),
        (
            lambda texts: json.dumps([*texts, texts[1]]),
            Failure(Trouble.MALFORMED, "the model answered this text more than once"),
        ),
        (
            lambda texts: json.dumps([texts[0], {"id": "2", "text": None}]),
            Failure(Trouble.MALFORMED, "the model answered this text with something else"),
        ),
    ],
)
def test_each_text_fails_by_itself(write: Callable[[Texts], str], outcome: Failure) -> None:
    with openai(Model(write=write)) as fake:
        assert engine_at(fake).translate(_TWO) == (Answer("enO"), outcome)


@pytest.mark.parametrize("content", ["", "I cannot do that.", "{", "[1, 2]", '"text"', "{}"])
def test_an_answer_that_is_none_fails_for_all(content: str) -> None:
    with openai(Model(write=lambda _: content)) as fake:
        assert engine_at(fake).translate(_TWO) == (_LEFT_OUT, _LEFT_OUT)


@pytest.mark.parametrize(
    ("stop", "trouble"), [("length", Trouble.TOO_LARGE), ("content_filter", Trouble.REFUSED)]
)
def test_why_a_model_stopped(stop: str, trouble: Trouble) -> None:
    with openai(Model(stop=stop)) as fake:
        outcomes = engine_at(fake).translate(_TWO)
        assert [each.trouble for each in outcomes if isinstance(each, Failure)] == [trouble] * 2


@pytest.mark.parametrize(
    ("status", "error", "trouble"),
    [
        (429, {"code": "insufficient_quota"}, Trouble.QUOTA),
        (429, {"code": "rate_limit_exceeded"}, Trouble.BUSY),
        (402, {"message": "pay"}, Trouble.QUOTA),
        (400, {"code": "context_length_exceeded"}, Trouble.TOO_LARGE),
        (400, {"message": "response_format is not supported"}, Trouble.REFUSED),
        (400, "bad", Trouble.REFUSED),
    ],
)
def test_errors_are_told_apart_by_what_they_say(
    status: int, error: object, trouble: Trouble
) -> None:
    with openai(Model()) as fake:
        fake.plans.append(Plan(status=status, content=json.dumps({"error": error}).encode()))
        outcomes = engine_at(fake).translate(_TWO)
        assert [each.trouble for each in outcomes if isinstance(each, Failure)] == [trouble] * 2


def test_what_is_said_of_a_refused_format() -> None:
    with openai(Model()) as fake:
        content = b'{"error": {"message": "response_format is not supported"}}'
        fake.plans.append(Plan(status=400, content=content))
        host = fake.url.removeprefix("http://")
        assert engine_at(fake).translate(_TWO)[0] == Failure(
            Trouble.REFUSED,
            f"{host} answered 400  response_format is not supported",
            "set the option structured to json_object or none",
        )


def test_a_server_says_how_long_to_wait() -> None:
    with openai(Model()) as fake:
        fake.plans.append(Plan(status=429, headers={"Retry-After": "9"}))
        (outcome, _) = engine_at(fake).translate(_TWO)
        assert isinstance(outcome, Failure) and outcome.wait == 9


def test_a_server_of_this_machine_needs_no_key() -> None:
    with openai(Model()) as fake:
        engine = engine_at(fake, key="")
        assert not engine.about.leaves
        assert engine.translate(_TWO) == _ANSWERED
        assert "Authorization" not in fake.asked(PATH)[0].headers


def test_wrong_options_are_told_all_at_once() -> None:
    with pytest.raises(InputError) as error:
        made("openai", {"OPENAI_BASE_URL": "localhost:8080"}, structured="xml", texts=0)
    assert str(error.value) == (
        "engine openai: structured is xml\n"
        "  allowed: one of json_schema, json_object, none\n"
        "  to do: correct structured\n"
        "engine openai: texts is 0\n"
        "  allowed: a number, 1 or more\n"
        "  to do: correct texts\n"
        "engine openai: its address is none\n"
        "  to do: set url or OPENAI_BASE_URL to https://…\n"
        "engine openai: it names no model\n"
        "  to do: set model or OPENAI_MODEL"
    )
