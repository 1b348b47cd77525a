"""What recurs is proposed, with what translators made of it; the rest is not."""

from l10n.glossary import find_candidates, find_renderings, parse_glossary
from l10n.markdown.inline import parse_inline
from l10n.model.dialect import Dialect
from l10n.model.inline import Inline


def read(*texts: str) -> tuple[Inline, ...]:
    return tuple(parse_inline(text, Dialect.GFM) for text in texts)


POSTS = {
    "one": read(
        "We trained with Deep Harbour on a lighthouse beam.",
        "The makers of Deep Harbour like each lighthouse beam.",
        "Without PyLamp there is no lighthouse beam at all.",
    ),
    "two": read(
        "So says Deep Harbour about its lighthouse beams and about PyLamp.",
        "PyLamp was quickly released. Yesterday it shone.",
        "A Title About Yesterday And Tomorrow",
    ),
}


def test_names_and_phrases_that_recur_are_found() -> None:
    found = find_candidates(POSTS, parse_glossary(b"", "g"), "en")
    assert [(each.term, each.name, each.count, each.posts) for each in found] == [
        ("lighthouse beam", False, 4, 2),
        ("Deep Harbour", True, 3, 2),
        ("PyLamp", True, 3, 2),
    ]


def test_what_the_glossary_has_is_left_out() -> None:
    glossary = parse_glossary(b"keep: [PyLamp]\nterms: [{term: lighthouse beam}]", "g")
    assert [each.term for each in find_candidates(POSTS, glossary, "en")] == ["Deep Harbour"]


PAIRS = (
    ("The lighthouse beam is bright.", "Le faisceau du phare est vif.", "灯塔光束很亮。"),
    ("A lighthouse beam turns slowly.", "Un faisceau du phare tourne lentement.", "灯塔光束慢转。"),
    ("Two lighthouse beams meet.", "Deux faisceaux de phare se croisent.", "两道灯塔光束相遇"),
    ("The sea is bright and PyLamp, too.", "La mer est vive, PyLamp aussi.", "海很亮，PyLamp也"),
    ("PyLamp turns slowly.", "PyLamp tourne lentement.", "PyLamp慢转。"),
)


def test_the_words_that_come_and_go_with_a_phrase_are_its_renderings() -> None:
    phrases = ("lighthouse beam", "PyLamp", "absent")
    for language, column, expected in (("fr", 1, "faisceau du phare"), ("zh", 2, "灯塔光束")):
        pairs = [read(row[0], row[column]) for row in PAIRS]
        found = find_renderings(phrases, [(one, other) for one, other in pairs], language)
        assert found["lighthouse beam"][0][0] == expected
        assert found["PyLamp"] == (("PyLamp", 2),)
        assert "absent" not in found
