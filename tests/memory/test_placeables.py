"""Placeables, sentences, tags and differences: the small parts of the memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.memory import Piece, differences, tidy_tag
from l10n.memory.placeables import pattern_of, shape, substituted
from l10n.memory.sentences import joined, split
from l10n.memory.tags import family
from tests.growth import grows_linearly


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Costs 5 coins", "Costs 1,250.5 coins", True),
        ("Costs 5 coins", "Costs five coins", False),
        ("GPT2 is old", "GPT3 is old", False),  # part of a name
        ("GPT-2 is old", "GPT-3 is old", True),
        ("Run ``a ` b``.", "Run `c`.", True),
        ("See [a](b(c)d).", "See [a](e).", True),
        ("See [a](b) now", "See [x](b) now", False),
        ("Write to mailto:me@x.example.", "Write to https://y.example/z.", True),
    ],
)
def test_shapes(left: str, right: str, same: bool) -> None:
    assert (shape(left) == shape(right)) is same


def test_kept_words_are_whole_words_and_the_longest_go_first() -> None:
    pattern = pattern_of(("Net", "Neural Net", "C++"))
    assert shape("A Neural Net in C++", pattern) == shape("A Net in Net", pattern)
    assert shape("Netting", pattern) == "Netting"


@given(st.text("ab 12`[](x)./:ht", max_size=40), st.text("ab 12`[](x)./:ht", max_size=40))
def test_nothing_is_put_into_a_text_that_stayed_as_it_was(text: str, target: str) -> None:
    assert substituted(text, text, target) == target


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("See Fig. 3 by Dr. Low, e.g. here. Go.", ["See Fig. 3 by Dr. Low, e.g. here.", "Go."]),
        ("He said “Go.” She went.", ["He said “Go.”", "She went."]),
        ("第一句。第二句！（第三句。）末", ["第一句。", "第二句！", "（第三句。）", "末"]),
        ("Version 2.0 is out. 3 is not.", ["Version 2.0 is out.", "3 is not."]),
        ("*One.* Two.\nThree", ["*One.*", "Two.", "Three"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence for sentence, _ in split(text)] == sentences


@given(st.text("Ab.!? \n。”*3", max_size=40))
def test_sentences_joined_are_the_text(text: str) -> None:
    assert "".join(sentence + gap for sentence, gap in split(text)) == text


@pytest.mark.parametrize("text", ["A. ", "`", "](", "1.", "www.", "x. ", '."', "](a(", "\n"])
def test_strange_texts_take_no_longer_than_their_length(text: str) -> None:
    def look(size: int) -> None:
        split(text * size)
        shape(text * size, pattern_of(("ab",)))

    assert grows_linearly(look, 400)


def test_no_blank_behind_a_full_width_full_stop() -> None:
    assert joined([("第一句。", " "), ("Two.", " "), ("Three", "")]) == "第一句。Two. Three"


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("pt-BR", "pt", True),
        ("pt_PT", "PT-br", True),
        ("zh-Hans", "zh-CN", True),
        ("zh-Hans", "zh-TW", False),
        ("zh-HK", "zh-Hant", True),
        ("sr-Latn", "sr", False),
        ("es", "pt", False),
    ],
)
def test_dialects(left: str, right: str, same: bool) -> None:
    assert (family(left) == family(right)) is same


def test_tags_are_tidied() -> None:
    assert [tidy_tag(tag) for tag in ("EN_us", "ZH-hans-cn", " fr ", "ES-419")] == [
        "en-US",
        "zh-Hans-CN",
        "fr",
        "es-419",
    ]


def test_differences_are_told_by_words() -> None:
    assert differences("the old gate", "the new gates") == (
        Piece("=", "the "),
        Piece("-", "old"),
        Piece("+", "new"),
        Piece("=", " "),
        Piece("-", "gate"),
        Piece("+", "gates"),
    )


@given(st.text("ab c.", max_size=30), st.text("ab c.", max_size=30))
def test_differences_hold_both_texts(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.mark in "=-") == old
    assert "".join(piece.text for piece in pieces if piece.mark in "=+") == new
