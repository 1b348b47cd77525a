"""One pass over the parser's events: runs of inline content, HTML blocks, code blocks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from pyromark import Options, events_with_range

from l10n.markdown.masks import INERT

_WORD = re.compile(rf"[^\W\d_{INERT}]")
_URL = re.compile(r"(?:https?://|www\.|mailto:)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_WORD_ATTRIBUTE = re.compile(
    rf"\b(?:alt|title)\s*=\s*(?:\"[^\"]*?[^\W\d_{INERT}\"]|'[^']*?[^\W\d_{INERT}'])"
)
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})

# A bare name, or one key with what belongs to it; see pyromark.event.
_Event: TypeAlias = str | dict[str, Any]
_Span: TypeAlias = Mapping[str, int]


@dataclass(slots=True)
class Atom:
    """Inline markup that may be cut from the edge of a run: raw HTML, an image without words."""

    start: int
    end: int
    image: bool


@dataclass(slots=True)
class Run:
    """A leaf block's inline content as byte offsets of the body; mutable while it is read."""

    start: int
    end: int
    block: str  # Paragraph, Heading, Item, TableCell, DefinitionListTitle …
    containers: tuple[str, ...]  # the tags around it, outermost first
    block_start: int = 0
    level: int = 0  # of a heading
    words: bool = False
    breaks: list[int] = field(default_factory=list)  # where hard line breaks start
    labels: list[tuple[int, int]] = field(default_factory=list)  # shortcut, collapsed references
    atoms: list[Atom] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Runs:
    """What one parse found, in reading order."""

    runs: tuple[Run, ...]
    html: tuple[tuple[int, int], ...]  # raw HTML blocks
    code: tuple[tuple[int, int], ...]  # code blocks


def read_runs(text: str, options: Options) -> Runs:
    """Parse a masked body and return its Runs; never raises on content."""
    reader = _Reader()
    reader.read(text, options)
    return Runs(tuple(reader.runs), tuple(reader.html), tuple(reader.code))


class _Reader:
    """Keeps the open blocks and the run now being read."""

    __slots__ = (
        "block_start",
        "code",
        "html",
        "level",
        "quiet",
        "run",
        "runs",
        "stack",
        "words_before",
    )

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.html: list[tuple[int, int]] = []
        self.code: list[tuple[int, int]] = []
        self.stack: list[str] = []
        self.run: Run | None = None
        self.block_start = 0
        self.level = 0
        self.quiet = 0  # inside autolinks, whose text is their address
        self.words_before = False  # in the run, before the image we are in

    def read(self, text: str, options: Options) -> None:
        found = events_with_range(text, options=options, merge_text=True)
        for event, span in cast(Iterator[tuple[_Event, _Span]], found):
            if isinstance(event, str):
                if event == "Rule":
                    self.run = None
                elif event == "HardBreak" and self.run:
                    self.run.breaks.append(span["start"])
                continue
            name, value = event.popitem()
            if name == "Text":
                run = self.run
                if run is not None and run.words:
                    run.end = max(run.end, span["end"])
                else:
                    self.text(value, span)
            elif name == "Start":
                self.start(value, span)
            elif name == "End":
                self.end(value, span)
            elif name not in ("Html", "TaskListMarker"):
                run = self.reach(span)
                if name == "InlineHtml":
                    run.atoms.append(Atom(span["start"], span["end"], False))
                    run.words = run.words or bool(_WORD_ATTRIBUTE.search(value))

    def reach(self, span: _Span) -> Run:
        """Return the current run, a new one where there is none, grown to hold ``span``."""
        run = self.run
        if run is None:
            block = self.stack[-1] if self.stack else ""
            run = self.run = Run(
                span["start"], span["end"], block, tuple(self.stack), self.block_start, self.level
            )
            self.runs.append(run)
        elif span["end"] > run.end:
            run.end = span["end"]
        return run

    def text(self, value: str, span: _Span) -> None:
        # An empty text event marks the end of a heading's content; it has no width.
        if value and (not self.stack or self.stack[-1] != "CodeBlock"):
            run = self.reach(span)
            run.words = not self.quiet and has_words(value)

    def start(self, value: Any, span: _Span) -> None:
        tag, details = (value, {}) if isinstance(value, str) else value.popitem()
        if tag in _INLINE:
            run = self.reach(span)
            if tag == "Link":
                self.link(run, details, span)
            elif tag == "Image":
                self.words_before, run.words = run.words, has_words(details["title"])
                self.label(run, details["link_type"], span)
            return
        self.run = None
        self.stack.append(tag)
        self.block_start = span["start"]
        if tag == "Heading":
            self.level = int(details["level"][1])
        elif tag == "HtmlBlock":
            self.html.append((span["start"], span["end"]))
        elif tag == "CodeBlock":
            self.code.append((span["start"], span["end"]))

    def link(self, run: Run, details: Mapping[str, Any], span: _Span) -> None:
        kind = details["link_type"]
        if kind in ("Autolink", "Email"):
            self.quiet += 1
        self.label(run, kind, span)
        if details["title"]:
            run.words = run.words or has_words(details["title"])

    def label(self, run: Run, kind: str, span: _Span) -> None:
        """Note a reference whose words are its label; the parser's range leaves out a `[]`."""
        if kind in ("Shortcut", "Collapsed"):
            end = span["end"] + 2 * (kind == "Collapsed")
            run.labels.append((span["start"], end))
            run.end = max(run.end, end)

    def end(self, value: Any, span: _Span) -> None:
        tag = value if isinstance(value, str) else next(iter(value))
        if tag not in _INLINE:
            self.run = None
            self.stack.pop()
            self.level = 0
            return
        run = self.reach(span)
        if tag == "Link":
            self.quiet = 0  # an autolink holds nothing but its text, and no link holds a link
        elif tag == "Image":
            if not run.words:
                run.atoms.append(Atom(span["start"], span["end"], True))
            run.words = run.words or self.words_before


def has_words(text: str) -> bool:
    """Whether ``text`` holds a letter outside addresses and masks."""
    if not _WORD.search(text):
        return False
    addresses = "://" in text or "www." in text or "@" in text or "mailto:" in text
    return not addresses or bool(_WORD.search(_URL.sub("", text)))
