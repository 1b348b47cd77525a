"""Lookup: every rung of the ladder, penalties, and what is offered first."""

import pytest

from l10n.memory import text_key
from l10n.model.memory import Kind, Match, Origin, Penalties, Query, Remembered
from tests.memory.conftest import Make

GATE = "The river gate opens at 6 and closes at 9."
PORTE = "L’écluse ouvre à 6 h et ferme à 9 h."


def test_the_same_text_between_the_same_neighbours_comes_first(make: Make) -> None:
    keys = {"before": text_key("A."), "after": text_key("")}
    memory = make(
        Remembered("Open it.", "Ouvrez-le.", "fr", place="one.po"),
        Remembered("Open it.", "Ouvrez-la.", "fr", place="two.po", **keys),
    )
    here, elsewhere = memory.lookup(Query("Open it.", "A.", ""), "fr")
    assert here == Match(101, "Open it.", "Ouvrez-la.", Origin.HUMAN, "fr", "two.po", Kind.CONTEXT)
    assert elsewhere == Match(
        100, "Open it.", "Ouvrez-le.", Origin.HUMAN, "fr", "one.po", Kind.EXACT
    )
    for query in (Query("Open it."), Query("Open it.", "A."), Query("Open it.", "A.", "B.")):
        assert [match.score for match in memory.lookup(query, "fr")] == [100, 100]
    assert memory.lookup(Query("Open it."), "fr", threshold=101) == ()


def test_the_right_neighbours_are_found_among_many(make: Make) -> None:
    memory = make(
        *(
            Remembered("More", f"Plus {number}", "fr", before=number, after=number)
            for number in range(1000)
        ),
        Remembered("More", "Suite", "fr", before=text_key("A."), after=text_key("B.")),
    )
    match, *_ = memory.lookup(Query("More", "A.", "B."), "fr")
    assert (match.score, match.target) == (101, "Suite")


@pytest.mark.parametrize(
    ("old", "target", "new", "wanted"),
    [
        (GATE, PORTE, GATE.replace("6", "7").replace("9", "6"),
         "L’écluse ouvre à 7 h et ferme à 6 h."),
        ("See [it](http://a.example/b).", "Voir [ça](http://a.example/b).",
         "See [it](/c).", "Voir [ça](/c)."),
        ("Go to https://a.example/x, now", "Allez sur https://a.example/x, vite",
         "Go to https://b.example/y, now", "Allez sur https://b.example/y, vite"),
        ("Run `make` first.", "Lancez d’abord `make`.", "Run `ninja all` first.",
         "Lancez d’abord `ninja all`."),
    ],
)  # fmt: skip
def test_numbers_addresses_and_code_are_put_in(
    make: Make, old: str, target: str, new: str, wanted: str
) -> None:
    memory = make(Remembered(old, target, "fr"))
    (match,) = memory.lookup(Query(new), "fr")
    assert (match.score, match.kind, match.source) == (99, Kind.SUBSTITUTED, old)
    assert match.target == wanted


@pytest.mark.parametrize(
    ("old", "target", "new"),
    [
        ("Part 1 of 2", "Première partie de 2", "Part 2 of 2"),  # written out
        ("From 3 to 3 metres", "De 3 à 3 mètres", "From 3 to 4 metres"),  # became two
        ("See [it](/a)", "Voir [ça](/fr/a)", "See [it](/b)"),  # another address
    ],
)
def test_what_would_be_a_guess_is_not_put_in(make: Make, old: str, target: str, new: str) -> None:
    memory = make(Remembered(old, target, "fr"))
    (match,) = memory.lookup(Query(new), "fr")
    assert (match.kind, match.target) == (Kind.FUZZY, target)


def test_kept_words_are_exchanged(make: Make) -> None:
    memory = make(Remembered("We train BERT on books.", "On entraîne BERT sur des livres.", "fr"))
    query = Query("We train Whisper on books.")
    (match,) = memory.lookup(query, "fr", threshold=60, kept=("BERT", "Whisper"))
    assert (match.score, match.target) == (99, "On entraîne Whisper sur des livres.")
    (match,) = memory.lookup(query, "fr", threshold=60)
    assert (match.kind, match.target) == (Kind.FUZZY, "On entraîne BERT sur des livres.")


