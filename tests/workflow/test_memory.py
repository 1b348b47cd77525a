"""What of a project's catalogs is remembered, and when."""

import sqlite3
from collections.abc import Iterator

import pytest

from l10n.memory import Memory
from l10n.memory.schema import create
from l10n.model.language import Language
from l10n.model.memory import Kind, Origin, Query
from l10n.model.message import Catalog, Message
from l10n.model.terms import Glossary, Rendering, Term
from l10n.workflow.adoption.decide import refused
from l10n.workflow.extract import CatalogPlace
from l10n.workflow.memory import Fed, kept_words, queries_of, remember, translations_of

FR = Language("fr", "fr")
HEAD = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
PO = (
    HEAD
    + """\
msgid "First"
msgstr "Premier"

#, fuzzy
msgid "A draft"
msgstr "Un brouillon"

#, fuzzy
#| msgid "Older words"
msgid "Newer words"
msgstr "Anciens mots"

msgid "Middle"
msgstr "Milieu"

msgid "Nothing yet"
msgstr ""

msgid "%d boat"
msgid_plural "%d boats"
msgstr[0] "%d bateau"
msgstr[1] "%d bateaux"

#~ msgid "Gone"
#~ msgstr "Parti"

#, fuzzy
#~ msgid "Gone in doubt"
#~ msgstr "Parti ?"
"""
)


@pytest.fixture
def memory() -> Iterator[Memory]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create(connection)
    yield Memory(connection)
    connection.close()


def _place(po: str = PO, path: str = "fr.po") -> CatalogPlace:
    return CatalogPlace(FR, path, po.encode())


def test_only_what_a_person_finished_is_remembered(memory: Memory) -> None:
    assert remember(memory, [_place()]) == Fed(("fr.po",), 3)
    found = [(each.source, each.target) for each in memory.translations()]
    assert found == [("First", "Premier"), ("Middle", "Milieu"), ("Gone", "Parti")]
    (match,) = memory.lookup(Query("First", "", "A draft"), "fr")
    assert (match.score, match.kind, match.place) == (101, Kind.CONTEXT, "fr.po")
    (match,) = memory.lookup(Query("Gone", "", ""), "fr")
    assert (match.score, match.kind) == (100, Kind.EXACT)


def test_what_was_adopted_in_doubt_is_remembered_as_such() -> None:
    sure = Message("One", "Un")
    doubtful = refused(Message("Two", "Deux"), "fr.md", 0.7, "it breaks the page")
    found = translations_of(Catalog(messages=(sure, doubtful)), "fr", "fr.po")
    assert [(each.source, each.origin) for each in found] == [
        ("One", Origin.HUMAN),
        ("Two", Origin.DOUBTFUL),
    ]


def test_a_catalog_is_read_when_it_changed(memory: Memory) -> None:
    remember(memory, [_place()])
    assert remember(memory, [_place()]) == Fed()
    changed = PO.replace("Premier", "Le premier")
    assert remember(memory, [_place(changed)]) == Fed(("fr.po",), 3)
    assert memory.lookup(Query("First"), "fr")[0].target == "Le premier"
    assert remember(memory, [_place(changed)], anew=True) == Fed(("fr.po",), 3)
    assert memory.stats().sources == 3


def test_a_catalog_that_went_is_forgotten(memory: Memory) -> None:
    remember(memory, [_place(), _place(path="other.po")])
    assert remember(memory, [_place()]) == Fed(gone=("other.po",))
    assert memory.stats().places == (("fr.po", 3),)
    assert remember(memory, [CatalogPlace(FR, "fr.po", None)], dry=True) == Fed(gone=("fr.po",))
    assert memory.stats().translations == 3


def test_a_catalog_that_cannot_be_read_stays_as_it_was(memory: Memory) -> None:
    remember(memory, [_place()])
    other = PO.replace("Premier", "Nouveau")
    fed = remember(memory, [_place('msgid "a\n'), _place(other, "other.po")])
    assert fed.read == ("other.po",)
    assert {flaw.where for flaw in fed.flaws} == {"fr.po:1"}
    assert memory.stats().places == (("fr.po", 3), ("other.po", 3))


def test_queries_know_their_neighbours() -> None:
    assert queries_of([Message("a"), Message("b")]) == (Query("a", "", "b"), Query("b", "a", ""))
    assert queries_of([]) == ()


def test_kept_words() -> None:
    glossary = Glossary(
        terms=(
            Term("Ada", ("Ada L.",), keep=True),
            Term("tide", renderings=(Rendering("fr", use="marée"),)),
            Term("Oslo", renderings=(Rendering("fr", keep=True), Rendering("es", use="Osló"))),
        )
    )
    assert kept_words(glossary, "fr") == ("Ada", "Ada L.", "Oslo")
    assert kept_words(glossary, "es") == ("Ada", "Ada L.")
