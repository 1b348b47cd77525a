"""Real posts, labelled by hand."""

from pathlib import Path

import pytest

from benchmarks.align.blocks import block_pairs, quality
from benchmarks.align.labels import labelled
from benchmarks.align.rivals import cut, lines
from l10n.align import align


@pytest.mark.corpus
def test_pairs_labelled_by_hand_are_found(corpus: Path) -> None:
    shares: list[float] = []
    sure: list[bool] = []
    for pair in labelled(corpus):
        source, target = (cut(post, pair.dialect) for post in (pair.source, pair.target))
        found = align(source, target, source_language="en", language=pair.language)
        named = [
            block_pairs(
                [
                    (
                        [lines(source[at]) for at in each.source],
                        [lines(target[at]) for at in each.target],
                    )
                ],
                *pair.blocks,
            )
            for each in found.pairs
        ]
        shares.append(quality(frozenset().union(*named), pair.gold).f)
        sure += [
            touched <= pair.gold
            for each, touched in zip(found.pairs, named, strict=True)
            if each.score >= 0.9
        ]
    assert len(shares) >= 4
    assert min(shares) >= 0.93
    assert sum(shares) / len(shares) >= 0.98
    assert sum(sure) / len(sure) >= 0.99
