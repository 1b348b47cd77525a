"""A body as the Markdown parser gets it: everything foreign hidden, every offset true."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.markdown.dialects import find_masks
from l10n.markdown.kramdown_html import find_html
from l10n.markdown.masks import Mask, Role, cover
from l10n.model.dialect import Dialect

_LONE_CR = re.compile(rb"\r(?!\n)")
_BREAK_LINE = re.compile(rb"\n\\\\(?=[ \t]*\r?(?:\n|\Z))")


@dataclass(frozen=True, slots=True)
class Hidden:
    """A body with its masks; all the byte strings are equally long."""

    data: bytes  # as it came, but for lone CRs, which are LFs, and kramdown's `\\\\` lines, blank
    masks: tuple[Mask, ...]
    masked: bytes
    html: tuple[tuple[int, int], ...]  # HTML that kramdown does not read as Markdown
    text: str  # what is parsed: masked, without that HTML


def hide(body: bytes, dialect: Dialect, attributes: Sequence[str]) -> Hidden:
    """Return ``body`` ready for the parser. Raises UnicodeDecodeError for bytes not UTF-8."""
    data = _LONE_CR.sub(b"\n", body) if b"\r" in body else body
    if dialect is Dialect.KRAMDOWN:
        data = _BREAK_LINE.sub(b"\n  ", data)  # newsletters have dozens: too many to be masks
    masks = find_masks(data, dialect, attributes)
    masked = cover(data, masks)
    html = find_html(masked) if dialect is Dialect.KRAMDOWN else ()
    bare = cover(masked, tuple(Mask(start, end, Role.BLOCK) for start, end in html))
    return Hidden(data, masks, masked, html, bare.decode())
