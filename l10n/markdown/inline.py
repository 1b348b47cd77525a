"""One message read as Markdown: its links, code, tags and words, with their places."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from pyromark import Markdown, Options

from l10n.markdown.dialects import OPTIONS, find_masks
from l10n.markdown.inline_plain import read_plain
from l10n.markdown.inline_spans import EMPHASES, read_code, read_emphasis
from l10n.markdown.inline_tags import read_tag
from l10n.markdown.inline_tokens import find_tokens, placeholder_kind
from l10n.markdown.masks import INERT
from l10n.model.dialect import Dialect
from l10n.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Image,
    Inline,
    Label,
    Link,
    Placeholder,
    Span,
    Tag,
    Text,
)

# A message stands inside a block that is there already: a word before it and blanks for its line
# breaks keep the parser from reading "1. Mai" as a list. Both have the length of what they hide.
_LEAD = "x "
_FOREIGN = re.compile(r"[{<$]|\[\[")
_FENCED = re.compile(r"[ \t]*+(?:`{3,}+|~{3,}+)[^\n`]*+\n")
_LINE_END = re.compile(r"[\r\n]")
_LETTER = re.compile(r"[^\W\d_]")
_CODE_SPAN = re.compile(r"`+[^`]*`+")
_HARMLESS = Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_MATH
_STARTS = bytes(0 if 0x80 <= byte < 0xC0 else 1 for byte in range(256))


def _resolve(link: Any) -> tuple[str, str] | None:
    """Take every full or collapsed reference for defined: the definitions are elsewhere.

    In full is how a message shows each reference that has words. What stands in brackets alone
    may be just that, unless there is nothing in it that could be translated.
    """
    if link["link_type"] != "Shortcut":
        return "", ""
    label = link["reference"]
    bare = label.strip() and not _LETTER.search(_CODE_SPAN.sub("", label))
    return ("", "") if bare and label[0] != "^" else None


_PARSERS = {
    dialect: Markdown(options=options & _HARMLESS, broken_link_callback=_resolve)
    for dialect, options in OPTIONS.items()
}


def parse_inline(text: str, dialect: Dialect) -> Inline:
    """Return what a message holds, read as the inline content of one block; never raises.

    A message that is one fenced code block holds nothing but its text.
    """
    plain = read_plain(text)
    if plain is not None:
        return plain
    if _FENCED.match(text):
        return Inline(text)
    return _Reader(text, dialect).read()


class _Reader:
    """Collects the parts of one message; offsets are those of the message in characters."""

    __slots__ = (
        "code",
        "dialect",
        "emphases",
        "footnotes",
        "images",
        "labels",
        "links",
        "masked",
        "masks",
        "placeholders",
        "quiet",
        "tags",
        "text",
        "texts",
    )

    def __init__(self, text: str, dialect: Dialect) -> None:
        self.text = text
        self.dialect = dialect
        self.masked = text
        self.masks: list[Span] = []
        self.quiet: list[Span] = []  # what hides the masks inside it: code, targets, tags
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.code: list[Code] = []
        self.tags: list[Tag] = []
        self.placeholders: list[Placeholder] = []
        self.footnotes: list[Footnote] = []
        self.labels: list[Label] = []
        self.texts: list[Text] = []
        self.emphases: list[Emphasis] = []

    def read(self) -> Inline:
        """Return the message's Inline."""
        flat = _LEAD + _LINE_END.sub(" ", self.text)
        data = flat.encode("utf-8", "replace")
        if self._mask(data):
            flat = _LEAD + self.masked
            data = flat.encode("utf-8", "replace")
        self.masked = flat[len(_LEAD) :]
        place: Sequence[int] = range(-len(_LEAD), len(data) + 1)
        if len(data) != len(flat):
            place = list(accumulate(data.translate(_STARTS), initial=-len(_LEAD)))
        self._events(data.decode(), place)
        self._foreign()
        return Inline(
            self.text,
            tuple(sorted(self.links, key=_begin)),
            tuple(self.images),
            tuple(self.code),
            tuple(sorted(self.tags, key=_begin)),
            tuple(sorted(self.placeholders, key=_begin)),
            tuple(self.footnotes),
            tuple(self.labels),
            tuple(self.texts),
            tuple(self.emphases),
        )

    def _mask(self, data: bytes) -> bool:
        """Hide foreign syntax behind as many inert letters as it has characters."""
        if not _FOREIGN.search(self.text):
            return False
        found = find_masks(data, self.dialect, ())
        if not found:
            return False
        place = list(accumulate(data.translate(_STARTS), initial=-len(_LEAD)))
        pieces: list[str] = []
        position = 0
        plain = data.decode()[len(_LEAD) :]
        for mask in found:
            start, end = max(place[mask.start], position), place[mask.end]
            if start < end:
                self.masks.append((start, end))
                pieces += plain[position:start], INERT * (end - start)
                position = end
        self.masked = "".join((*pieces, plain[position:]))
        return bool(self.masks)

    def _events(self, flat: str, place: Sequence[int]) -> None:
        images: list[tuple[Span, dict[str, str], int]] = []  # open ones; where their alt ends
        links: list[tuple[Span, dict[str, str], int]] = []
        address = 0  # inside an autolink, whose text is its target
        last = 0  # the end of what was seen last, behind which a target is looked for
        for event, byte_span in _PARSERS[self.dialect].events_with_range(flat, merge_text=True):
            if isinstance(event, str):
                continue
            name: str
            value: Any
            ((name, value),) = event.items()
            span = max(place[byte_span["start"]], 0), place[byte_span["end"]]
            if name == "Text":
                if not address and span[0] < span[1]:
                    self._text(span, "alt" if images else "text", linked=bool(links))
                last = span[1]
            elif name == "Start" and type(value) is dict:
                if "Link" in value:
                    links.append((span, value["Link"], span[0] + 1))
                    address += value["Link"]["link_type"] in ("Autolink", "Email")
                elif "Image" in value:
                    images.append((span, value["Image"], span[0] + 2))
                last = span[0] + 1
            elif name == "Start" and value in EMPHASES:
                self.emphases.append(read_emphasis(value, self.text[slice(*span)], span))
            elif name == "End" and value == "Link":
                span, link, first = links.pop()
                address -= link["link_type"] in ("Autolink", "Email")
                self._link(span, link, max(first, last))
                last = span[1]
            elif name == "End" and value == "Image":
                span, image, first = images.pop()
                self._image(span, image, first, max(first, last))
                last = span[1]
            elif name == "End":
                last = span[1]
            elif name == "Code":
                self._code(span)
                last = span[1]
            elif name == "InlineHtml":
                raw = self.text[slice(*span)]
                self.tags.append(read_tag(raw, span[0], jsx=self.dialect is Dialect.MDX))
                self.quiet.append(span)
                last = span[1]
            elif name in ("InlineMath", "DisplayMath"):
                self.placeholders.append(Placeholder("math", self.text[slice(*span)], span))
                self.quiet.append(span)
                last = span[1]

    def _link(self, span: Span, link: dict[str, str], behind: int) -> None:
        kind = link["link_type"]
        if kind in ("Autolink", "Email"):
            spot = span[0] + 1, span[1] - 1
            target = self.text[slice(*spot)]
            self.links.append(Link("autolink", self.text[slice(*span)], span, target, spot))
            self.quiet.append(span)
        elif kind == "Inline":
            target, spot = self._target(span, link["dest_url"], behind)
            raw = self.text[slice(*span)]
            self.links.append(Link("inline", raw, span, target, spot, link["title"]))
        else:
            self._label(span, kind, behind, image=False)

    def _image(self, span: Span, image: dict[str, str], first: int, behind: int) -> None:
        if image["link_type"] == "Inline":
            target, spot = self._target(span, image["dest_url"], behind)
            close = self.masked.rfind("](", first - 1, spot[0])
            alt = self.text[first : max(first, close)]
            raw = self.text[slice(*span)]
            self.images.append(Image(raw, span, target, spot, alt, image["title"]))
        else:
            self._label(span, image["link_type"], behind, image=True)

    def _target(self, span: Span, target: str, behind: int) -> tuple[str, Span]:
        """Return a link's target and where it stands: the whole link where that is not clear."""
        at = self.masked.find(target, max(behind, span[0]), span[1]) if target else -1
        if at < 0:
            hidden = INERT in target
            return (self.text[slice(*span)] if hidden else target), span
        spot = at, at + len(target)
        self.quiet.append(spot)
        return self.text[slice(*spot)], spot

    def _label(self, span: Span, kind: str, behind: int, image: bool) -> None:
        start, end = span
        if kind.startswith("Collapsed") and self.text[end : end + 2] == "[]":
            end += 2  # the parser's range of a reference without definition leaves it out
        raw = self.text[start:end]
        if kind.startswith("Reference"):
            opening = self.masked.rfind("][", start, end)
            spot = opening + 2, end - 1
        else:
            spot = start + 1 + image, end - (3 if raw.endswith("[]") else 1)
        kind = {"R": "full", "C": "collapsed"}.get(kind[0], "shortcut")
        self.labels.append(Label(kind, raw, (start, end), self.text[slice(*spot)], spot, image))
        if kind == "full":
            self.quiet.append(spot)

    def _code(self, span: Span) -> None:
        self.code.append(read_code(self.text[slice(*span)], span))
        self.quiet.append(span)

    def _text(self, span: Span, kind: str, linked: bool) -> None:
        """Add a run of text without the addresses, notes and foreign syntax in it."""
        position, end = span
        for token in self._tokens(position, end, linked):
            if position < token[0]:
                self.texts.append(Text(kind, self.text[position : token[0]], (position, token[0])))
            position = max(position, token[1])
        if position < end:
            self.texts.append(Text(kind, self.text[position:end], (position, end)))

    def _tokens(self, start: int, end: int, linked: bool) -> Iterator[Span]:
        found = []
        for span, note in find_tokens(self.masked, start, end):
            raw = self.text[slice(*span)]
            if note:
                self.footnotes.append(Footnote(raw, span, raw[2:-1]))
            else:
                if not linked:  # else it is the words of a link, and leads where that leads
                    self.links.append(Link("bare", raw, span, raw, span))
                self.quiet.append(span)
            found.append(span)
        if self.masks:
            at = max(0, bisect_left(self.masks, (start, start)) - 1)
            found += [span for span in self.masks[at:] if start < span[1] and span[0] < end]
            found.sort()
        yield from found

    def _foreign(self) -> None:
        """Name what was masked, where nothing else that was found holds it already."""
        for start, end in self.masks:
            if any(first <= start and end <= last for first, last in self.quiet):
                continue
            raw = self.text[start:end]
            if raw[0] == "<":
                self.tags.append(read_tag(raw, start, jsx=self.dialect is Dialect.MDX))
            else:
                self.placeholders.append(Placeholder(placeholder_kind(raw), raw, (start, end)))


def _begin(part: Link | Tag | Placeholder) -> int:
    return part.span[0]
