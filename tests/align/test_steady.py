"""The same posts are always aligned in the same way, and long ones in time that grows with them."""

import os
import random
import subprocess
import sys
from pathlib import Path

from l10n.align import align
from l10n.markdown.passages import passages
from l10n.markdown.segments import read_post
from l10n.model.alignment import Alignment
from l10n.model.dialect import Dialect
from tests.growth import grows_linearly

ROOT = Path(__file__).resolve().parents[2]


def made(number: int, letters: str, words: int, seed: int) -> bytes:
    """Paragraphs of few invented words, as long in each language as in the other."""
    chance, sizes = random.Random(seed), random.Random(number)
    spoken = ["".join(chance.choice(letters) for _ in range(size % 7 + 2)) for size in range(words)]
    return "\n\n".join(
        " ".join(chance.choice(spoken) for _ in range(sizes.randint(3, 30))) for _ in range(number)
    ).encode()


def aligned(number: int, words: int) -> Alignment:
    first, second = (
        passages(read_post(made(number, letters, words, seed), Dialect.GFM))
        for seed, letters in enumerate(("abcdefghi", "абвгдежзи"))
    )
    return align(first, second, source_language="en", language="ru")


def test_runs_do_not_differ() -> None:
    code = "from tests.align.test_steady import aligned; print(aligned(40, 150))"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in range(4)
    }
    assert len(found) == 1
    assert b"Pair(" in found.pop()


def test_time_grows_with_the_posts_where_nothing_anchors_them() -> None:
    assert grows_linearly(lambda number: aligned(number, 4000), 100)
