"""The index: what it finds is what comparing with everything finds."""

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from l10n.memory import Memory, blocks
from l10n.memory.bitmaps import add_up, at_least, positions
from l10n.memory.blocks import ENOUGH
from l10n.memory.grams import Bins, edits, grams, score_of, shared_grams
from l10n.memory.index import Index, Similar
from l10n.memory.schema import create
from l10n.model.memory import Query, Remembered
from tests.growth import times_as_slow

SYLLABLES = [a + b for a in "bdglmnrst" for b in "aeiou"] + ["文", "字", "ж"]
texts = st.text(alphabet="ab c", max_size=40)


@given(st.lists(st.integers(0, 255), max_size=40), st.integers(-1, 42))
def test_counting_with_whole_numbers(bitmaps: list[int], least: int) -> None:
    counts = [sum(bitmap >> bit & 1 for bitmap in bitmaps) for bit in range(8)]
    found = at_least(add_up(bitmaps), least, 255)
    assert positions(found, 8) == [bit for bit in range(8) if counts[bit] >= least]


@given(texts, texts, st.integers(1, 100))
def test_similar_texts_share_grams(left: str, right: str, threshold: int) -> None:
    longer = max(len(left), len(right))
    distance = Levenshtein.distance(left, right)
    similar = score_of(distance, longer) >= threshold
    exactly = Levenshtein.normalized_similarity(left, right)
    assert similar == (exactly >= threshold / 100 - 1e-9)
    assert similar == (distance <= edits(longer, threshold))
    if similar and longer:
        shared = (Counter(grams(left)) & Counter(grams(right))).total()
        assert shared >= shared_grams(longer, threshold)
        bins = Bins(("ab", "a "))
        wanted = {bins[gram] for gram in grams(right)}
        assert sum(bins[gram] in wanted for gram in grams(left)) >= shared


def _invented(chance: random.Random) -> str:
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))) for _ in range(60)]
    return " ".join(chance.choices(words, k=min(60, int(chance.expovariate(0.15)) + 2)))


@pytest.fixture(scope="module")
def large() -> Iterator[tuple[Memory, sqlite3.Connection, list[str]]]:
    """Give a memory whose index has blocks, and loose texts besides."""
    chance = random.Random(1)
    made = dict.fromkeys(_invented(chance) for _ in range(ENOUGH * 11 // 10))
    some = list(made)
    first = some[: ENOUGH + 1000]
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create(connection)
    memory = Memory(connection)
    for portion in (first, some[len(first) :]):
        with memory.writing():
            memory.add(Remembered(text, f"« {text} »", "fr") for text in portion)
    (blocks,) = connection.execute("SELECT count(*) FROM block").fetchone()
    assert blocks == 3
    assert len(some) > len(first) == ENOUGH + 1000
    yield memory, connection, some
    connection.close()


def _queries(some: Sequence[str], count: int) -> Iterator[str]:
    chance = random.Random(2)
    for _ in range(count):
        text = list(chance.choice(some))
        for _ in range(chance.choice((0, 1, 1, 2, 5, 12, 40))):
            at = chance.randrange(len(text) + 1)
            text[at : at + chance.randint(0, 2)] = chance.choice(("", "x", "le ", "文"))
        if "".join(text).strip():
            yield "".join(text)


def _brute(query: str, some: Sequence[str], threshold: int) -> list[str]:
    """Return the texts that reach the threshold, the most similar first.

    A cutoff is no good at the threshold itself: rapidfuzz 3.14 gives 0 for ("aaa ", "aaaa ",
    score_cutoff=0.8), whose similarity is 0.8.
    """
    measure = Levenshtein.normalized_similarity
    cutoff = threshold / 100 - 0.001
    found = process.extract(query, some, scorer=measure, score_cutoff=cutoff, limit=None)
    return [text for text, score, _ in found if score >= threshold / 100 - 1e-9]


@pytest.mark.parametrize("threshold", [50, 75, 90])
def test_the_index_finds_what_brute_force_finds(
    large: tuple[Memory, sqlite3.Connection, list[str]], threshold: int
) -> None:
    _, connection, some = large
    index = Index(connection)

    def three(found: Sequence[Similar], score: int) -> bool:
        return sum(each.score >= score for each in found) >= 3

    hits = 0
    for query in _queries(some, 60):
        brute = _brute(query, some, threshold)
        found = index.similar(query, threshold, three)[:3]
        assert [each.text for each in found] == brute[:3]
        hits += bool(brute)
    assert hits > 20


def test_longer_texts_may_need_fewer_grams() -> None:
    """15 characters allow 3 edits and 16 allow 4: 8 grams in common, but then 7."""
    assert [shared_grams(longer, 75) for longer in (15, 16)] == [8, 7]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "ENOUGH", 20)
        connection = sqlite3.connect(":memory:", isolation_level=None)
        create(connection)
        memory = Memory(connection)
        with memory.writing():
            others = (f"{number:015}" for number in range(20))
            memory.add(Remembered(text, "x", "fr") for text in (*others, "abcdefghijklmnop"))
    (match,) = memory.lookup(Query("acd-fg-ij-lmnop"), "fr")
    assert match.score == 75
    connection.close()


@given(
    st.lists(st.text("abcd ", min_size=1, max_size=24), min_size=24, max_size=60, unique=True),
    st.text("abcd ", min_size=1, max_size=24),
    st.integers(20, 100),
    st.integers(1, 3),
)
def test_many_small_blocks_find_what_brute_force_finds(
    some: list[str], query: str, threshold: int, limit: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "SIZE", 11)
        patch.setattr(blocks, "ENOUGH", 20)
        connection = sqlite3.connect(":memory:", isolation_level=None)
        create(connection)
        for first in range(0, len(some), 21):
            with Memory(connection).writing():
                Memory(connection).add(
                    Remembered(text, "x", "fr") for text in some[first : first + 21] if text.strip()
                )
    wanted = _brute(query, [text for text in some if text.strip()], threshold)[:limit]
    found = Index(connection).similar(
        query, threshold, lambda found, score: sum(x.score >= score for x in found) >= limit
    )
    assert [each.text for each in found[:limit]] == wanted
    assert len({each.source for each in found}) == len(found)
    connection.close()


def test_lookup_in_a_large_memory_takes_less_than_brute_force(
    large: tuple[Memory, sqlite3.Connection, list[str]],
) -> None:
    memory, _, some = large
    asked = [f"{query} zz" for query in _queries(some, 40)]

    def ours() -> None:
        for query in asked:
            memory.lookup(Query(query), "fr")

    def brute() -> None:
        for query in asked:
            process.extractOne(
                query, some, scorer=Levenshtein.normalized_similarity, score_cutoff=0.75
            )

    assert times_as_slow(ours, brute) < 1


def test_what_was_forgotten_is_not_found_and_what_is_new_is(
    large: tuple[Memory, sqlite3.Connection, list[str]],
) -> None:
    memory, _, _ = large
    new = "quite unlike anything invented here before"
    with memory.writing():
        memory.replace("a.po", b"1", [Remembered(new, "tout neuf", "fr", place="a.po")])
    assert [match.target for match in memory.lookup(Query(f"{new}!"), "fr")] == ["tout neuf"]
    with memory.writing():
        memory.forget("a.po")
    assert memory.lookup(Query(f"{new}!"), "fr") == ()
    before = memory.stats()
    with memory.writing():
        memory.tidy()
    after = memory.stats()
    assert after.sources == before.sources - 1
    assert after.translations == before.translations
    assert memory.lookup(Query(f"{new}!"), "fr") == ()
