"""The index of a Memory: every text that is similar enough, without comparing it with all.

Exact: what it returns is what comparing with every text would return. Blocks (blocks.py) are asked
first, by the number of grams shared; what they let through, and all texts in no block, are
compared by rapidfuzz. Lowering the threshold step by step ends the search where enough was found.
"""

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from l10n.memory.bitmaps import add_up, at_least, positions
from l10n.memory.blocks import first_loose, portions, read_bins, read_texts, unpacked
from l10n.memory.grams import BINS, Bins, edits, grams, score_of, shared_grams

_STEPS = (95, 90, 85, 80, 70, 60)  # thresholds tried before the one that is wanted
_KEPT_BITMAPS = 65_536  # of 4 KiB; all that a million texts have
_KEPT_TEXTS = 400_000
_PORTION, _PORTIONS = 4, 16  # lengths that are counted alike, and how many such at most


@dataclass(frozen=True, slots=True)
class Similar:
    """A remembered text and its id, so many edits away; the longer of both has ``longer``
    characters."""

    source: int
    text: str
    distance: int
    longer: int

    @property
    def score(self) -> int:
        """The similarity in percent."""
        return score_of(self.distance, self.longer)


@dataclass(slots=True)
class _Block:
    number: int
    shortest: int
    longest: int
    size: int  # texts in it
    sources: "array[int] | None" = None  # their ids; these are read when they are needed
    lengths: "array[int] | None" = None
    bitmaps: dict[int, int] = field(default_factory=dict)  # by bin


@dataclass(frozen=True, slots=True)
class _Loose:
    """The texts that are in no block, by length."""

    lengths: Sequence[int] = ()
    sources: Sequence[int] = ()
    texts: Sequence[str] = ()


@dataclass(slots=True)
class _Search:
    """What is known so far of one text looked for; the rest by block."""

    text: str
    threshold: int
    wanted: list[int] | None = None  # the bins of its grams
    counts: dict[int, list[int]] = field(default_factory=dict)  # grams shared, as add_up() has it
    passed: dict[int, int] = field(default_factory=dict)  # texts that were compared


