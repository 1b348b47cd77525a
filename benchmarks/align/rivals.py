"""Other ways to pair two posts; each returns pairs of line ranges, or None where it refuses."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from math import erfc, inf, log, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.align.blocks import Range
from l10n.markdown.passages import passages
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect
from l10n.model.passage import Passage

Found = list[tuple[list[Range], list[Range]]]

_REFERENCE = re.compile(r"^#: (.+)$", re.M)
# Gale and Church 1993, table 5: how often sentences are paired so; and the variance there.
_PRIORS = {(1, 1): 0.89, (1, 0): 0.00495, (0, 1): 0.00495, (2, 1): 0.0445, (1, 2): 0.0445}
_PRIORS[2, 2] = 0.011
_VARIANCE = 6.8


def cut(post: bytes, dialect: Dialect) -> tuple[Passage, ...]:
    """Return a post's passages."""
    return passages(read_post(post, dialect, ("title", "excerpt")))


def lines(passage: Passage) -> Range:
    """Return the lines of a passage."""
    return passage.line, passage.end_line


def by_order(source: bytes, target: bytes, dialect: Dialect) -> Found:
    """Pair the first passage with the first, and so on."""
    sides = cut(source, dialect), cut(target, dialect)
    return [([lines(a)], [lines(b)]) for a, b in zip(*sides, strict=False)]


def by_length(source: bytes, target: bytes, dialect: Dialect) -> Found:
    """Pair passages as Gale and Church pair sentences, by nothing but their lengths."""
    ours, theirs = cut(source, dialect), cut(target, dialect)
    first = [max(1, len(passage.raw)) for passage in ours]
    second = [max(1, len(passage.raw)) for passage in theirs]
    ratio = sum(second) / sum(first)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(first) + 1):
        for j in range(len(second) + 1):
            for (a, b), prior in _PRIORS.items():
                if a <= i and b <= j:
                    price = _price(sum(first[i - a : i]), sum(second[j - b : j]), ratio)
                    cost = best[i - a, j - b][0] + price - 100 * log(prior)
                    if cost < best.get((i, j), (inf,))[0]:
                        best[i, j] = cost, (a, b)
    found: Found = []
    i, j = len(first), len(second)
    while i or j:
        a, b = best[i, j][1]
        if a and b:
            found.append(
                (
                    [lines(each) for each in ours[i - a : i]],
                    [lines(each) for each in theirs[j - b : j]],
                )
            )
        i, j = i - a, j - b
    return found


def _price(source: int, target: int, ratio: float) -> float:
    mean = (source + target / ratio) / 2
    error = abs(ratio * source - target) / sqrt(_VARIANCE * mean)
    chance = erfc(error / sqrt(2))
    return 2500.0 if chance < 1e-11 else -100 * log(chance)


def by_po4a(source: bytes, target: bytes, _: Dialect) -> Found | None:
    """Pair what po4a-gettextize pairs. Raises FileNotFoundError where it is not installed."""
    if shutil.which("po4a-gettextize") is None:
        raise FileNotFoundError("po4a-gettextize")
    with TemporaryDirectory(prefix="po4a-") as name:
        folder = Path(name)
        (folder / "a.md").write_bytes(source)
        (folder / "b.md").write_bytes(target)
        if _gettextize(folder, "-m", "a.md", "-l", "b.md") is None:
            return None
        ours, theirs = (_gettextize(folder, "-m", each) for each in ("a.md", "b.md"))
        if ours is None or theirs is None or len(ours) != len(theirs):
            return None
        return [([a], [b]) for a, b in zip(ours, theirs, strict=True)]


def _gettextize(folder: Path, *arguments: str) -> Sequence[Range] | None:
    """Return the line of each string it found, in order, or None where it gives up."""
    options = "-f text -o markdown -o neverwrap -o yfm_lenient -o yfm_keys=title,excerpt"
    command = ["po4a-gettextize", *options.split(), "-M", "UTF-8", "-L", "UTF-8"]
    (folder / "out.po").unlink(missing_ok=True)
    done = subprocess.run(
        [*command, "-p", "out.po", *arguments], cwd=folder, capture_output=True, check=False
    )
    if done.returncode or not (folder / "out.po").is_file():
        return None
    return sorted(_places((folder / "out.po").read_text("utf-8")))


def _places(text: str) -> Iterator[Range]:
    for match in _REFERENCE.finditer(text):
        for place in match[1].split():
            number = place.rpartition(":")[2]
            if number.isdecimal():
                yield int(number), int(number)
