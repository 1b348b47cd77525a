"""How long extracting and building all newsletters takes, and how much memory.

Every tool runs in one process of its own, which reads the posts from disk and writes catalogs
and posts to disk. Its start and imports are left out for all of them alike, and so is a first,
unmeasured round. The rounds of the tools take turns, so that a busy machine is unfair to all.
Posts that a tool fails on alone are left out of its rounds, and their number is told.
"""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.corpora import Corpus
from benchmarks.peers.folders import Folders
from benchmarks.tools import Asked
from tests.judges.marker import fill

_PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Speed:
    """Medians of one tool, in seconds, and its process's peak memory in MiB."""

    tool: str
    posts: int
    extract: float
    again: float  # extract once more, with nothing changed; 0 where a tool starts anew
    build: float
    peak: float


def measure(tools: Sequence[Asked], corpus: Corpus, runs: int, work: Path) -> list[Speed]:
    """Let every tool extract and build ``corpus`` ``runs`` times, in turns."""
    usable = {tool.key: _usable(tool, corpus, work) for tool in tools}
    times: dict[str, list[tuple[float, float, float]]] = {tool.key: [] for tool in tools}
    peaks = dict.fromkeys(times, 0)
    for number in range(runs + 1):
        for tool in tools:
            root = work / f"{tool.key}-{number}"
            extract, again, build, peak = _round(tool, corpus, usable[tool.key], root)
            shutil.rmtree(root)
            if number:
                times[tool.key].append((extract, again, build))
            peaks[tool.key] = max(peaks[tool.key], peak)
    results = []
    for tool in tools:
        label, posts = tool.label, len(usable[tool.key])
        middle = [median(column) for column in zip(*times[tool.key], strict=True)]
        results.append(Speed(label, posts, middle[0], middle[1], middle[2], peaks[tool.key] / 1024))
    return results


def table(results: Sequence[Speed]) -> str:
    """Return the results as a Markdown table; the first tool is the measure of the others."""
    first = results[0]
    lines = [
        "| tool | posts | extract | unchanged again | build | peak memory |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for result in results:
        cells = [
            result.tool,
            str(result.posts),
            _seconds(result.extract, first.extract),
            _seconds(result.again, first.again) if result.again else "–",
            _seconds(result.build, first.build),
            f"{result.peak:.0f} MiB",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _seconds(value: float, measure: float) -> str:
    ratio = value / measure if measure else 0.0
    return f"{value:.3f} s (× {ratio:.1f})"


def _round(
    tool: Asked, corpus: Corpus, numbers: Iterable[int], root: Path
) -> tuple[float, float, float, int]:
    folders = _folders(corpus, numbers, root)
    tool.ask("prepare", root, corpus.dialect)
    extract = tool.ask("extract", root, timeout=_PATIENCE)
    # Only l10n merges with the catalogs that stand there; the others would just write them anew.
    again = tool.ask("extract", root, timeout=_PATIENCE) if tool.key == "ours" else None
    for catalog in folders.catalogs.rglob("*.po"):
        fill(catalog, changed=True)
    build = tool.ask("build", root, timeout=_PATIENCE)
    if extract is None or build is None:
        raise RuntimeError(f"{tool.label} did not end within {_PATIENCE:.0f} s")
    failed = {**extract.failed, **build.failed}
    if failed:
        raise RuntimeError(f"{tool.label} failed on {failed}")
    return extract.seconds, again.seconds if again else 0.0, build.seconds, build.peak


def _usable(tool: Asked, corpus: Corpus, work: Path) -> list[int]:
    """Return the numbers of the posts that the tool can extract and build with words changed."""
    root = work / f"{tool.key}-trial"
    numbers = range(len(corpus.posts))
    folders = _folders(corpus, numbers, root)
    tool.ask("prepare", root, corpus.dialect)
    extract = tool.ask("extract", root, timeout=_PATIENCE)
    for catalog in folders.catalogs.rglob("*.po"):
        fill(catalog, changed=True)
    build = tool.ask("build", root, timeout=_PATIENCE)
    if extract is None or build is None:
        raise RuntimeError(f"{tool.label} did not end within {_PATIENCE:.0f} s")
    failed = {**extract.failed, **build.failed}
    shutil.rmtree(root)
    if "" in failed:
        raise RuntimeError(f"{tool.label} failed: {failed['']}")
    return [number for number in numbers if f"{number:04}" not in failed]


def _folders(corpus: Corpus, numbers: Iterable[int], root: Path) -> Folders:
    folders = Folders(root)
    folders.prepare()
    for number in numbers:
        (folders.posts / f"{number:04}.md").write_bytes(corpus.posts[number])
    return folders