class Index:
    """Finds similar texts in the database behind ``connection``; made anew when that changes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._bins = read_bins(connection) or Bins(())
        self._blocks = [
            _Block(number, shortest, longest, size // 8)
            for number, shortest, longest, size in connection.execute(
                "SELECT id, shortest, longest, length(sources) FROM block ORDER BY id"
            )
        ]
        self._texts: dict[int, str] = {}
        self._held = 0  # bitmaps in the blocks
        self._loose: _Loose | None = None

    def similar(
        self, text: str, threshold: int, enough: Callable[[Sequence[Similar], int], bool]
    ) -> list[Similar]:
        """Return the texts that are ``threshold`` percent or more similar to ``text``.

        The most similar come first, those of equal distance by id. The search ends before when
        ``enough``, given what was found and a score, says that texts below that score are not
        wanted; all those that reach it are there then.
        """
        found = self._search_loose(text, threshold)
        search = _Search(text, threshold)
        for step in (*(each for each in _STEPS if each > threshold), threshold):
            shortest, longest = _lengths(len(text), step)
            for block in self._blocks:
                if block.shortest <= longest and block.longest >= shortest:
                    found += self._search_block(block, search, step)
            found.sort(key=lambda each: (each.distance / each.longer, each.source))
            if enough(found, step):
                break
        return found

    def _search_loose(self, text: str, threshold: int) -> list[Similar]:
        if self._loose is None:
            rows = self._connection.execute(
                "SELECT id, text FROM source WHERE id >= ?", (first_loose(self._connection),)
            )
            ordered = sorted((len(text), source, text) for source, text in rows)
            self._loose = _Loose(*(list(column) for column in zip(*ordered, strict=True)))
        shortest, longest = _lengths(len(text), threshold)
        loose = self._loose
        first, last = bisect_left(loose.lengths, shortest), bisect_right(loose.lengths, longest)
        return _compared(text, loose.sources[first:last], loose.texts[first:last], threshold)

    def _search_block(self, block: _Block, search: _Search, step: int) -> list[Similar]:
        counts = search.counts.get(block.number)
        if counts is None:
            if search.wanted is None:
                search.wanted = [self._bins[gram] for gram in grams(search.text)]
            counts = search.counts[block.number] = add_up(self._bitmaps(block, search.wanted))
        passed = self._passing(block, counts, len(search.text), step)
        before = search.passed.get(block.number, 0)
        new = passed & ~before
        if not new:
            return []
        search.passed[block.number] = before | passed
        if block.sources is None:
            block.sources = self._array("sources", block)
        ids = [block.sources[place] for place in positions(new, block.size)]
        return _compared(search.text, *self._read(ids), search.threshold)

    def _bitmaps(self, block: _Block, bins: Sequence[int]) -> list[int]:
        known = block.bitmaps
        missing = [each for each in set(bins) if each not in known]
        if missing:
            if self._held > _KEPT_BITMAPS:
                for other in self._blocks:
                    other.bitmaps.clear()
                self._held = 0
                missing = list(set(bins))
            self._held += len(missing)
            known.update(dict.fromkeys(missing, 0))
            base, width = block.number * BINS, (block.size + 7) // 8
            for some in portions([base + each for each in missing]):
                marks = ",".join("?" * len(some))
                query = f"SELECT id, bits FROM bitmap WHERE id IN ({marks})"
                for number, bits in self._connection.execute(query, some):
                    known[number - base] = unpacked(bits, width)
        return [known[each] for each in bins]

    def _passing(self, block: _Block, counts: list[int], length: int, step: int) -> int:
        """Return the bits of the texts that share grams enough for their lengths."""
        if block.lengths is None:
            block.lengths = self._array("lengths", block)
        shortest, longest = _lengths(length, step)
        first, last = max(shortest, block.shortest), min(longest, block.longest)
        ends = [length] if first <= length < last else []
        # Longer texts need more grams the longer they are, so that they are taken in portions.
        stride = max(_PORTION, (last - length) // _PORTIONS + 1)
        ends += range(max(first - 1, length) + stride, last, stride)
        passed = 0
        for end in (*ends, last):
            lengths = range(first, end + 1)
            least = min(shared_grams(max(length, each), step) for each in lengths)
            low, high = bisect_left(block.lengths, first), bisect_right(block.lengths, end)
            if high > low:
                passed |= at_least(counts, least, (1 << high) - (1 << low))
            first = end + 1
        return passed

    def _array(self, column: str, block: _Block) -> "array[int]":
        query = f"SELECT {column} FROM block WHERE id = ?"
        (data,) = self._connection.execute(query, (block.number,)).fetchone()
        return array("q", data)

    def _read(self, ids: Sequence[int]) -> tuple[list[int], list[str]]:
        """Return the ids that are not forgotten, and their texts."""
        texts = self._texts
        missing = [each for each in ids if each not in texts]
        if len(texts) + len(missing) > _KEPT_TEXTS:
            texts.clear()
            missing = list(ids)
        texts.update(read_texts(self._connection, missing))
        present = [each for each in ids if each in texts]
        return present, [texts[each] for each in present]


def _compared(
    text: str, sources: Sequence[int], texts: Sequence[str], threshold: int
) -> list[Similar]:
    """Return those of ``texts``, whose ids are ``sources``, that reach the threshold."""
    if not texts:
        return []
    most = edits(max(len(text), *map(len, texts)), threshold)
    near = process.extract(text, texts, scorer=Levenshtein.distance, score_cutoff=most, limit=None)
    found = []
    for other, distance, at in near:
        longer = max(len(text), len(other))
        if score_of(distance, longer) >= threshold:
            found.append(Similar(sources[at], other, distance, longer))
    return found


def _lengths(length: int, threshold: int) -> tuple[int, int]:
    """Return how short and how long a text may be to be so similar to one of ``length``."""
    return length - edits(length, threshold), length * 100 // threshold
