"""What is garbled is found, and put right exactly or not at all."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.model.mojibake import find_garbled, repair_mojibake
from tests.growth import grows_linearly

_CODECS = {"Windows-1252": "cp1252", "Mac Roman": "mac_roman", "ISO 8859-1": "latin-1"}


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("caf√©", "café"),
        ("Câ€™est lÃ\u00a0", "C’est là"),
        ("Ã©tÃ©, un Ã‰tat", "été, un État"),
        ("cafÃƒÂ©", "café"),  # twice
        ("iÅŸ ve gÃ¼Ã§", "iş ve güç"),
        ("â\x80\x9cIciâ\x80\x9d", "“Ici”"),
        ("ðŸ˜€ and \uf8ffüòÄ", "😀 and 😀"),
        ("‚öôÔ∏è tools", "⚙️ tools"),
        ("ä½\u00a0å¥½", "你好"),
        ("é and √©", "é and é"),  # partly right, partly wrong
        ("éÃ©", "éé"),
        ("o√π, d√©j√†", "où, déjà"),
        ("CAFÃ‰ HÃ”TEL", "CAFÉ HÔTEL"),
    ],
)
def test_is_put_right(wrong: str, meant: str) -> None:
    assert repair_mojibake(wrong) == meant


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "Déjà vu : « CAFÉ», cœur, naïf… 10 €",
        "the root √π, 2√π and ¬∞",
        "«IRMÃ», MANHÃ… e SÃO",
        "你好，世界。",
        "Привет, мир",
        "Å, Ä and Ö",
        "caf\ufffdÃ©",  # a part is lost
        "â€Ã©",  # and here
        "x√",
    ],
)
def test_is_left_alone(text: str) -> None:
    assert repair_mojibake(text) == text


def test_says_where_and_how_sure() -> None:
    text = "un caf√© √π"
    first, second = find_garbled(text)
    assert (text[slice(*first.span)], first.meant, first.encoding) == ("√©", "é", "Mac Roman")
    assert (first.sure, second.sure) == (True, False)


def test_the_script_of_the_language_counts_letter_by_letter() -> None:
    wrong = "Ù…"  # one letter of Arabic in Windows-1252
    assert (repair_mojibake(wrong), repair_mojibake(wrong, "ar")) == (wrong, "م")


@given(
    st.text(st.sampled_from("abc .,éèàçœ’“”«» …ışğüñ—"), max_size=40),
    st.sampled_from(sorted(_CODECS)),
)
def test_what_was_garbled_comes_back_or_stays(text: str, encoding: str) -> None:
    assume(not find_garbled(text))
    try:
        wrong = text.encode().decode(_CODECS[encoding])
    except UnicodeDecodeError:
        return
    repaired = repair_mojibake(wrong)
    assert repair_mojibake(repaired) == repaired
    if not any(one.encoding != encoding or not one.sure for one in find_garbled(wrong)):
        assert repaired == text


@given(st.text(st.sampled_from("aé√©Ãâ€™π »¬\ufffd\x80ðŸ˜€"), max_size=20))
def test_nothing_is_lost(text: str) -> None:
    for one in find_garbled(text):
        wrong = text[slice(*one.span)]
        codec = {"Windows-1254": "cp1254", **_CODECS}[one.encoding]
        again = "".join(
            bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in one.meant.encode()
        )
        assert again == wrong


@pytest.mark.parametrize("words", ["d√©j√† vu ", "√©", "é√©", "‰∫åÂÖÉ", "√π ", "√© √"])
def test_time_grows_with_the_text(words: str) -> None:
    assert grows_linearly(lambda size: repair_mojibake(words * size), 2_000)


@pytest.mark.corpus
def test_a_post_as_it_really_came(corpus: Path) -> None:
    (garbled,) = (corpus / "dair" / "mojibake").glob("2020-03-09-*6_[[]FR].md")
    (right,) = (corpus / "dair" / "_posts").glob("2020-03-09-*6_[[]FR].Md")
    wrong, meant = garbled.read_bytes().decode(), right.read_bytes().decode()
    assert repair_mojibake(wrong) == meant
    lines = list(zip(wrong.split("\n"), meant.split("\n"), strict=True))
    mixed = "\n".join(pair[at % 2] for at, pair in enumerate(lines))
    assert repair_mojibake(mixed) == meant


@pytest.mark.corpus
def test_nothing_is_found_in_what_is_right(corpus: Path) -> None:
    files = [
        path
        for path in corpus.rglob("*")
        if path.suffix.lower() in (".md", ".mdx", ".po") and path.parent.name != "mojibake"
    ]
    assert len(files) > 100
    assert [path.name for path in files if find_garbled(path.read_bytes().decode())] == []
