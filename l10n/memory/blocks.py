"""Blocks: the index of a large Memory, tens of thousands of texts of similar length in each.

A block holds for each bin of grams a bitmap of its texts. Blocks are never changed: new texts
are compared one by one until there are enough of them for blocks of their own, and what was
forgotten is skipped. The bins are chosen with the first blocks and serve all later ones.
"""

import sqlite3
import zlib
from array import array
from collections.abc import Iterator, Sequence

from l10n.memory.grams import BINS, Bins, common, grams

SIZE = 32_768  # texts in a block: bitmaps of 4 KiB, a dozen of which fit a processor's cache
ENOUGH = 65_536  # loose texts, which rapidfuzz compares in a few hundredths of a second
_SAMPLE = 20_000  # texts that the frequent grams are chosen by
_AT_ONCE = 500  # ids in one statement
_SHIFT = 40  # bits for an id, below those for a length


def build_blocks(connection: sqlite3.Connection) -> None:
    """Put the texts that are in no block into blocks, where there are enough of them."""
    first = first_loose(connection)
    sizes: list[int] = []
    for source, text in connection.execute("SELECT id, text FROM source WHERE id >= ?", (first,)):
        sizes.append(len(text) << _SHIFT | source)
    if len(sizes) < ENOUGH:
        return
    newest = max(size & (1 << _SHIFT) - 1 for size in sizes)
    sizes.sort()
    bins = read_bins(connection) or _choose_bins(connection, first, len(sizes))
    for start in range(0, len(sizes), SIZE):
        _write_block(connection, sizes[start : start + SIZE], newest, bins)


def drop_blocks(connection: sqlite3.Connection) -> None:
    """Forget every block; all texts are loose then."""
    for table in ("block", "bitmap", "gram"):
        connection.execute(f"DELETE FROM {table}")


def first_loose(connection: sqlite3.Connection) -> int:
    """Return the id from which on texts are in no block."""
    (newest,) = connection.execute("SELECT coalesce(max(newest), 0) FROM block").fetchone()
    return int(newest) + 1


def read_bins(connection: sqlite3.Connection) -> Bins | None:
    """Return the bins that the blocks use, or None where there are no blocks."""
    rows = connection.execute("SELECT gram FROM gram ORDER BY number").fetchall()
    return Bins(gram for (gram,) in rows) if rows else None


def read_texts(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield the texts that have these ids, in any order, with their ids."""
    for some in portions(ids):
        marks = ",".join("?" * len(some))
        yield from connection.execute(f"SELECT id, text FROM source WHERE id IN ({marks})", some)


def portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield ``ids`` in portions that fit into one statement."""
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _choose_bins(connection: sqlite3.Connection, first: int, count: int) -> Bins:
    step = max(1, count // _SAMPLE)
    query = "SELECT text FROM source WHERE id >= ? AND id % ? = 0"
    frequent = common(text for (text,) in connection.execute(query, (first, step)))
    connection.executemany("INSERT INTO gram VALUES (?, ?)", enumerate(frequent))
    return Bins(frequent)


def _write_block(
    connection: sqlite3.Connection, sizes: Sequence[int], newest: int, bins: Bins
) -> None:
    ids = [size & (1 << _SHIFT) - 1 for size in sizes]
    texts = dict(read_texts(connection, ids))
    width = (len(ids) + 7) // 8
    bitmaps = [bytearray(width) for _ in range(BINS)]
    for place, source in enumerate(ids):
        at, bit = place >> 3, 1 << (place & 7)
        for gram in grams(texts[source]):
            bitmaps[bins[gram]][at] |= bit
    cursor = connection.execute(
        "INSERT INTO block (newest, shortest, longest, sources, lengths) VALUES (?, ?, ?, ?, ?)",
        (
            newest,
            sizes[0] >> _SHIFT,
            sizes[-1] >> _SHIFT,
            array("q", ids).tobytes(),
            array("q", [size >> _SHIFT for size in sizes]).tobytes(),
        ),
    )
    base = (cursor.lastrowid or 0) * BINS
    connection.executemany(
        "INSERT INTO bitmap VALUES (?, ?)",
        ((base + number, _packed(bits)) for number, bits in enumerate(bitmaps) if any(bits)),
    )


def _packed(bits: bytearray) -> bytes:
    small = zlib.compress(bits, 1)
    return small if len(small) < len(bits) // 4 else bytes(bits)


def unpacked(data: bytes, width: int) -> int:
    """Return the bitmap that a row of the table holds, of a block of ``width`` bytes."""
    if len(data) != width:
        data = zlib.decompressobj().decompress(data, width)
    return int.from_bytes(data, "little")
