"""``python -m benchmarks.po``: read and write real PO files, side by side with polib."""

import argparse
import gc
import os
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import polib

from l10n.catalog import parse_catalog, update_catalog, write_catalog

T = TypeVar("T")
_ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Print a table of seconds (medians) and ratios for the PO files of the corpus."""
    named = os.environ.get("L10N_CORPUS")
    corpus = Path(named) if named else _ROOT.parent / "shared" / "corpus"
    parser = argparse.ArgumentParser(prog="python -m benchmarks.po", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="PO files; default: the corpus's")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    files = options.files or sorted(corpus.glob("comprehensive-rust/po/*.po"))
    texts = [(path.read_bytes(), str(path)) for path in files]
    size = sum(len(data) for data, _ in texts) / 1e6
    print(f"{len(files)} PO files, {size:.2f} MB; seconds, medians of {options.runs} runs\n")
    print("| | polib | ours | times as fast |\n|---|---:|---:|---:|")

    def theirs() -> list[polib.POFile]:
        return [polib.pofile(path) for _, path in texts]

    def unwrapped() -> list[polib.POFile]:
        return [polib.pofile(path, wrapwidth=0) for _, path in texts]

    polib_reads = _seconds(theirs, options.runs)
    we_read = _seconds(lambda: [parse_catalog(*each) for each in texts], options.runs)
    _row("read", polib_reads, we_read)
    we_write = _writing(
        lambda: [parse_catalog(*each).catalog for each in texts], write_catalog, options.runs
    )
    _row("write", _writing(theirs, str, options.runs), we_write)
    _row("write, polib without wrapping", _writing(unwrapped, str, options.runs), we_write)
    parsed = [parse_catalog(*each) for each in texts]
    again = _seconds(lambda: [update_catalog(each, each.catalog) for each in parsed], options.runs)
    print(f"| write back unchanged | | {again:.4f} | |")
    return 0


def _row(name: str, theirs: float, ours: float) -> None:
    print(f"| {name} | {theirs:.4f} | {ours:.4f} | {theirs / ours:.1f} |", flush=True)


def _writing(read: Callable[[], Sequence[T]], write: Callable[[T], object], runs: int) -> float:
    """Return the seconds it takes to write what was read; nothing else of it stays in memory."""
    files = read()
    return _seconds(lambda: [write(file) for file in files], runs)


def _seconds(work: Callable[[], object], runs: int) -> float:
    """Return the median wall time of ``work``, each run on a heap without leftovers."""
    taken = []
    for _ in range(runs):
        gc.collect()
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


if __name__ == "__main__":
    raise SystemExit(main())
