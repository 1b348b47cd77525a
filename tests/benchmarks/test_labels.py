"""Every file of labels fits the two posts it speaks about."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.align.labels import NEWSLETTERS

_FOLDER = Path(__file__).resolve().parents[2] / "benchmarks" / "labels"
_FILES = sorted(path for path in _FOLDER.glob("*.yml") if path.name != "glossary.yml")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_KEYS = frozenset({"line", "lines", "source-line", "kind", "as", "note"})
_KINDS = frozenset(
    """
    link-missing link-changed link-added link-broken link-swapped localized-link
    image-missing image-changed image-added image-alt-untranslated
    emphasis-literal markup code-changed html-changed number-changed
    term-misspelled term-case term-replaced term-inconsistent
    untranslated half-untranslated wrong-language doubled-word mojibake invisible truncated
    paragraph-missing paragraph-added paragraph-duplicated paragraph-moved
    spacing punctuation spelling grammar meaning
    """.split()
)

pytestmark = pytest.mark.corpus
_every_file = pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)


@_every_file
def test_ranges_lie_inside_the_posts_and_end_on_words(path: Path, corpus: Path) -> None:
    labels = _read(path)
    for side in ("source", "target"):
        lines = _lines(corpus, labels, side)
        for first, last in _ranges(labels, side):
            assert 1 <= first <= last <= len(lines), f"{side} {first}-{last}"
            assert lines[first - 1].strip(), f"{side} {first} is blank"
            assert lines[last - 1].strip(), f"{side} {last} is blank"


@_every_file
def test_every_line_is_in_exactly_one_place(path: Path, corpus: Path) -> None:
    labels = _read(path)
    for side in ("source", "target"):
        lines = _lines(corpus, labels, side)
        shown = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), "\n".join(lines))
        written = {n for n, line in enumerate(shown.split("\n"), 1) if line.strip()}
        times = Counter(
            line for first, last in _ranges(labels, side) for line in range(first, last + 1)
        )
        assert sorted(written - set(times)) == [], f"{side} lines in no place"
        assert [line for line in sorted(written) if times[line] > 1] == [], f"{side}, twice"


@_every_file
def test_findings_name_a_known_kind_and_lines_of_the_translation(path: Path, corpus: Path) -> None:
    labels = _read(path)
    source, target = (len(_lines(corpus, labels, side)) for side in ("source", "target"))
    for finding in labels["findings"]:
        assert set(finding) <= _KEYS, finding
        arguable = finding["kind"] == "arguable"
        assert ("as" in finding) is arguable, finding
        assert finding["as" if arguable else "kind"] in _KINDS, finding
        assert ("line" in finding) is not ("lines" in finding), finding
        named = [finding["line"]] if "line" in finding else finding["lines"]
        assert named or "source-line" in finding, finding
        assert all(1 <= line <= target for line in named), finding
        assert 1 <= finding.get("source-line", 1) <= source, finding


def _read(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_bytes()))


def _lines(corpus: Path, labels: dict[str, Any], side: str) -> list[str]:
    text = (
        (corpus / labels.get("folder", NEWSLETTERS) / labels[side]).read_bytes().decode("utf-8-sig")
    )
    return re.split(r"\r\n|\n|\r", text)


def _ranges(labels: dict[str, Any], side: str) -> Iterable[tuple[int, int]]:
    place = ("source", "target").index(side)
    yield from (tuple(pair[place]) for pair in labels["pairs"])
    yield from (tuple(lines) for lines in labels[f"{side}-only"] or ())
    yield from (tuple(lines) for lines in labels["ignored"].get(side) or ())
