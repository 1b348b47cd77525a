"""Admonitions: `:::note Title`, `!!! note "Title"`, `=== "Tab"`, `> [!note] Title`."""

import re
from collections.abc import Iterator

from l10n.markdown.code import code_spans, inside
from l10n.markdown.masks import Mask, Offer, Role

_DIRECTIVE = re.compile(rb"^[ \t>]*(:{3,}[^\r\n]*)", re.M)
_DIRECTIVE_PARTS = re.compile(
    rb":{3,}[ \t]*(?:\{[^}]*\}|[\w-]+(?:\[([^\]]*)\])?(?:[ \t]*\{[^}]*\})?)?[ \t]*(.*)", re.S
)
_INDENTED = re.compile(rb"^[ \t>]*((?:!!!|\?\?\?\+?|===[!+]?)[ \t][^\r\n]*)", re.M)
_INDENTED_PARTS = re.compile(rb"[!?+=]+[\w \t-]*(?:\"([^\"]*)\")?\Z")
_CONTENT_LINE = re.compile(rb"\r?\n(?:[ \t>]*\r?\n)?[ \t>]*(?:    |\t)")
_ALERT = re.compile(rb"(\[![\w-]+\][+-]?)([ \t]+(?=\S)|[ \t]*\r?$)", re.M)
_QUOTE = re.compile(rb"[ \t>]*>[ \t]*\Z")
# MkDocs indents the content by four blanks, which CommonMark would read as code. Behind the
# marker of a list item with an empty heading the same lines are what they are meant to be.
_AS_ITEM = b"-   #"
_AS_HEADING = b"#"
_TITLE = "admonition title"


def find_admonitions(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for every admonition marker of ``data``, with its title as an Offer."""
    if not any(sign in data for sign in (b":::", b"!!!", b"???", b"===", b"[!")):
        return
    finders = [
        finder
        for sign, finder in (
            (b":::", _directives),
            (b"!!!", _indented),
            (b"???", _indented),
            (b'=== "', _indented),
            (b'===! "', _indented),
            (b'===+ "', _indented),
            (b"[!", _alerts),
        )
        if sign in data
    ]
    if not finders:
        return
    code = code_spans(data)
    for finder in dict.fromkeys(finders):
        for mask in finder(data):
            if not inside(code, mask.start):
                yield mask


def _directives(data: bytes) -> Iterator[Mask]:
    for match in _DIRECTIVE.finditer(data):
        line = match[1].rstrip(b" \t")
        parts = _DIRECTIVE_PARTS.match(line)
        titles = [parts.span(group) for group in (1, 2) if parts[group]] if parts else []
        start = match.start(1)
        offers = tuple(Offer(start + first, start + last, _TITLE) for first, last in titles)
        yield Mask(start, start + len(line), Role.BLOCK, ":::", offers)


def _indented(data: bytes) -> Iterator[Mask]:
    for match in _INDENTED.finditer(data):
        parts = _INDENTED_PARTS.match(match[1].rstrip(b" \t"))
        if not parts or not _CONTENT_LINE.match(data, match.end()):
            continue
        if match[1].startswith(b"===") and not parts[1]:
            continue  # the underline of a setext heading
        start = match.start(1)
        first, last = parts.span(1)
        offers = (Offer(start + first, start + last, _TITLE, b'"'),) if parts[1] else ()
        yield Mask(start, match.end(1), Role.BLOCK, "!!!", offers, fill=_AS_ITEM)


def _alerts(data: bytes) -> Iterator[Mask]:
    """A title behind the marker ends with its line, as if it were a heading."""
    for match in _ALERT.finditer(data):
        if not _QUOTE.match(data, data.rfind(b"\n", 0, match.start()) + 1, match.start()):
            continue
        titled = data[match.end() : match.end() + 1] not in (b"", b"\r", b"\n")
        yield Mask(*match.span(1), Role.BLOCK, fill=_AS_HEADING if titled else b"")
