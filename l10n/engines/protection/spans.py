"""Where the marks of a message stand: those around words, and those that are whole."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from l10n.engines.protection.role import Piece, Role
from l10n.model.inline import Inline, Label, Link, Span

_SHOWN = 80  # characters of code that an engine sees: the grammar around it depends on its words


@dataclass(frozen=True, slots=True)
class Pair:
    """Marks around words: ``start:open`` before them and ``close:end`` behind, in characters."""

    start: int
    open: int
    close: int
    end: int
    kind: str


def pairs_of(inline: Inline) -> Iterator[Pair]:
    """Yield the marks around words: emphasis, links and images that have some; no tags."""
    for emphasis in inline.emphases:
        start, end = emphasis.span
        width = emphasis.width
        if end - start > 2 * width:
            yield Pair(start, start + width, end - width, end, emphasis.kind)
    ends: list[int] | None = None
    for link in inline.links:
        if link.kind == "inline":
            if ends is None:
                ends = _ends(inline)
            close = _end_of_words(inline.text, link, ends)
            if close > link.span[0]:
                yield Pair(link.span[0], link.span[0] + 1, close, link.span[1], "link")
    for image in inline.images:
        start, end = image.span
        close = start + 2 + len(image.alt)
        if image.alt.strip() and inline.text[close : close + 2] == "](":
            yield Pair(start, start + 2, close, end, "image")
    for label in inline.labels:
        if _has_words(inline.text, label):
            start, end = label.span
            yield Pair(start, start + 1 + label.image, label.spot[0] - 2, end, "label")


def solos_of(inline: Inline) -> Iterator[tuple[Span, Piece]]:
    """Yield what stands for itself, and every tag, with its span."""
    for code in inline.code:
        shown = code.text if len(code.text) <= _SHOWN and "\n" not in code.raw else ""
        yield code.span, Piece(Role.SOLO, code.raw, "code", shown)
    for placeholder in inline.placeholders:
        yield placeholder.span, Piece(Role.SOLO, placeholder.raw, placeholder.kind)
    for note in inline.footnotes:
        yield note.span, Piece(Role.SOLO, note.raw, "footnote")
    for link in inline.links:
        if link.kind != "inline":
            yield link.span, Piece(Role.SOLO, link.raw, "address")
    for image in inline.images:
        if not image.alt.strip():
            yield image.span, Piece(Role.SOLO, image.raw, "image")
    for label in inline.labels:
        if not _has_words(inline.text, label):
            yield label.span, Piece(Role.SOLO, label.raw, "label")
    for tag in inline.tags:
        yield tag.span, Piece(Role.SOLO, tag.raw, f"tag {tag.kind}", tag.name)


def _has_words(text: str, label: Label) -> bool:
    start = label.span[0] + 1 + label.image
    close = label.spot[0] - 2
    return label.kind == "full" and close > start and text[close : close + 2] == "]["


def _ends(inline: Inline) -> list[int]:
    """Return where the parts that the words of a link may hold end, in order."""
    groups = (inline.texts, inline.code, inline.images, inline.tags, inline.footnotes)
    emphases = [part.span[1] for part in inline.emphases]
    return sorted([*emphases, *(part.span[1] for group in groups for part in group)])


def _end_of_words(text: str, link: Link, ends: list[int]) -> int:
    """Return where ``](`` stands, or -1."""
    start, end = link.span
    if link.spot != link.span:
        return text.rfind("](", start, link.spot[0])
    # The target is empty or written with escapes: the words reach to the last part inside them.
    at = bisect_left(ends, end)
    last = ends[at - 1] if at and ends[at - 1] > start else start + 1
    return text.find("](", last, end)
