"""``python -m benchmarks.po``: read and write real PO files, side by side with polib."""

import argparse
import gc
import time
from collections.abc import Callable, Sequence
from math import inf
from pathlib import Path

import polib

from benchmarks.tools import corpus_folder
from l10n.catalog import parse_catalog, update_catalog, write_catalog

_ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Print a table of seconds and ratios for the PO files of the corpus."""
    corpus = corpus_folder()
    parser = argparse.ArgumentParser(prog="python -m benchmarks.po", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="PO files; default: the corpus's")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    files = options.files or sorted(corpus.glob("comprehensive-rust/po/*.po"))
    texts = [(path.read_bytes(), str(path)) for path in files]
    size = sum(len(data) for data, _ in texts) / 1e6
    print(f"{len(files)} PO files, {size:.2f} MB; seconds, the best of {options.runs} runs\n")
    print("| | polib | ours | times as fast |\n|---|---:|---:|---:|")

    reading = (
        lambda: [polib.pofile(path) for _, path in texts],
        lambda: [parse_catalog(*each) for each in texts],
    )
    _row("read", *_seconds(reading, options.runs))
    wrapped = [polib.pofile(path) for _, path in texts]
    unwrapped = [polib.pofile(path, wrapwidth=0) for _, path in texts]
    files = [parse_catalog(*each) for each in texts]
    gc.freeze()  # what was read is not to be searched for garbage while it is written
    for name, theirs in (("write", wrapped), ("write, polib without wrapping", unwrapped)):
        writing = (
            lambda files=theirs: [str(each) for each in files],
            lambda: [write_catalog(each.catalog) for each in files],
        )
        _row(name, *_seconds(writing, options.runs))
    (again,) = _seconds([lambda: [update_catalog(each, each.catalog) for each in files]], 3)
    print(f"| write back unchanged | | {again:.4f} | |")
    return 0


def _row(name: str, theirs: float, ours: float) -> None:
    print(f"| {name} | {theirs:.4f} | {ours:.4f} | {theirs / ours:.1f} |", flush=True)


def _seconds(works: Sequence[Callable[[], object]], runs: int) -> list[float]:
    """Return the least wall time of each of ``works``, which take turns.

    The least, as the documentation of timeit advises: more is what else the machine did.
    """
    best = [inf] * len(works)
    for _ in range(runs):
        for at, work in enumerate(works):
            gc.collect()
            started = time.perf_counter()
            work()
            best[at] = min(best[at], time.perf_counter() - started)
    return best


if __name__ == "__main__":
    raise SystemExit(main())
