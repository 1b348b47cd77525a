"""Which masks and which parser options each dialect needs."""

from collections.abc import Iterator, Sequence
from itertools import chain

from pyromark import Options

from l10n.markdown.admonitions import find_admonitions
from l10n.markdown.anchors import find_anchors
from l10n.markdown.jsx import find_jsx
from l10n.markdown.kramdown import find_kramdown
from l10n.markdown.liquid import find_liquid
from l10n.markdown.masks import Mask, settle
from l10n.markdown.math import find_math
from l10n.markdown.shortcodes import find_shortcodes
from l10n.model.dialect import Dialect

_GFM = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_GFM
)
OPTIONS = {
    Dialect.COMMONMARK: Options(0),
    Dialect.GFM: _GFM | Options.ENABLE_MATH,
    Dialect.KRAMDOWN: (_GFM & ~Options.ENABLE_GFM) | Options.ENABLE_DEFINITION_LIST,
    Dialect.MDX: _GFM | Options.ENABLE_MATH,
}


def find_masks(data: bytes, dialect: Dialect, attributes: Sequence[str]) -> tuple[Mask, ...]:
    """Return what has to be hidden from the parser in a body of this dialect, in order."""
    return settle(chain.from_iterable(_finders(data, dialect, attributes)))


def _finders(data: bytes, dialect: Dialect, attributes: Sequence[str]) -> Iterator[Iterator[Mask]]:
    # One look for a single byte is many times cheaper than the finders' own looks.
    braces = b"{" in data
    if braces:
        yield find_shortcodes(data)
    if dialect is Dialect.COMMONMARK:
        return
    if b"$" in data or b"\\" in data:
        yield find_math(data)
    if braces or b"[[" in data or b"[TOC]" in data:
        yield find_anchors(data)
    yield find_admonitions(data)
    if dialect is Dialect.MDX:
        yield find_jsx(data, attributes)
    elif braces:
        yield find_liquid(data)
    if dialect is Dialect.KRAMDOWN:
        yield find_kramdown(data)
