"""Admonitions: `:::note Title`, `!!! note "Title"`, `=== "Tab"`, `> [!note] Title`."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Offer, Role

_DIRECTIVE = re.compile(
    rb"^[ \t>]*(:{3,}[ \t]*(?:[\w-]+(?:\[([^\]\r\n]*)\])?"
    rb"(?:\{[^}\r\n]*\})?[ \t]*([^\r\n]*?))?)[ \t]*(?=\r?$)",
    re.M,
)
_INDENTED = re.compile(
    rb"^[ \t>]*((?:!!!|\?\?\?\+?|===[!+]?)[ \t]*[\w \t-]*(?:\"([^\"\r\n]*)\")?[ \t]*)"
    rb"(?=\r?\n(?:[ \t>]*\r?\n)?[ \t>]*(?:    |\t))",
    re.M,
)
_ALERT = re.compile(rb"^[ \t>]*>[ \t]*(\[![\w-]+\][+-]?)[ \t]+(?=\S)", re.M)
# MkDocs indents the content by four blanks, which CommonMark would read as code. Behind the
# marker of a list item with an empty heading the same lines are what they are meant to be.
_AS_ITEM = b"-   #"


def find_admonitions(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for every admonition marker of ``data``, with its title as an Offer."""
    if b":::" in data:
        for match in _DIRECTIVE.finditer(data):
            titles = [match.span(group) for group in (2, 3) if match[group]]
            offers = tuple(Offer(start, end, "admonition title") for start, end in titles)
            yield Mask(*match.span(1), Role.BLOCK, offers=offers)
    if (
        b"!!!" in data
        or b"???" in data
        or b'=== "' in data
        or b'===! "' in data
        or b'===+ "' in data
    ):
        for match in _INDENTED.finditer(data):
            if match[1].startswith(b"===") and not match[2]:
                continue  # the underline of a setext heading
            offers = (Offer(*match.span(2), "admonition title", b'"'),) if match[2] else ()
            yield Mask(*match.span(1), Role.BLOCK, offers=offers, fill=_AS_ITEM)
    if b"[!" in data:
        for match in _ALERT.finditer(data):
            yield Mask(*match.span(1), Role.VOID)
