"""A Segment: one translatable run of a post, and how its translation is written back."""

from dataclasses import dataclass
from enum import Enum


class Form(Enum):
    """The surroundings a translation is written into; each has its own escaping."""

    BLOCK = "block"  # a paragraph or the text of a list item: one line, or several by hard breaks
    LINE = "line"  # an ATX or setext heading: never more than one line
    CELL = "cell"  # a table cell: one line, pipes escaped
    HTML = "html"  # text inside a raw HTML block
    ATTRIBUTE = "attribute"  # the value between the quotes of an HTML or JSX attribute
    SCRIPT = "script"  # a JavaScript string inside a JSX expression
    TITLE = "title"  # the title between the quotes of a reference definition or directive
    SCALAR = "scalar"  # a front matter value; quoted anew by the front matter's own rules


@dataclass(frozen=True, slots=True)
class Segment:
    """``source[start:end]`` of a post (byte offsets) is what a translation of ``msgid`` replaces.

    ``msgid`` is that run as translators read it: soft line breaks are spaces, a newline is a
    hard line break, labels of shortcut and collapsed references are written out.
    """

    msgid: str
    start: int
    end: int
    form: Form
    kind: str  # "heading 2", "paragraph", "table cell", "front matter: title"
    prefix: bytes = b""  # what starts a continuation line here: quote markers and indentation
    hard_break: bytes = b""  # this run's own hard line break with its line end; empty: it has none
    quote: bytes = b""  # the delimiter around the span, for ATTRIBUTE, TITLE and SCALAR
