"""One pass over the parser's events: runs of inline content, HTML blocks, code blocks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar, cast

from pyromark import Options, events_with_range

from l10n.markdown.masks import INERT

_URL = re.compile(r"(?:https?://|www\.|mailto:)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_WORD_ATTRIBUTE = re.compile(
    rf"\b(?:alt|title)\s*=\s*(?:\"[^\"]*?[^\W\d_{INERT}\"]|'[^']*?[^\W\d_{INERT}'])"
)
_CODE = ["CodeBlock"]
_ASCII_LETTER = re.compile("[A-Za-z]")
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})

# A bare name, or one key with what belongs to it; see pyromark.event.
_Event: TypeAlias = str | dict[str, Any]
_T = TypeVar("_T")
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
    # None for empty: most runs have none of these, and lists cost time.
    breaks: list[int] | None = None  # where hard line breaks start
    labels: list[tuple[int, int]] | None = None  # shortcut and collapsed references
    atoms: list[Atom] | None = None


@dataclass(frozen=True, slots=True)
class Runs:
    """What one parse found, in reading order."""

    runs: tuple[Run, ...]
    html: tuple[tuple[int, int], ...]  # raw HTML blocks
    code: tuple[tuple[int, int], ...]  # code blocks


def read_runs(text: str, options: Options, asides: frozenset[int] = frozenset()) -> Runs:
    """Parse a masked body and return its Runs; never raises on content.

    ``asides`` are the starts of masks that only look like list items; what they hold is in an
    ``Aside``.
    """
    reader = _Reader(asides)
    reader.read(text, options)
    return Runs(tuple(reader.runs), tuple(reader.html), tuple(reader.code))


class _Reader:
    """Keeps what was found and the blocks now open."""

    __slots__ = (
        "asides",
        "block_start",
        "code",
        "html",
        "level",
        "quiet",
        "runs",
        "stack",
        "words_before",
    )

    def __init__(self, asides: frozenset[int]) -> None:
        self.asides = asides
        self.runs: list[Run] = []
        self.html: list[tuple[int, int]] = []
        self.code: list[tuple[int, int]] = []
        self.stack: list[str] = []
        self.block_start = 0
        self.level = 0
        self.quiet = False  # inside an autolink, whose text is its address
        self.words_before = False  # in the run, before the image we are in

    def read(self, text: str, options: Options) -> None:
        """Read all events. The last inline event of a run ends it, so its end is just kept."""
        run: Run | None = None
        found = events_with_range(text, options=options, merge_text=True)
        for event, span in cast(Iterator[tuple[_Event, _Span]], found):
            if isinstance(event, str):
                if event == "Rule":
                    run = None
                elif event == "HardBreak" and run is not None:
                    run.breaks = _with(run.breaks, span["start"])
                continue
            name, value = event.popitem()
            if name == "Text":
                if run is None:
                    # An empty text marks the end of a heading's content.
                    if not value or self.stack[-1:] == _CODE:
                        continue
                    run = self.open_run(span)
                run.end = span["end"]
                if not run.words:
                    run.words = not self.quiet and has_words(value)
                continue
            if name == "Start" or name == "End":
                tag = value if isinstance(value, str) else next(iter(value))
                if tag not in _INLINE:
                    run = None
                    if name == "Start":
                        self.open_block(tag, value, span)
                    else:
                        self.stack.pop()
                        self.level = 0
                    continue
            elif name == "Html" or name == "TaskListMarker":
                continue
            if run is None:
                run = self.open_run(span)
            run.end = span["end"]
            if name == "InlineHtml":
                run.atoms = _with(run.atoms, Atom(span["start"], span["end"], False))
                run.words = run.words or bool(_WORD_ATTRIBUTE.search(value))
            elif name == "Start":
                if tag == "Link":
                    self.open_link(run, value[tag], span)
                elif tag == "Image":
                    self.open_image(run, value[tag], span)
            elif name == "End":
                if tag == "Link":
                    self.quiet = False
                elif tag == "Image":
                    self.close_image(run, span)

    def open_block(self, tag: str, value: Any, span: _Span) -> None:
        if tag == "Item" and span["start"] in self.asides:
            tag = "Aside"
        self.stack.append(tag)
        self.block_start = span["start"]
        if tag == "Heading":
            self.level = int(value[tag]["level"][1])
        elif tag == "HtmlBlock":
            self.html.append((span["start"], span["end"]))
        elif tag == "CodeBlock":
            self.code.append((span["start"], span["end"]))

    def open_run(self, span: _Span) -> Run:
        stack = self.stack
        block = stack[-1] if stack else ""
        run = Run(span["start"], span["end"], block, tuple(stack), self.block_start, self.level)
        self.runs.append(run)
        return run

    def open_link(self, run: Run, details: Mapping[str, Any], span: _Span) -> None:
        kind = details["link_type"]
        if kind == "Autolink" or kind == "Email":
            self.quiet = True
        elif kind == "Shortcut" or kind == "Collapsed":
            run.labels = _with(run.labels, (span["start"], span["end"]))
        if details["title"]:
            run.words = run.words or has_words(details["title"])

    def open_image(self, run: Run, details: Mapping[str, Any], span: _Span) -> None:
        self.words_before, run.words = run.words, has_words(details["title"])
        if details["link_type"] in ("Shortcut", "Collapsed"):
            run.labels = _with(run.labels, (span["start"], span["end"]))

    def close_image(self, run: Run, span: _Span) -> None:
        if not run.words:
            run.atoms = _with(run.atoms, Atom(span["start"], span["end"], True))
        run.words = run.words or self.words_before


def _with(found: list[_T] | None, item: _T) -> list[_T]:
    if found is None:
        return [item]
    found.append(item)
    return found


def has_words(text: str) -> bool:
    """Whether ``text`` holds a letter outside addresses and masks."""
    if not _has_letters(text):
        return False
    addresses = "://" in text or "www." in text or "@" in text or "mailto:" in text
    return not addresses or _has_letters(_URL.sub("", text))


def _has_letters(text: str) -> bool:
    if _ASCII_LETTER.search(text):  # which tells for most texts, in no time
        return True
    return any(character.isalpha() and character != INERT for character in text)
