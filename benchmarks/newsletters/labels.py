"""Labels: what a reader found in a hand-translated newsletter, before any program looked at it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[1] / "labels"
NOT_PAIRS = frozenset({"glossary"})  # names of files in the folder that label no pair

# By kind of label, the rules (or families) that may be what finds it.
KINDS: Mapping[str, tuple[str, ...]] = {
    "link-missing": ("link", "post-paragraph-missing"),
    "link-changed": ("link",),
    "link-added": ("link-added", "link-changed"),
    "link-broken": ("link", "markup"),
    "link-swapped": ("link",),
    "image-missing": ("image",),
    "image-changed": ("image",),
    "image-added": ("image",),
    "image-alt-untranslated": ("image-alt-untranslated", "text"),
    "emphasis-literal": ("markup",),
    "markup": ("markup", "link-broken-syntax", "html"),
    "code-changed": ("code",),
    "html-changed": ("html",),
    "number-changed": ("number",),
    "term-misspelled": ("term",),
    "term-case": ("term",),
    "term-replaced": ("term",),
    "term-inconsistent": ("term", "catalog"),
    "untranslated": ("text", "post-paragraph-missing", "image-alt-untranslated"),
    "half-untranslated": ("text", "term"),
    "wrong-language": ("text",),
    "doubled-word": ("text-doubled-word",),
    "mojibake": ("text-mojibake",),
    "invisible": ("text-invisible", "text-bidi-override", "spacing"),
    "truncated": ("length", "post-paragraph-missing", "term"),  # a name left out is both
    "paragraph-missing": ("post", "length"),
    "paragraph-added": ("post", "length"),
    "paragraph-duplicated": ("post",),
    "paragraph-moved": ("post",),
    "spacing": ("spacing",),
    "punctuation": ("punctuation", "spacing"),
    "spelling": ("term-misspelled",),
    "grammar": (),
    "meaning": ("number",),
    "localized-link": (),
}
# What no check may miss, as the issue that asked for it has it.
MUST = frozenset(
    "link-missing link-changed link-broken link-swapped image-missing image-changed "
    "term-misspelled term-replaced untranslated paragraph-duplicated".split()
)


@dataclass(frozen=True, slots=True)
class Label:
    """One thing a reader flagged. Lines are of the translation, 1-based and inclusive."""

    kind: str
    first: int
    last: int
    source_line: int  # 0 where it is not said
    arguable: bool  # two careful readers could disagree
    note: str

    def may_be(self, rule: str) -> bool:
        """Return whether a finding of ``rule`` may be about this."""
        return any(rule == name or rule.startswith(f"{name}-") for name in KINDS[self.kind])


@dataclass(frozen=True, slots=True)
class Labelled:
    """A pair of posts, by file name below dair/_posts, and what was found in the translation."""

    name: str
    source: str
    target: str
    language: str
    complete: bool
    labels: tuple[Label, ...]


def read_labels(folder: Path = FOLDER) -> tuple[Labelled, ...]:
    """Return all labelled pairs of newsletters, by name."""
    files = sorted(path for path in folder.glob("*.yml") if path.stem not in NOT_PAIRS)
    read = ((path.stem, yaml.safe_load(path.read_text("utf-8"))) for path in files)
    return tuple(_labelled(name, data) for name, data in read if "folder" not in data)


def _labelled(name: str, data: dict[str, Any]) -> Labelled:
    return Labelled(
        name,
        data["source"],
        data["target"],
        data["language"],
        bool(data.get("findings-complete", True)),
        tuple(label for one in data.get("findings") or () for label in _labels(one)),
    )


def _labels(one: Mapping[str, Any]) -> Iterator[Label]:
    arguable = one["kind"] == "arguable"
    kind = one["as"] if arguable else one["kind"]
    lines = one.get("lines") or [one.get("line") or 0]
    source = int(one.get("source-line") or 0)
    note = str(one.get("note", ""))
    if len(lines) == 2 and lines[1] - lines[0] > 1 and kind in ("spacing", "punctuation"):
        spots = [(lines[0], lines[1])]
    elif len(lines) <= 2:
        spots = [(lines[0], lines[-1])]
    else:  # a list of single lines
        spots = [(line, line) for line in lines]
    for first, last in spots:
        yield Label(kind, first, last, source, arguable, note)
