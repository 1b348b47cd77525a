"""What kramdown adds to Markdown: attribute lists, extensions, abbreviations, `\\\\` breaks."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Offer, Role, alone

_LINE_BREAK = re.compile(rb"\\\\(?=[ \t]*\r?$)", re.M)
_TOC = re.compile(rb"^[ \t]*(?:[-*+]|\d+\.)[ \t][^\r\n]*\r?\n(?=[ \t]*\{:[^}\r\n]*\btoc\b)", re.M)
_OPAQUE = re.compile(rb"\{::(comment|nomarkdown)\b[^}]*\}.*?\{:/(?:\1)?\}", re.S)
_ATTRIBUTES = re.compile(rb"(?<!\\)\{:(?:[^{}\\\r\n]|\\.)*\}")
_ABBREVIATION = re.compile(rb"^ {0,3}\*\[[^\]\r\n]+\]:[ \t]*([^\r\n]*?)[ \t]*(?=\r?$)", re.M)
_END_OF_BLOCK = re.compile(rb"^\^[ \t]*(?=\r?$)", re.M)
_MARKDOWN_TAG = re.compile(
    rb"<(\w+)(?=[^<>]*\smarkdown\s*=\s*[\"']?(?:1|block|span)\b)[^<>]*>(.*?)(</\1\s*>)", re.S
)


def find_kramdown(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for every kramdown construct that CommonMark would read as text.

    Syntax: https://kramdown.gettalong.org/syntax.html (version 2.4).
    """
    if b"\\\\" in data:
        for match in _LINE_BREAK.finditer(data):
            start, end = match.span()
            # Most stand at a line's start; the longer look is for those in quotes and lists.
            if data[start - 1 : start] in (b"\n", b"") or alone(data, start, end):
                yield Mask(start, end, Role.BLOCK)
    if b"{:" in data:
        for match in _OPAQUE.finditer(data):
            yield Mask(*match.span(), Role.BLOCK if alone(data, *match.span()) else Role.VOID)
        for match in _TOC.finditer(data):
            yield Mask(*match.span(), Role.BLOCK)
        for match in _ATTRIBUTES.finditer(data):
            yield Mask(*match.span(), Role.BLOCK if alone(data, *match.span()) else Role.VOID)
    if b"*[" in data:
        for match in _ABBREVIATION.finditer(data):
            yield Mask(*match.span(), Role.BLOCK, offers=(Offer(*match.span(1), "abbreviation"),))
    if b"\n^" in data:
        for match in _END_OF_BLOCK.finditer(data):
            yield Mask(*match.span(), Role.BLOCK)
    if b"markdown" in data:
        for match in _MARKDOWN_TAG.finditer(data):
            for start, end in ((match.start(), match.start(2)), match.span(3)):
                yield Mask(start, end, Role.BLOCK if alone(data, start, end) else Role.VOID)
