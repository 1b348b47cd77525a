"""Which engines there are, what pseudo does, and what becomes of the terms."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from l10n.engines import OFFERS, dictionary, offers
from l10n.engines.protection import Restored, protect, restore
from l10n.model.dialect import Dialect
from l10n.model.engine import (
    Answer,
    Engine,
    Failure,
    Key,
    Offer,
    Outside,
    Request,
    Scheme,
    Trouble,
)
from l10n.model.errors import InputError
from l10n.model.terms import Glossary, Rendering, Term
from l10n.project.outside import outside
from tests.engines.syntax import SYNTAX
from tests.engines.worlds import made

_OPTIONS: dict[str, dict[str, object]] = {
    "openai": {"model": "m"},
    "ctranslate2": {"models": {"fr": "nowhere"}},
}


def test_engines_are_known_by_name() -> None:
    assert list(offers()) == [
        "apertium",
        "ctranslate2",
        "deepl",
        "libretranslate",
        "openai",
        "pseudo",
    ]


def test_others_may_add_engines_but_not_replace_ours() -> None:
    def make(values: Mapping[str, object], here: Outside) -> Engine:
        raise NotImplementedError

    mine, thief = Offer("mine", "mine", make), Offer("deepl", "not DeepL", make)
    found = offers([mine, thief, "no offer"])
    assert found["mine"] is mine
    assert found["deepl"].summary == "DeepL's API, with glossaries"


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.name)
def test_every_engine_declares_itself_without_asking_anyone(offer: Offer) -> None:
    about = made(offer.name, {}, **_OPTIONS.get(offer.name, {})).about
    assert about.name == offer.name
    assert about.schemes and about.texts >= 1 and about.parallel >= 1
    assert about.leaves == (offer.name in ("deepl", "openai"))


def test_a_key_is_shown_to_nobody() -> None:
    key = Key("SOME_KEY", "s3cret")
    assert "s3cret" not in repr(key) + str(key)
    assert key.hide("it was s3cret, s3cret!") == "it was ***, ***!"
    assert len(key.hide("x" * 1_000)) == 301
    environment = replace(outside(), environment={"SOME_KEY": "s3cret"})
    assert "s3cret" not in repr(environment)


def test_pseudo_accents_and_lengthens_and_keeps_marks() -> None:
    engine = made("pseudo", {})
    request = Request("en", "fr", Scheme.XML, ('Read <x id="1"/> &amp; <g id="2">go on</g>!',))
    assert engine.translate(request) == (
        Answer('Ŕééåđ <x id="1"/> &amp; <g id="2">ĝöö ööñ</g>!', 0),
    )
    assert made("pseudo", {}, longer=0).translate(request) == (
        Answer('Ŕéåđ <x id="1"/> &amp; <g id="2">ĝö öñ</g>!', 0),
    )


def test_pseudo_passes_every_check_of_the_protection() -> None:
    source = "See **the [new *docs*](https://a.b)**, `code` and R&D at 5 < 6."
    syntax = SYNTAX[Dialect.GFM]
    protected = protect(source, syntax, Scheme.XML)
    (answer,) = made("pseudo", {}).translate(Request("en", "fr", Scheme.XML, (protected.text,)))
    assert isinstance(answer, Answer)
    assert isinstance(restore(protected, answer.text, syntax), Restored)


def test_ctranslate2_says_what_is_missing() -> None:
    with pytest.raises(InputError) as error:
        made("ctranslate2", {}, device="tpu")
    assert str(error.value) == (
        "engine ctranslate2: device is tpu\n"
        "  allowed: one of cpu, cuda, auto\n"
        "  to do: correct device\n"
        "engine ctranslate2: it names no models\n"
        '  to do: set models = { fr = "folder" }'
    )
    engine = made("ctranslate2", {}, models={"fr": "nowhere"})
    assert engine.refusal("en", "de") == Failure(
        Trouble.LANGUAGE,
        "no folder of a model is named for de",
        'name one: models = { "de" = "…" }',
    )
    missing = engine.refusal("en", "fr")
    assert missing is not None and missing.trouble is Trouble.ABSENT
    assert engine.translate(Request("en", "fr", Scheme.TOKENS, ("Hello",))) == (missing,)


def test_options_say_which_kind_they_want() -> None:
    with pytest.raises(InputError) as error:
        made("ctranslate2", {}, models={"fr": 1}, beams="many")
    assert "engine ctranslate2: models is dict\n  allowed: a table of texts" in str(error.value)
    assert "engine ctranslate2: beams is many\n  allowed: a number, 1 or more" in str(error.value)
    with pytest.raises(InputError) as error:
        made("apertium", {}, via="ca")
    assert str(error.value) == (
        "engine apertium: via is ca\n  allowed: a list of texts\n  to do: correct via"
    )


def test_terms_become_a_dictionary() -> None:
    glossary = Glossary(
        terms=(
            Term("model", also=("models",), renderings=(Rendering("fr", use="modèle"),)),
            Term("BERT", keep=True),
            Term("loss", renderings=(Rendering("fr", avoid=("perdu",)),)),
            Term("models", renderings=(Rendering("fr", use="patrons"),)),
            Term("a\tb", keep=True),
        )
    )
    assert dictionary(glossary, "fr-CA") == {"model": "modèle", "models": "modèle", "BERT": "BERT"}
    assert dictionary(glossary, "de") == {"BERT": "BERT"}
