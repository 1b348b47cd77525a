"""What front matter is made of: where it lies, and the strings in it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["yaml", "toml"]
Style = Literal[
    "plain",
    "single",
    "double",
    "literal",
    "folded",
    "toml basic",
    "toml literal",
    "toml multiline basic",
    "toml multiline literal",
]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where a post's front matter lies, in bytes of the file.

    ``start:end`` is the text between the two delimiter lines, its last line end included;
    ``body`` is where the line after the closing delimiter begins.
    """

    kind: Kind
    start: int
    end: int
    body: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """One string of a front matter; ``start:end`` are the file's bytes that write it.

    The span holds the quotes, or the ``|`` or ``>`` line of a block down to the last line that
    is not blank, without its line end. Anchors and tags before it, and the comment after a
    quoted or plain one, lie outside.
    """

    key: str  # dotted: "image.caption", "tags.0"
    value: str  # as a parser reads it
    start: int
    end: int
    style: Style
    flow: bool = False  # inside [ ] or { } of YAML, where a plain scalar may hold less
