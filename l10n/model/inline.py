"""Inline: what one message holds, read as Markdown. What rules and engines look at.

Every ``span`` is a half-open range of characters of ``Inline.text``, and ``raw`` is the text of
that range: ``text[start:end] == raw``.
"""

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """A link with an address of its own; one by reference is a Label instead."""

    kind: str  # "inline" [words](target), "autolink" <target>, "bare" a target on its own
    raw: str
    span: Span
    target: str  # unescaped, as the page will have it
    spot: Span  # of the target alone
    title: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """An image with an address of its own: ``![alt](target "title")``."""

    raw: str
    span: Span
    target: str
    spot: Span  # of the target alone
    alt: str = ""  # as written between the brackets
    title: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A code span; ``text`` is what the page shows of it."""

    raw: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Tag:
    """An HTML or JSX tag, or an HTML comment."""

    kind: str  # "open", "close", "void", "comment"
    raw: str
    span: Span
    name: str
    normal: str  # to compare: attributes in order of name, without those that hold words


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A construct that a program replaces or reads, and no reader sees as it is written."""

    kind: str  # "liquid", "shortcode", "expression", "attributes", "math"
    raw: str
    span: Span


@dataclass(frozen=True, slots=True)
class Footnote:
    """A reference to a footnote: ``[^label]``."""

    raw: str
    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a link or image by reference refers to: ``[words][label]``."""

    kind: str  # "full", "collapsed" [label][], "shortcut" [label]
    raw: str
    span: Span  # of the whole link or image
    label: str
    spot: Span  # of the label alone
    image: bool = False


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set apart by marks before and behind them, each ``width`` characters wide."""

    kind: str  # "emphasis", "strong", "strikethrough"
    raw: str
    span: Span
    width: int


@dataclass(frozen=True, slots=True)
class Text:
    """A run of prose, as written: escapes and entities are still in it."""

    kind: str  # "text", or "alt" inside an image
    raw: str
    span: Span


@dataclass(frozen=True, slots=True)
class Inline:
    """One message parsed; each tuple is in order of ``span``. An empty one holds nothing."""

    text: str = ""
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    code: tuple[Code, ...] = ()
    tags: tuple[Tag, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()  # none of those inside a target, code or a tag
    footnotes: tuple[Footnote, ...] = ()
    labels: tuple[Label, ...] = ()
    texts: tuple[Text, ...] = ()  # in reading order, without markup, addresses and code
    emphases: tuple[Emphasis, ...] = ()  # outer ones before those inside them
