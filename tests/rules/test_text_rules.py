"""What depends on the language, on the catalog or on other languages."""

from dataclasses import replace

import pytest

from l10n.model.language import Language
from l10n.model.rule import Rule
from l10n.model.unit import Unit
from l10n.rules import run_rules
from l10n.rules.text import (
    bidi_override,
    doubled_word,
    half_untranslated,
    invisible,
    mojibake,
    untranslated,
    wrong_language,
)
from tests.rules.units import unit


def _in(language: str, source: str, target: str, path: str = "a.po") -> Unit:
    return replace(unit(source, target, path=path), language=Language(language, language))


def _says(rule: Rule, *units: Unit) -> list[str]:
    return [finding.message for finding in run_rules(units, [rule])]


def test_a_short_text_is_untranslated_where_two_others_translated_it() -> None:
    french = _in("fr", "Tools and Datasets", "Tools and Datasets", "fr.po")
    spanish = _in("es", "Tools and Datasets", "Herramientas y datos", "es.po")
    turkish = _in("tr", "Tools and Datasets", "Araçlar ve Veri", "tr.po")
    assert _says(untranslated.RULE, french) == []
    assert _says(untranslated.RULE, french, spanish) == []
    assert _says(untranslated.RULE, french, spanish, turkish) == [
        "the same as in the source, while others have translated it: es, tr"
    ]


def test_one_word_may_be_the_same_in_two_languages() -> None:
    units = [_in(tag, "Publications", word, tag) for tag, word in (("es", "a"), ("tr", "b"))]
    assert _says(untranslated.RULE, _in("fr", "Publications", "Publications"), *units) == []


def test_comments_of_code_stay_where_a_catalog_keeps_them() -> None:
    kept = [_in("fr", text, text) for text in ("// This is the end.", "// That is the start.")]
    done = [_in("fr", f"// It is the number {n}.", f"// {n}.") for n in range(20)]
    assert _says(untranslated.RULE, *kept) == []
    assert len(_says(untranslated.RULE, *kept, *done)) == 2


@pytest.mark.parametrize(
    ("language", "target", "count"),
    [
        ("hi", "कभी कभी", 0),
        ("tr", "yavaş yavaş", 0),
        ("tr", "model model", 1),
        ("de", "die die", 0),
    ],
)
def test_languages_that_repeat(language: str, target: str, count: int) -> None:
    assert len(_says(doubled_word.RULE, _in(language, "slowly", target))) == count


@pytest.mark.parametrize(
    ("language", "target", "count"),
    [
        ("ar", "هذا \u2067x\u2069", 0),
        ("ar", "هذا \u2067x", 1),
        ("ar", "هذا \u202ex\u202c", 2),
        ("fr", "\u2067x\u2069", 2),
    ],
)
def test_closed_isolates_are_usual_from_right_to_left(
    language: str, target: str, count: int
) -> None:
    assert len(_says(bidi_override.RULE, _in(language, "x", target))) == count


@pytest.mark.parametrize(
    ("language", "target", "count"),
    [
        ("fa", "می\u200cخواهم", 0),
        ("th", "ก\u200bข", 0),
        ("es", "a\u200bb", 1),
        ("es", "a\u200db", 1),
        ("es", "🏴\U000e0067\U000e007f", 0),
    ],
)
def test_invisible_characters_that_belong(language: str, target: str, count: int) -> None:
    assert len(_says(invisible.RULE, _in(language, "x", target))) == count


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "mac_roman"])
@pytest.mark.parametrize(
    ("language", "word"), [("tr", "değişken"), ("zh-Hans", "变量"), ("es", "niño"), ("ru", "мир")]
)
def test_mojibake_of_every_script(language: str, word: str, codec: str) -> None:
    wrong = word.encode().decode(codec, "replace")
    assert _says(mojibake.RULE, _in(language, "x", wrong))
    assert _says(mojibake.RULE, _in(language, "x", word)) == []
    assert _says(mojibake.RULE, _in(language, wrong, wrong)) == []


@pytest.mark.parametrize(
    "text", ["SUOVÂ", "Ålesund", "il va où…»", "le café…» dit-il", "mundo—él", "ESPAÑA»", "Ça – là"]
)
def test_what_only_looks_like_mojibake(text: str) -> None:
    assert _says(mojibake.RULE, _in("fr", "x", text)) == []


def test_words_in_brackets_are_a_first_mention_unless_the_source_has_them_there() -> None:
    gloss = unit("An array of the same kind counts.", "Un tableau (array of the same kind) compte.")
    assert _says(half_untranslated.RULE, gloss) == []
    left = unit("It counts (and that is the point).", "Il compte (and that is the point).")
    assert _says(half_untranslated.RULE, left) == [
        "still in the source language: and that is the point"
    ]


def test_a_script_tells_a_language() -> None:
    english = "This is the model of the year and it was made for all of us."
    other = "It is the model for the year, and that has been made for you."
    assert _says(wrong_language.RULE, _in("zh-Hans", english, other)) == [
        "this reads as en, not as zh-Hans"
    ]
    mixed = "这个模型 The Art of War in the age of the machine 是给我们大家做的，今年最好的一个。"
    assert _says(wrong_language.RULE, _in("zh-Hans", english, mixed)) == []


def test_languages_that_are_not_known_are_left_alone() -> None:
    text = "This is the model of the year and it was made for all of us."
    other = "It is the model for the year, and that has been made for you."
    assert _says(wrong_language.RULE, _in("xx", text, other)) == []
