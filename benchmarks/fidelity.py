"""What is left of a post after it went through a catalog and back.

Each post goes alone through a tool: extract, fill every msgstr with its msgid, build; then the
same with every word of prose changed by one letter. A post that a tool crashes or hangs on
(5 s) fails in every column; its words are not counted.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import Corpus
from benchmarks.peers.folders import Folders
from benchmarks.tools import Asked
from tests.judges.compare import same_skeleton
from tests.judges.marker import MARK, fill, labels_of

_PATIENCE = 5.0  # seconds; what ends at all ends within a tenth of one


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How many posts of a corpus a tool brought back, by ever weaker measures."""

    tool: str
    files: int
    no_output: int
    bytes_same: int
    html_same: int  # white space aside
    skeleton_same: int  # tags, href and src, with every word changed
    words: int
    words_left: int  # words of prose, alt and title that were never offered


@dataclass(frozen=True, slots=True)
class _Result:
    identical: bytes | None
    marked: bytes | None


def measure(tool: Asked, corpus: Corpus, work: Path) -> Fidelity:
    """Run ``tool`` over every post of ``corpus`` in folders below ``work``."""
    counts = {"none": 0, "bytes": 0, "html": 0, "skeleton": 0, "words": 0, "left": 0}
    for number, post in enumerate(corpus.posts):
        root = work / f"{number:04}"
        result = _run(tool, corpus, post, root)
        shutil.rmtree(root)
        if result.identical is None or result.marked is None:
            counts["none"] += 1
            continue
        before = corpus.html(post)
        counts["bytes"] += result.identical == post
        counts["html"] += corpus.html(result.identical).split() == before.split()
        marked = corpus.page(corpus.html(result.marked))
        counts["skeleton"] += bool(same_skeleton(corpus.page(before), marked))
        words = (*marked.words, *marked.attribute_words)
        counts["words"] += len(words)
        counts["left"] += sum(MARK not in word for word in words)
    return Fidelity(
        tool.label,
        len(corpus.posts),
        counts["none"],
        counts["bytes"],
        counts["html"],
        counts["skeleton"],
        counts["words"],
        counts["left"],
    )


def table(results: Iterable[Fidelity]) -> str:
    """Return the results as a Markdown table."""
    lines = [
        "| tool | no output | bytes same | HTML same | skeleton same, words changed | words left |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for result in results:
        share = 100 * result.words_left / max(result.words, 1)
        cells = [
            result.tool,
            str(result.no_output),
            *(
                f"{count} of {result.files}"
                for count in (result.bytes_same, result.html_same, result.skeleton_same)
            ),
            f"{share:.2f} %",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _run(tool: Asked, corpus: Corpus, post: bytes, root: Path) -> _Result:
    folders = Folders(root)
    folders.prepare()
    (folders.posts / "post.md").write_bytes(post)
    tool.ask("prepare", root, corpus.dialect)
    answer = tool.ask("extract", root, timeout=_PATIENCE)
    if answer is None or answer.failed:
        return _Result(None, None)
    labels = labels_of(post.decode("utf-8"))
    return _Result(_build(tool, folders, False, labels), _build(tool, folders, True, labels))


def _build(tool: Asked, folders: Folders, changed: bool, labels: frozenset[str]) -> bytes | None:
    """Fill the catalogs and build; None where either cannot be done."""
    built = folders.built / "post.md"
    built.unlink(missing_ok=True)
    try:
        for catalog in folders.catalogs.rglob("*.po"):
            fill(catalog, changed, labels)
    except (OSError, ValueError):  # polib refuses the catalog
        return None
    answer = tool.ask("build", folders.root, timeout=_PATIENCE)
    if answer is None or answer.failed or not built.is_file():
        return None
    return built.read_bytes()
