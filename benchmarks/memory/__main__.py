"""``python -m benchmarks.memory``: the memory beside brute force, on the same texts and queries.

Both use one measure: rapidfuzz's Levenshtein.normalized_similarity of the texts as they are. The
memory's times are those of Memory.lookup with all its rungs, in a process that has just opened the
file; brute force has all texts in its memory already, and two workers. "Equal" counts queries for
which both have the same top hit, or both none.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.memory import brute
from benchmarks.memory.texts import queries, remembered, sentences
from benchmarks.tools import corpus_folder

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=corpus_folder(), help="folder of real posts")
    parser.add_argument("--sizes", type=int, nargs="+", default=[50_000, 1_000_000])
    parser.add_argument("--speed", type=int, default=200, help="queries that are timed")
    parser.add_argument("--equal", type=int, default=2_000, help="queries that are compared")
    parser.add_argument("--threshold", type=int, default=75)
    options = parser.parse_args()
    corpus = options.corpus if options.corpus.is_dir() else None
    pool, back = sentences(corpus)
    print(f"texts spliced of {len(pool)} {'real' if corpus else 'invented'} sentences")
    for size in options.sizes:
        texts = remembered(pool, size)
        new = queries(texts, pool, back, max(options.speed, options.equal))
        mean = sum(map(len, texts)) / len(texts)
        print(f"\n{size:,} texts of {mean:.0f} characters on average\n", flush=True)
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            _measure(Path(folder), texts, new, options)
    return 0


def _measure(
    folder: Path, texts: Sequence[str], new: Sequence[str], options: argparse.Namespace
) -> None:
    timed = new[: options.speed]
    filled = _ours("fill", folder, texts)
    print(
        f"filled and indexed in {filled['seconds']:.0f} s, {filled['megabytes']:.0f} MB, "
        f"peak {filled['peak']:.0f} MB",
        flush=True,
    )
    print(
        "\n| | ms for each query | of processor | slowest | opening | peak memory |"
        "\n|---|---:|---:|---:|---:|---:|"
    )
    best: list[float] = []
    for limit in (1, 5):
        asked = _ours("ask", folder, timed, options.threshold, limit)
        best = best or [asked["seconds"], asked["busy"]]
        print(
            f"| l10n, the best {limit} | {_ms(asked['seconds'], timed)} |"
            f" {_ms(asked['busy'], timed)} | {asked['slowest'] * 1e3:.0f} ms |"
            f" {asked['open'] * 1e3:.0f} ms | {asked['peak']:.0f} MB |",
            flush=True,
        )
    seconds, busy, _ = brute.extract(texts, timed, options.threshold)
    print(
        f"| extractOne, 2 processes | {_ms(seconds, timed)} | {_ms(busy, timed)} | | | |",
        flush=True,
    )
    if each := brute.cdist(texts, timed, options.threshold):
        print(f"| cdist, workers=2 | {_ms(each, timed)} | | | | |", flush=True)
    print(
        f"\n{seconds / best[0]:.1f} times as fast as extractOne in two processes,"
        f" {busy / best[1]:.1f} times by processor time of one of them",
        flush=True,
    )
    compared = new[: options.equal]
    if compared:
        _, _, wanted = brute.extract(texts, compared, options.threshold)
        top = _ours("top", folder, compared, options.threshold)["top"]
        equal = sum(ours == theirs for ours, theirs in zip(top, wanted, strict=True))
        hits = sum(each is not None for each in wanted)
        print(
            f"equal top hits: {equal} of {len(compared)} "
            f"({100 * equal / len(compared):.2f} %), {hits} of which have a hit",
            flush=True,
        )


def _ours(
    what: str, folder: Path, texts: Sequence[str], threshold: int = 75, limit: int = 1
) -> dict[str, Any]:
    file = folder / "texts.json"
    file.write_bytes(json.dumps(texts).encode())
    arguments = [what, str(folder), str(file), str(threshold), str(limit)]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory.ours", *arguments],
        stdout=subprocess.PIPE,
        check=True,
        cwd=ROOT,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _ms(seconds: float, queries: Sequence[str]) -> str:
    return f"{seconds / len(queries) * 1e3:.1f}"


if __name__ == "__main__":
    raise SystemExit(main())
