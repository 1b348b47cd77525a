"""The Markdown dialects a post can be written in."""

from enum import Enum


class Dialect(Enum):
    """How a post's body is read. Hugo shortcodes are understood in all of them."""

    COMMONMARK = "commonmark"
    GFM = "gfm"
    KRAMDOWN = "kramdown"
    MDX = "mdx"