def test_similar_texts_score_by_their_edits_and_never_above_98(make: Make) -> None:
    long = "a careful reader sees every single letter of this long text, " * 4
    memory = make(
        Remembered("four", "quatre", "fr"),
        Remembered(long, "un texte long", "fr"),
    )
    assert [(match.score, match.kind) for match in memory.lookup(Query("foul"), "fr")] == [
        (75, Kind.FUZZY)
    ]
    assert memory.lookup(Query("foul"), "fr", threshold=76) == ()
    assert memory.lookup(Query(long[:-2] + "; "), "fr")[0].score == 98


def test_penalties(make: Make) -> None:
    memory = make(
        Remembered("Good morning", "Bom dia", "pt-PT"),
        Remembered("Good morning", "Dia bom", "pt-BR", Origin.MACHINE),
        Remembered("Good morning", "Bons dias", "pt-BR", Origin.DOUBTFUL),
        Remembered("Good morning", "早上好", "zh-Hans"),
        Remembered("Good morning", "Buenos días", "es"),
    )
    found = memory.lookup(Query("Good morning"), "pt-BR")
    assert [(match.target, match.score, match.penalty, match.origin) for match in found] == [
        ("Bom dia", 95, 5, Origin.HUMAN),
        ("Bons dias", 90, 10, Origin.DOUBTFUL),
        ("Dia bom", 85, 15, Origin.MACHINE),
    ]
    none = Penalties(0, 0, 0)
    found = memory.lookup(Query("Good morning"), "pt-BR", penalties=none)
    assert {match.score for match in found} == {100}
    assert memory.lookup(Query("Good morning"), "zh-TW") == ()
    assert memory.lookup(Query("Good morning"), "zh-CN")[0].score == 95
    assert len(memory.lookup(Query("Good morning"), "pt-BR", threshold=86)) == 2


def test_sentences_of_a_paragraph_are_composed(make: Make) -> None:
    memory = make(
        Remembered("The tide is low.", "La marée est basse.", "fr", place="a.po"),
        Remembered(
            "Dr. Low lives there. He has 3 boats!",
            "Le Dr. Low habite là. Il a 3 bateaux !",
            "fr",
            Origin.DOUBTFUL,
            "b.po",
        ),
    )
    (match,) = memory.lookup(Query("He has 4 boats! The tide is low."), "fr")
    assert match == Match(
        94 - 10,
        "He has 4 boats! The tide is low.",
        "Il a 4 bateaux ! La marée est basse.",
        Origin.DOUBTFUL,
        "fr",
        "b.po, a.po",
        Kind.COMPOSED,
        10,
    )
    part = "The tide is low. Go."
    fuzzy, match = memory.lookup(Query(part), "fr", threshold=70)
    assert (fuzzy.score, fuzzy.kind, fuzzy.target) == (80, Kind.FUZZY, "La marée est basse.")
    assert (match.score, match.target) == (100 * 16 // 19 - 5, "La marée est basse. Go.")


def test_one_text_is_proposed_once_and_the_order_is_that_of_the_scores(make: Make) -> None:
    memory = make(
        Remembered("An open door", "Une porte ouverte", "fr", place="a.po"),
        Remembered("An open door", "Une porte ouverte", "fr", place="b.po"),
        Remembered("An open drawer", "Un tiroir ouvert", "fr"),
    )
    found = memory.lookup(Query("An open door"), "fr", threshold=60)
    assert [(match.score, match.target, match.place) for match in found] == [
        (100, "Une porte ouverte", "a.po"),
        (71, "Un tiroir ouvert", ""),
    ]
    assert len(memory.lookup(Query("An open door"), "fr", threshold=60, limit=1)) == 1


@pytest.mark.parametrize("text", ["", " \n", "\ud800 half a character", "\0", "x" * 100_000])
def test_no_text_is_too_strange(make: Make, text: str) -> None:
    memory = make(Remembered("plain", "simple", "fr"))
    assert memory.lookup(Query(text, text, text), "fr") == ()
    assert memory.excerpts(text, "fr", 5) == ()
    with memory.writing():
        assert memory.add([Remembered("a", "b" if text.strip() else "", "fr", place=text)]) in (
            0,
            1,
        )
