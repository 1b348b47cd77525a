"""``python -m benchmarks.align``: pairs found against pairs labelled by hand."""

import argparse
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.align.blocks import block_pairs, quality
from benchmarks.align.labels import FOLDER, Labelled, labelled
from benchmarks.align.rivals import Found, by_length, by_order, by_po4a, cut, lines
from benchmarks.tools import corpus_folder
from l10n.align import align
from l10n.model.dialect import Dialect

_RIVALS: dict[str, Callable[[bytes, bytes, Dialect], Found | None]] = {
    "po4a-gettextize": by_po4a,
    "order": by_order,
    "Gale-Church": by_length,
}
_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.97, 1.01)

Scored = list[tuple[float, bool]]


def main() -> None:
    """Print a table of F, and one of scores."""
    options = _options()
    scored: Scored = []
    print("| pair | l10n F | precision | recall | seconds | ≥ 0.9 right |", end="")
    print("".join(f" {name} F |" for name in _RIVALS))
    print("|---|---:|---:|---:|---:|---:|" + "---:|" * len(_RIVALS))
    results = []
    for pair in labelled(options.corpus, options.labels):
        found, scores, seconds = _ours(pair)
        scored += scores
        blocks, gold = pair.blocks, pair.gold
        pairs = block_pairs(found, *blocks)
        result = quality(pairs, gold)
        results.append(result.f)
        cells = [pair.name, f"{result.f:.4f}", f"{result.precision:.4f}", f"{result.recall:.4f}"]
        cells += [f"{seconds:.2f}", _share([right for score, right in scores if score >= 0.9])]
        for rival in _RIVALS.values():
            theirs = rival(pair.source, pair.target, pair.dialect)
            cells.append(
                "refuses"
                if theirs is None
                else f"{quality(block_pairs(theirs, *blocks), gold).f:.4f}"
            )
        print(f"| {' | '.join(cells)} |")
        if options.verbose:
            _show(pair, pairs)
    if results:
        print(f"\nF on average {sum(results) / len(results):.4f}, at worst {min(results):.4f}")
        print(calibration(scored))


def _ours(pair: Labelled) -> tuple[Found, Scored, float]:
    start = time.perf_counter()
    ours, theirs = (cut(post, pair.dialect) for post in (pair.source, pair.target))
    alignment = align(ours, theirs, source_language="en", language=pair.language)
    seconds = time.perf_counter() - start
    found: Found = [
        ([lines(ours[at]) for at in each.source], [lines(theirs[at]) for at in each.target])
        for each in alignment.pairs
    ]
    blocks, gold = pair.blocks, pair.gold
    scores = [
        (each.score, block_pairs([named], *blocks) <= gold)
        for each, named in zip(alignment.pairs, found, strict=True)
    ]
    return found, scores, seconds


def calibration(scored: Scored) -> str:
    """Return a Markdown table of scores and the share of pairs that are right."""
    rows = ["", "| score | pairs | right |", "|---|---:|---:|"]
    for low, high in pairwise(_BINS):
        inside = [right for score, right in scored if low <= score < high]
        rows.append(f"| {low}–{min(high, 1.0)} | {len(inside)} | {_share(inside)} |")
    sure = [right for score, right in scored if score >= 0.9]
    rows.append(f"| ≥ 0.9 | {len(sure)} | {_share(sure)} |")
    return "\n".join(rows)


def _share(right: Sequence[bool]) -> str:
    return f"{sum(right) / len(right):.4f}" if right else "–"


def _show(pair: Labelled, found: frozenset[tuple[int, int]]) -> None:
    source, target = (_firsts(data) for data in (pair.source, pair.target))
    for sign, wrong in (("+", found - pair.gold), ("-", pair.gold - found)):
        for ours, theirs in sorted(wrong):
            print(f"    {sign} {source[ours]} | {target[theirs]}")


def _firsts(data: bytes) -> list[str]:
    """Return the first line of each block, with its number."""
    firsts, inside = [], False
    for number, line in enumerate(data.decode().split("\n"), 1):
        if line.strip() and not inside:
            firsts.append(f"{number}: {line.strip()[:60]}")
        elif line.strip() and firsts[-1].endswith(": \\\\"):
            firsts[-1] += f" {line.strip()[:60]}"
        inside = bool(line.strip())
    return firsts


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.align", description=__doc__)
    corpus = corpus_folder()
    parser.add_argument("--corpus", type=Path, default=corpus)
    parser.add_argument("--labels", type=Path, default=FOLDER)
    parser.add_argument("--verbose", action="store_true", help="show each pair that is wrong")
    return parser.parse_args()


if __name__ == "__main__":
    main()
