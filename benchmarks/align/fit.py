"""``python -m benchmarks.align.fit``: fit the weights of ``l10n/align`` to damaged posts.

Logistic regression by Newton's method with a small ridge. Prints the weights of `score` and of
`trust` in the order of their values, and how well the scores that the weights in use give are
calibrated on other posts: damaged ones, plain ones, and strangers among the plain ones.
"""

import argparse
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import exp
from pathlib import Path

from benchmarks.align.__main__ import calibration
from benchmarks.align.blocks import quality
from benchmarks.align.samples import Sample, plain_samples, samples
from benchmarks.tools import corpus_folder
from l10n.align import align
from l10n.align.notes import traits_of_side
from l10n.align.passes import Found, find_pairs
from l10n.align.score import features
from l10n.align.trust import agreement

Row = tuple[tuple[float, ...], bool]


def main() -> None:
    """Print the weights, then a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.align.fit", description=__doc__)
    corpus = corpus_folder()
    parser.add_argument("--corpus", type=Path, default=corpus)
    parser.add_argument("--posts", type=int, default=150, help="to fit to, and to try on")
    options = parser.parse_args()
    pairs: list[Row] = []
    posts: list[Row] = []
    damaged = list(samples(options.corpus, options.posts, seed=1))
    plain = list(plain_samples(options.corpus, 4 * options.posts, seed=1))
    for sample in (*damaged, *plain):
        found, values = _found(sample, sample)
        posts.append((values, bool(sample.gold)))
        for each in found if sample.gold else ():
            right = sample.touched(each.source, each.target) <= sample.gold
            pairs.append((features(each.signs), right))
    posts += [
        (_found(one, other)[1], False) for one, other in pairwise(damaged) if one.name != other.name
    ]
    print("score:", " ".join(f"{weight:.2f}" for weight in fit(pairs)))
    print("trust:", " ".join(f"{weight:.2f}" for weight in fit(posts)))
    measure("damaged", samples(options.corpus, options.posts, seed=2))
    measure("plain", plain_samples(options.corpus, 2 * options.posts, seed=2))


def _found(one: Sample, other: Sample) -> tuple[list[Found], tuple[float, ...]]:
    """Return the pairs of one source and another target, and the values of `agreement`."""
    sides = traits_of_side(one.source), traits_of_side(other.target)
    found = list(find_pairs(*sides))
    return found, agreement(*sides, found)


def measure(name: str, posts: Iterable[Sample]) -> None:
    """Print how well the pairs of posts are found, and how right the scores are."""
    scored: list[tuple[float, bool]] = []
    strange: list[float] = []
    shares: list[float] = []
    for sample in posts:
        alignment = align(sample.source, sample.target, source_language="en", language="und")
        named = [
            sample.touched(
                range(pair.source[0], pair.source[-1] + 1),
                range(pair.target[0], pair.target[-1] + 1),
            )
            for pair in alignment.pairs
        ]
        if not sample.gold:
            strange += [pair.score for pair in alignment.pairs] + [0.0] * len(alignment.target_only)
            continue
        shares.append(quality(frozenset().union(*named), sample.gold).f)
        scored += [
            (pair.score, touched <= sample.gold)
            for pair, touched in zip(alignment.pairs, named, strict=True)
        ]
    shares.sort()
    middle, mean = shares[len(shares) // 2], sum(shares) / len(shares)
    print(f"\n{name}: F on average {mean:.4f}, median {middle:.4f}, at worst {shares[0]:.4f}")
    if strange:
        doubted = sum(score < 0.5 for score in strange) / len(strange)
        sure = sum(score >= 0.9 for score in strange) / len(strange)
        print(f"passages of strangers scored below 0.5: {doubted:.4f}, 0.9 and more: {sure:.4f}")
    print(calibration(scored))


def fit(rows: Sequence[Row], rounds: int = 12) -> list[float]:
    """Return the weights that make the rows most likely."""
    size = len(rows[0][0])
    weights = [0.0] * size
    for _ in range(rounds):
        slope = [-weight for weight in weights]
        curve = [[float(i == j) for j in range(size)] for i in range(size)]
        for values, right in rows:
            odds = sum(a * b for a, b in zip(weights, values, strict=True))
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
            for i in range(size):
                slope[i] += (right - chance) * values[i]
                for j in range(size):
                    curve[i][j] += chance * (1 - chance) * values[i] * values[j]
        weights = [a + b for a, b in zip(weights, _solve(curve, slope), strict=True)]
    return weights


def _solve(matrix: list[list[float]], wanted: Sequence[float]) -> list[float]:
    """Return what the positive definite ``matrix`` has to be multiplied by, after Gauss."""
    rows = [[*row, value] for row, value in zip(matrix, wanted, strict=True)]
    for i, pivot in enumerate(rows):
        for j, row in enumerate(rows):
            if i != j:
                factor = row[i] / pivot[i]
                rows[j] = [a - factor * b for a, b in zip(row, pivot, strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


if __name__ == "__main__":
    main()
