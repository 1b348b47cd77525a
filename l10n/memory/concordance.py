"""Concordance: where words stand in what is remembered, and how two texts differ."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from rapidfuzz.distance.Indel import opcodes

from l10n.memory.rows import Wanted, translations
from l10n.model.memory import Penalties, Remembered

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_NO_PENALTIES = Penalties(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A remembered translation, and where in its source the words looked for stand."""

    translation: Remembered
    spans: tuple[tuple[int, int], ...]  # half-open ranges of characters, in order


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a comparison: ``mark`` is "=" for what both have, "-" the one, "+" the other."""

    mark: str
    text: str


def find_excerpts(
    connection: sqlite3.Connection, text: str, language: str, limit: int
) -> tuple[Excerpt, ...]:
    """Return up to ``limit`` translations whose sources hold ``text``, then such that hold all of
    its words; short sources first. Capitals and white space do not count."""
    words = list(dict.fromkeys(text.split()))
    if not words:
        return ()
    phrase = re.compile(r"\s+".join(map(re.escape, text.split())), re.I)
    each = [re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.I) for word in words]
    found: list[tuple[bool, int, int, str]] = []
    for source, whole in _holding(connection, max(words, key=len)):
        exactly = phrase.search(whole) is not None
        if exactly or (len(each) > 1 and all(word.search(whole) for word in each)):
            found.append((not exactly, len(whole), source, whole))
    found.sort()
    wanted = Wanted(language, _NO_PENALTIES)
    excerpts: list[Excerpt] = []
    for apart, _, source, whole in found:
        hits = (part.finditer(whole) for part in (each if apart else (phrase,)))
        spans = tuple(sorted(hit.span() for hit in chain.from_iterable(hits)))
        excerpts += (
            Excerpt(translation, spans)
            for translation in translations(connection, "s.id = ?", wanted, source)
        )
        if len(excerpts) >= limit:
            break
    return tuple(excerpts[:limit])


def _holding(connection: sqlite3.Connection, word: str) -> Iterator[tuple[int, str]]:
    """Yield the sources that may hold ``word``; SQLite knows the capitals of ASCII only."""
    if word.isascii() and word.isalnum():
        query = "SELECT id, text FROM source WHERE instr(lower(text), ?)"
        yield from connection.execute(query, (word.lower(),))
    else:
        yield from connection.execute("SELECT id, text FROM source")


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """Return ``old`` and ``new`` as one row of Pieces, compared by words."""
    left, right = _WORD.findall(old), _WORD.findall(new)
    numbers: dict[str, int] = {}
    codes = [[numbers.setdefault(word, len(numbers)) for word in side] for side in (left, right)]
    pieces: list[Piece] = []
    gone = come = ""
    for step in opcodes(*codes):
        if step.tag != "equal":
            gone += "".join(left[step.src_start : step.src_end])
            come += "".join(right[step.dest_start : step.dest_end])
            continue
        pieces += _changed(gone, come)
        gone = come = ""
        pieces.append(Piece("=", "".join(left[step.src_start : step.src_end])))
    return (*pieces, *_changed(gone, come))


def _changed(gone: str, come: str) -> list[Piece]:
    return [Piece(mark, text) for mark, text in (("-", gone), ("+", come)) if text]
