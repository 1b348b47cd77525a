"""Looks at all words at once say what looks at one after the other say."""

import re

from hypothesis import given
from hypothesis import strategies as st

from l10n.markdown.inline import parse_inline
from l10n.model.dialect import Dialect
from l10n.rules.term.names import special, specials_of, tokens_of
from l10n.rules.text.words import prosaic, small_words, telling, titled, words

_WORDS = st.sampled_from("The the of Of cats Cats DON’T don’t Ünder `Code` a.b *b* 2nd İt".split())
_TEXTS = st.lists(_WORDS, min_size=1).map(" ".join)


@given(_TEXTS, st.sampled_from(("es", "tr", "zh-Hans", "fr")))
def test_what_is_prosaic_is_not_titled(text: str, language: str) -> None:
    side = parse_inline(text, Dialect.GFM)
    if prosaic(side, small_words("en")):
        free = [word for word in words(side) if not word.quoted]
        assert not titled(free, telling("en", language))


def test_most_sentences_are_prosaic() -> None:
    small = small_words("en")
    assert prosaic(parse_inline("The cats sleep on warm stones.", Dialect.GFM), small)
    assert not prosaic(parse_inline("The Cats of Warm Stones", Dialect.GFM), small)


@given(st.text(alphabet="aBÀé1 -", max_size=12).map(lambda text: re.sub(" +", " ", text).strip()))
def test_special_words_are_found_without_a_look_at_each(text: str) -> None:
    side = parse_inline(text, Dialect.GFM)
    assert specials_of(side) == [token for token in tokens_of(side) if special(token.raw)]
