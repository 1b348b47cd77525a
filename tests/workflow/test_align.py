from l10n.markdown.segments import ReadPost, read_post
from l10n.model.dialect import Dialect
from l10n.model.language import Language
from l10n.model.terms import Glossary, Rendering, Term
from l10n.workflow.align import align_posts

ENGLISH, FRENCH, RUSSIAN = (Language(tag, tag) for tag in ("en", "fr", "ru"))


def read(text: str) -> ReadPost:
    return read_post(text.encode(), Dialect.KRAMDOWN, ("title",))


def test_passages_and_their_alignment_come_back() -> None:
    source = read("---\ntitle: Tea\n---\n\nBoil 2 litres.\n\n![](pot.png)\n")
    target = read("---\ntitle: Thé\n---\n\n<!-- Boil 2 litres. -->\n\nFaites bouillir 2 litres.\n")
    found = align_posts(source, target, ENGLISH, FRENCH)
    assert [passage.raw for passage in found.source_passages] == [
        "Tea",
        "Boil 2 litres.",
        "![](pot.png)",
    ]
    assert [passage.line for passage in found.target_passages] == [2, 7]
    assert [(pair.source, pair.target) for pair in found.alignment.pairs] == [
        ((0,), (0,)),
        ((1,), (1,)),
    ]
    assert found.alignment.source_only == (2,)


def test_terms_with_known_renderings_are_evidence() -> None:
    terms = tuple(
        Term(english, renderings=(Rendering("ru", use=russian),))
        for english, russian in (("kettle", "чайник"), ("clock", "часы"), ("door", "дверь"))
    )
    source = read("Bring the kettle.\n\nWind the clock.\n\nShut the door.\n")
    target = read("Закрой дверь.\n\nПринеси чайник.\n\nЗаведи часы.\n")
    found = align_posts(source, target, ENGLISH, RUSSIAN, Glossary(terms=terms))
    pairs = {(pair.source, pair.target) for pair in found.alignment.pairs}
    assert {((0,), (1,)), ((1,), (2,))} <= pairs


def test_remembered_translations_are_evidence() -> None:
    source = read("Bring the kettle.\n\nWind the clock.\n\nShut the door.\n")
    target = read("Закрой дверь.\n\nПринеси чайник.\n\nЗаведи часы.\n")
    remembered = {"Bring the kettle.": "Принеси чайник.", "Wind the clock.": "Заведи часы."}

    def score(remembered: dict[str, str]) -> float:
        found = align_posts(source, target, ENGLISH, RUSSIAN, remembered=remembered)
        scores = {(each.source, each.target): each.score for each in found.alignment.pairs}
        return scores.get(((1,), (2,)), 0.0)

    assert score({}) < 0.9 < score(remembered)
