"""Labels of reference links are words to translators and syntax to the page."""

import pytest

from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect
from tests.judges.markdown import render_commonmark
from tests.markdown.built import messages, replaced

_TWO = "A [trait] and [methods][].\n\n[trait]: /t\n[methods]: /m\n"
_FULL = "A [word][one] and [more][two].\n\n[one]: /1\n[two]: /2\n"


def test_short_labels_are_written_out() -> None:
    assert messages(_TWO, Dialect.GFM) == ["A [trait][trait] and [methods][methods]."]


@pytest.mark.parametrize(
    ("source", "text", "written"),
    [
        (_TWO, "[Merkmal][trait], [Methoden][methods]", "[Merkmal][trait], [Methoden][methods]"),
        (_TWO, "[Methoden][methods], [Merkmal][trait]", "[Methoden][methods], [Merkmal][trait]"),
        (_TWO, "[Merkmal][Merkmal], [Methoden][Methoden]", "[Merkmal][trait], [Methoden][methods]"),
        (_TWO, "[Merkmal], [Methoden]", "[Merkmal][trait], [Methoden][methods]"),
        (_TWO, "[Merkmal], [Methoden][methods]", "[Merkmal][trait], [Methoden][methods]"),
        (_TWO, "[Merkmal][TRAIT], [Methoden][]", "[Merkmal][TRAIT], [Methoden][methods]"),
        (_FULL, "[Wort][eins], [mehr][zwei]", "[Wort][one], [mehr][two]"),
    ],
)
def test_a_translated_or_dropped_label_is_put_back(source: str, text: str, written: str) -> None:
    built = replaced(source, Dialect.GFM, text)

    assert built == written + source[source.index("\n") :]
    assert render_commonmark(built).count("<a href") == 2


def test_labels_of_code_are_no_words() -> None:
    assert messages("Use [`Trait`] here.\n\n[`Trait`]: /t\n", Dialect.GFM) == [
        "Use [`Trait`] here."
    ]


def test_a_label_behind_a_bracket_is_left_as_it_is() -> None:
    source = "[foo [bar](/uri)][ref]\n\n[ref]: /uri\n"

    assert messages(source, Dialect.COMMONMARK) == ["[foo [bar](/uri)][ref]"]


def test_a_label_over_two_quoted_lines_is_one_line() -> None:
    post = read_post(b"> [two\n> words]\n\n[two words]: /t\n", Dialect.GFM)

    assert post.segments[0].msgid == "[two words][two words]"
