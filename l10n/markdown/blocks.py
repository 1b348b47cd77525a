"""One pass over the parser's events: runs of inline content, HTML blocks, the block skeleton."""

import re
from dataclasses import dataclass, field
from typing import Any

from pyromark import Options, events_with_range

from l10n.markdown.masks import INERT

_WORD = re.compile(rf"[^\W\d_{INERT}]")
_URL = re.compile(r"(?:https?://|www\.|mailto:)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_WORD_ATTRIBUTE = re.compile(
    rf"\b(?:alt|title)\s*=\s*(?:\"[^\"]*[^\W\d_{INERT}]|'[^']*[^\W\d_{INERT}])"
)
_TAG_NAME = re.compile(r"<(/?[A-Za-z][\w:-]*)|<!--")
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})
# An empty text event marks the end of a heading's content; it has no width.


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
    level: int = 0  # of a heading
    words: bool = False
    breaks: list[tuple[int, int]] = field(default_factory=list)  # hard line breaks
    labels: list[tuple[int, int, str]] = field(
        default_factory=list
    )  # shortcut/collapsed references
    atoms: list[Atom] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Blocks:
    """What one parse found, in reading order."""

    runs: tuple[Run, ...]
    html: tuple[tuple[int, int], ...]  # raw HTML blocks
    skeleton: tuple[object, ...]  # compared between a source and its built post, never looked into


def read_blocks(text: str, options: Options) -> Blocks:
    """Parse a masked body and return its Blocks; never raises on content."""
    runs: list[Run] = []
    html: list[tuple[int, int]] = []
    skeleton: list[object] = []
    stack: list[str] = []
    run: Run | None = None
    level = 0
    opaque = False  # inside a code block
    quiet = 0  # inside an autolink, whose text is its address
    held = False  # words seen before the image we are in
    for event, span in events_with_range(text, options=options, merge_text=True):
        if isinstance(event, str):
            name: str = event
            value: Any = None
        else:
            ((name, value),) = event.items()
        if name == "Text":
            if opaque:
                skeleton.append(value)
                continue
            if run is None:
                if not value:
                    continue
                run = Run(
                    span["start"], span["end"], stack[-1] if stack else "", tuple(stack), level
                )
                runs.append(run)
            elif span["end"] > run.end:
                run.end = span["end"]
            if not run.words and not quiet and _has_words(value):
                run.words = True
            continue
        if name == "Start" or name == "End":
            starts = name == "Start"
            if type(value) is str:
                tag: str = value
            else:
                ((tag, value),) = value.items()
            if tag not in _INLINE:
                run = None
                if not starts:
                    skeleton.append(None)
                    stack.pop()
                    level = 0
                    opaque = False
                    continue
                stack.append(tag)
                if tag == "HtmlBlock":
                    html.append((span["start"], span["end"]))
                    skeleton.append(tag)
                    continue
                if tag == "Heading":
                    level = int(value["level"][1])
                    skeleton.append((tag, level))
                    continue
                opaque = tag == "CodeBlock"
                skeleton.append(tag if value is tag else (tag, repr(value)))
                continue
            if run is None:
                run = Run(
                    span["start"], span["end"], stack[-1] if stack else "", tuple(stack), level
                )
                runs.append(run)
            elif span["end"] > run.end:
                run.end = span["end"]
            if tag == "Link":
                kind = value["link_type"] if starts else ""
                if starts:
                    if kind == "Autolink" or kind == "Email":
                        quiet += 1
                    elif kind == "Shortcut" or kind == "Collapsed":
                        run.labels.append((span["start"], span["end"], kind))
                    if value["title"] and _has_words(value["title"]):
                        run.words = True
                elif quiet:
                    quiet -= 1
            elif tag == "Image":
                if starts:
                    held, run.words = run.words, bool(value["title"] and _has_words(value["title"]))
                    if value["link_type"] in ("Shortcut", "Collapsed"):
                        run.labels.append((span["start"], span["end"], value["link_type"]))
                else:
                    if not run.words:
                        run.atoms.append(Atom(span["start"], span["end"], True))
                    run.words = run.words or held
            continue
        if name == "Html":
            skeleton.extend(_TAG_NAME.findall(value))
            continue
        if name == "Rule":
            run = None
            skeleton.append(name)
            continue
        if name == "TaskListMarker":
            skeleton.append((name, value))
            continue
        if run is None:
            run = Run(span["start"], span["end"], stack[-1] if stack else "", tuple(stack), level)
            runs.append(run)
        elif span["end"] > run.end:
            run.end = span["end"]
        if name == "HardBreak":
            run.breaks.append((span["start"], span["end"]))
        elif name == "InlineHtml":
            run.atoms.append(Atom(span["start"], span["end"], False))
            if not run.words and _WORD_ATTRIBUTE.search(value):
                run.words = True
    return Blocks(tuple(runs), tuple(html), tuple(skeleton))


def _has_words(text: str) -> bool:
    if not _WORD.search(text):
        return False
    addresses = "://" in text or "www." in text or "@" in text
    return not addresses or bool(_WORD.search(_URL.sub("", text)))
