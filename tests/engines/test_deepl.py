"""DeepL through its own client, against a fake of its API."""

import sys
from dataclasses import replace

import pytest

from l10n.engines import offers
from l10n.model.engine import (
    Answer,
    Engine,
    Failure,
    KeepsGlossary,
    Metered,
    Request,
    Scheme,
    Trouble,
    Usage,
)
from l10n.model.errors import InputError
from l10n.project.outside import outside
from tests.engines.fakes.deepl import KEY, Account, deepl
from tests.engines.fakes.server import Fake, Plan
from tests.engines.worlds import made

_PATH = "/v2/translate"
_ONE = Request("en", "fr", Scheme.XML, ('Hello <x id="1"/>',))


def engine_at(fake: Fake, **options: object) -> Engine:
    variables = {"DEEPL_AUTH_KEY": KEY, "DEEPL_SERVER_URL": fake.url}
    return made("deepl", variables, **options)


def failure(engine: Engine, request: Request = _ONE) -> Failure:
    (outcome,) = engine.translate(request)
    assert isinstance(outcome, Failure)
    return outcome


def test_what_is_asked_of_deepl() -> None:
    with deepl(Account()) as fake:
        engine = engine_at(fake, formality="prefer_less", model="quality_optimized")
        request = replace(_ONE, title="News 1", context=("Before.", "After."), target="pt-BR")
        assert engine.translate(request) == (
            Answer('olleH <x id="1"/>', len(_ONE.texts[0]), "quality_optimized"),
        )
        (seen,) = fake.asked(_PATH)
        assert seen.body == {
            "text": ['Hello <x id="1"/>'],
            "source_lang": "EN",
            "target_lang": "PT-BR",
            "context": "News 1\n\nBefore.\n\nAfter.",
            "formality": "prefer_less",
            "model_type": "quality_optimized",
            "preserve_formatting": True,
            "show_billed_characters": True,
            "tag_handling": "xml",
            "tag_handling_version": "v2",
            "outline_detection": False,
            "ignore_tags": ["x"],
        }
        assert seen.headers["Authorization"] == f"DeepL-Auth-Key {KEY}"
        engine.translate(replace(_ONE, scheme=Scheme.HTML, texts=('Hello <img id="1">',)))
        body = fake.asked(_PATH)[1].body
        assert (body["tag_handling"], body["tag_handling_version"]) == ("html", "v2")


@pytest.mark.parametrize(
    ("target", "called"),
    [
        ("fr", "FR"),
        ("fr-CA", "FR"),
        ("en-GB", "EN-GB"),
        ("en", "EN-US"),
        ("pt", "PT-PT"),
        ("zh-Hans", "ZH-HANS"),
        ("zh-TW", "ZH-HANT"),
        ("no", "NB"),
    ],
)
def test_what_deepl_calls_a_language(target: str, called: str) -> None:
    with deepl(Account()) as fake:
        engine = engine_at(fake)
        assert engine.refusal("en-AU", target) is None
        engine.translate(replace(_ONE, target=target))
        assert fake.asked(_PATH)[0].body["target_lang"] == called


def test_a_language_it_does_not_know() -> None:
    with deepl(Account()) as fake:
        assert engine_at(fake).refusal("en", "sw") == Failure(
            Trouble.LANGUAGE,
            "DeepL does not translate from en to sw",
            "use another engine for this language",
        )
        assert not fake.asked(_PATH)


def test_the_quota_is_told_before_and_after() -> None:
    with deepl(Account(limit=40, used=10)) as fake:
        engine = engine_at(fake)
        assert isinstance(engine, Metered)
        assert engine.usage() == Usage(10, 40)
        engine.translate(_ONE)
        assert engine.usage() == Usage(27, 40)
        assert failure(engine) == Failure(
            Trouble.QUOTA,
            "DeepL's quota is used up: Quota for this billing period has been exceeded, "
            "message: Quota exceeded",
            "wait, or raise its limit",
        )


def test_a_wrong_key_is_told_and_not_shown() -> None:
    with deepl(Account()) as fake:
        engine = made("deepl", {"DEEPL_AUTH_KEY": "wrong-key", "DEEPL_SERVER_URL": fake.url})
        assert engine.refusal("en", "fr") == Failure(
            Trouble.KEY,
            "DeepL refuses the key: Authorization failure, check auth_key, message: "
            "Forbidden: DeepL-Auth-Key ***",
            "correct DEEPL_AUTH_KEY",
        )


def test_malformed_marks_are_refused_by_deepl_itself() -> None:
    with deepl(Account()) as fake:
        assert failure(engine_at(fake), replace(_ONE, texts=("<g>",))) == Failure(
            Trouble.REFUSED,
            "DeepL answered 400: Bad request, message: Tag handling parsing failed, "
            "please check input",
        )


