"""Adoption: whoever edits what in which order, nobody's words are lost from both places."""

import io
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.cli.adoptable import Options
from l10n.cli.adopting import run_adopt
from l10n.cli.building import run_build
from l10n.cli.extraction import run_extract
from l10n.project import load_project
from l10n.workflow.adoption.cut import cut
from l10n.workflow.adoption.synced import Seen, Synced, read_synced, write_synced

SETTINGS = b"""\
languages = ["fr"]
min-complete = 0

[[posts]]
source = "posts/*.md"
target = "site/{lang}/{name}"
dialect = "gfm"
"""
SOURCE = (
    "Seven owls keep the tower clock of Harlow wound.",
    "Every spring the baker leaves 12 loaves on the step.",
    "Nobody knows why the [bridge](https://owls.example/bridge) hums at noon.",
    "A lighthouse without a sea is a very patient thing.",
)
HAND = (
    "Sept chouettes remontent l'horloge de la tour de Harlow.",
    "Chaque printemps, le boulanger laisse 12 pains sur la marche.",
    "Personne ne sait pourquoi le [pont](https://owls.example/bridge) bourdonne à midi.",
    "Un phare sans mer est une chose bien patiente.",
)
CATALOG, POST = "locales/fr/owls.po", "site/fr/owls.md"
_TOKEN = re.compile(r"mot\d+")

STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["catalog", "draft", "post", "rewrite"]), st.integers(0, 3)),
        st.tuples(
            st.sampled_from(["build", "build", "adopt", "adopt", "forget", "decide"]), st.just(0)
        ),
    ),
    min_size=3,
    max_size=12,
)


@dataclass(slots=True)
class Desk:
    """A project, the people who edit it, and which of their words nobody has replaced."""

    root: Path
    count: int = 0
    replaced: set[str] = field(default_factory=set)

    def words(self) -> set[str]:
        """Return what people wrote and is to be found somewhere."""
        both = (self.root / CATALOG).read_text("utf-8") + (self.root / POST).read_text("utf-8")
        return set(_TOKEN.findall(both)) - self.replaced

    def word(self, old: str) -> str:
        """Return a new word, in the place of those in ``old``."""
        self.replaced.update(_TOKEN.findall(old))
        self.count += 1
        return f"mot{self.count}"

    def start(self, adopted: bool) -> None:
        """Bring catalog and post together, by an adoption or by a build."""
        if not adopted:
            (self.root / POST).unlink()
            with _quiet():
                project = load_project(self.root)
                run_extract(project, project.languages(()), write=True)
            file = polib.pofile(str(self.root / CATALOG), wrapwidth=0)
            for entry in file:
                entry.msgstr = HAND[SOURCE.index(entry.msgid)]
            file.save()
            self.build()
        self.adopt()

    def edit_catalog(self, at: int, fuzzy: bool) -> None:
        file = polib.pofile(str(self.root / CATALOG), wrapwidth=0)
        entry = file.find(SOURCE[at])
        entry.msgstr = f"{HAND[at][:-1]} {self.word(entry.msgstr)}."
        entry.flags = ["fuzzy"] if fuzzy else []
        file.save()

    def edit_post(self, at: int, anew: bool) -> None:
        path = self.root / POST
        blocks = path.read_bytes().decode().split("\n\n")
        text = blocks[at].strip()
        word = self.word(text)
        base = "Une tout autre phrase, de la plume du relecteur" if anew else HAND[at][:-1]
        blocks[at] = f"{base} {word}."
        path.write_bytes(("\n\n".join(blocks).rstrip("\n") + "\n").encode())

    def adopt(self) -> None:
        with _quiet():
            run_adopt(load_project(self.root), self.root, Options("fr"), json=False)

    def build(self) -> None:
        with _quiet():
            project = load_project(self.root)
            run_build(
                project,
                project.languages(()),
                (),
                0,
                include_drafts=False,
                check=False,
                dest=None,
                write=True,
            )

    def decide(self) -> None:
        """A person takes the catalog's side in all conflicts, which replaces the post's words."""
        review = self.root / "locales/fr/owls.adopt.yml"
        if review.exists():
            text = review.read_bytes()
            if b"take:\n" in text:
                post = (self.root / POST).read_text("utf-8")
                self.replaced |= set(_TOKEN.findall(post))
                self.replaced -= set(_TOKEN.findall((self.root / CATALOG).read_text("utf-8")))
                review.write_bytes(text.replace(b"take:\n", b"take: catalog\n"))
        self.adopt()


@contextmanager
def _quiet() -> Iterator[None]:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        yield


@settings(max_examples=100)
@given(STEPS, st.booleans())
def test_no_words_are_lost_from_both_places(steps: list[tuple[str, int]], adopted: bool) -> None:
    root = Path(mkdtemp())
    try:
        for path, data in (
            ("l10n.toml", SETTINGS),
            ("posts/owls.md", ("\n\n".join(SOURCE) + "\n").encode()),
            (POST, ("\n\n".join(HAND) + "\n").encode()),
        ):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        desk = Desk(root)
        desk.start(adopted)
        for step, at in steps:
            before = desk.words()
            match step:
                case "catalog" | "draft":
                    desk.edit_catalog(at, fuzzy=step == "draft")
                case "post" | "rewrite":
                    desk.edit_post(at, anew=step == "rewrite")
                case "build":
                    desk.build()
                case "forget":  # the folder is nobody's only copy of anything
                    shutil.rmtree(root / ".l10n")
                    desk.adopt()
                case "decide":
                    desk.decide()
                case _:
                    desk.adopt()
            assert before - desk.replaced <= desk.words(), (step, steps, adopted)
    finally:
        shutil.rmtree(root)


@pytest.mark.parametrize(
    "data", [None, b"", b"{", b"[]", b'{"version": 2}', b'{"version": 1}', b"\xff"]
)
def test_what_cannot_be_read_says_nothing(data: bytes | None) -> None:
    assert read_synced(data) == Synced()


def test_what_was_seen_is_read_as_it_was_written() -> None:
    synced = Synced({"a/b.md": Seen("12", {"ab": ("cd", "ef")}), "c.md": Seen()})
    assert read_synced(write_synced(synced)) == synced


def test_merged_paragraphs_are_cut_where_lengths_and_anchors_fit() -> None:
    text = "Le phare est vieux. Il a 90 marches. Voir `carte(3)` pour le reste de la visite."
    sources = [
        "The lighthouse is old. It has 90 steps.",
        "See `carte(3)` for the rest of the tour.",
    ]
    assert cut(text, sources) == [
        "Le phare est vieux. Il a 90 marches.",
        "Voir `carte(3)` pour le reste de la visite.",
    ]


def test_a_cut_never_parts_a_link() -> None:
    text = "Lire [la carte. Le guide](https://owls.example). Puis partir."
    assert cut(text, ["Read [the map. The guide](https://owls.example).", "Then leave."]) == [
        "Lire [la carte. Le guide](https://owls.example).",
        "Puis partir.",
    ]


def test_fewer_sentences_than_paragraphs_leave_some_without() -> None:
    assert cut("Une phrase assez longue.", ["A rather long sentence.", "No."]) == [
        "Une phrase assez longue.",
        "",
    ]