@pytest.mark.parametrize(
    ("count", "trouble"), [(0, Trouble.MALFORMED), (1, Trouble.MALFORMED), (3, Trouble.MALFORMED)]
)
def test_answers_of_another_count(count: int, trouble: Trouble) -> None:
    def alter(texts: list[dict[str, object]]) -> list[dict[str, object]]:
        return (texts * 2)[:count]

    with deepl(Account(alter=alter)) as fake:
        outcomes = engine_at(fake).translate(replace(_ONE, texts=("One", "Two")))
        said = "DeepL answered with another count of texts"
        assert outcomes == (Failure(trouble, said),) * 2


@pytest.mark.parametrize("field", ["text", "billed_characters"])
def test_answers_without_what_they_need(field: str) -> None:
    def alter(texts: list[dict[str, object]]) -> list[dict[str, object]]:
        return [{**text, field: None} for text in texts]

    with deepl(Account(alter=alter)) as fake:
        assert failure(engine_at(fake)).trouble is Trouble.MALFORMED


def test_one_request_is_sent_once_whatever_happens() -> None:
    with deepl(Account()) as fake:
        engine = engine_at(fake, timeout=1)
        for plan in (Plan(status=429), Plan(status=503), Plan(delay=1.5), Plan(silent=True)):
            fake.plans.append(plan)
            before = len(fake.asked(_PATH))
            assert failure(engine).trouble is Trouble.BUSY
            assert len(fake.asked(_PATH)) == before + 1


def test_context_leaves_room_for_the_texts() -> None:
    with deepl(Account()) as fake:
        engine = engine_at(fake)
        texts = ("é" * 600,) * 26  # each letter is 6 bytes in the body
        request = replace(_ONE, texts=texts, context=("x" * 20_000, "y" * 20_000))
        assert len(engine.translate(request)) == 26
        seen = fake.asked(_PATH)[0]
        assert seen.body["context"] == "x" * 20_000
        assert int(seen.headers["Content-Length"]) <= 128 * 1024


def test_a_glossary_is_made_once_and_replaced_when_it_changes() -> None:
    account = Account()
    account.glossaries["other"] = {
        "glossary_id": "other",
        "name": "news of someone else",
        "creation_time": "2026-01-01T00:00:00.000Z",
        "dictionaries": [],
    }
    with deepl(account) as fake:
        engine = engine_at(fake)
        assert isinstance(engine, KeepsGlossary)
        terms = {"fr": {"model": "modèle", "BERT": "BERT"}, "sw": {"a": "b"}, "de": {}}
        first = engine.push("l10n news", "en", terms)
        assert isinstance(first, str)
        assert engine.push("l10n news", "en", terms) == first
        posts = [seen for seen in fake.asked("/v3/glossaries") if seen.method == "POST"]
        assert len(posts) == 1
        assert posts[0].body["dictionaries"] == [
            {
                "source_lang": "EN",
                "target_lang": "FR",
                "entries": "model\tmodèle\nBERT\tBERT",
                "entries_format": "tsv",
            }
        ]
        engine.translate(replace(_ONE, glossary=first))
        assert fake.asked(_PATH)[-1].body["glossary_id"] == first
        engine.translate(replace(_ONE, glossary=first, target="zh-Hans"))
        assert "glossary_id" not in fake.asked(_PATH)[-1].body

        second = engine.push("l10n news", "en", {"fr": {"model": "patron"}})
        assert second != first
        assert set(account.glossaries) == {"other", second}
        assert engine.push("l10n news", "en", {"sw": {"a": "b"}}) == ""


def test_wrong_options_are_told_all_at_once() -> None:
    with pytest.raises(InputError) as error:
        made("deepl", {"DEEPL_SERVER_URL": "nowhere"}, formality="rude", price=-1)
    assert str(error.value) == (
        "engine deepl: formality is rude\n"
        "  allowed: one of default, more, less, prefer_more, prefer_less\n"
        "  to do: correct formality\n"
        "engine deepl: price is -1\n"
        "  allowed: a number, 0 or more\n"
        "  to do: correct price\n"
        "engine deepl: DEEPL_SERVER_URL is no address\n"
        "  to do: set DEEPL_SERVER_URL to https://…, or unset it"
    )


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "deepl", None)
    assert made("deepl", {"DEEPL_AUTH_KEY": KEY}).refusal("en", "fr") == Failure(
        Trouble.ABSENT,
        "the package deepl is not installed",
        "install it: pip install deepl",
    )


def test_free_keys_cost_nothing() -> None:
    assert made("deepl", {"DEEPL_AUTH_KEY": "k:fx"}).about.price == 0
    assert made("deepl", {"DEEPL_AUTH_KEY": "k"}).about.price == 20
    assert "deepl" in offers() and outside().environment
