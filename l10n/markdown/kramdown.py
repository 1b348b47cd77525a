"""What kramdown adds to Markdown: attribute lists, extensions, abbreviations, `\\\\` breaks."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Offer, Role, alone, paired

_LINE_BREAK = re.compile(rb"\\\\(?=[ \t]*\r?$)", re.M)
_TOC = re.compile(rb"^[ \t]*(?:[-*+]|\d+\.)[ \t][^\r\n]*\r?\n(?=[ \t]*\{:[^}\r\n]*\btoc\b)", re.M)
_OPENING = re.compile(rb"\{::(comment|nomarkdown|options)\b[^}]*\}")
_CLOSING = {
    name: re.compile(rb"\{:/(?:" + name + rb")?\}")
    for name in (b"comment", b"nomarkdown", b"options")
}
_ATTRIBUTES = re.compile(rb"(?<!\\)\{:(?:[^{}\\\r\n]|\\.)*\}")
_ABBREVIATION = re.compile(rb"^ {0,3}\*\[[^\]\r\n]+\]:([^\r\n]*)", re.M)
_END_OF_BLOCK = re.compile(rb"^\^[ \t]*(?=\r?$)", re.M)
_MARKDOWN_TAG = re.compile(
    rb"<([a-z][a-z0-9]{0,15})(?=[^<>]*\smarkdown\s*=\s*[\"']?(?:1|block|span)\b)[^<>]*>", re.I
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
    if b"{" in data and b"{:" in data:
        for opening, closing in paired(data, _OPENING, _CLOSING):
            yield _block_or_void(data, opening.start(), closing.end())
        for match in _TOC.finditer(data):
            yield Mask(*match.span(), Role.BLOCK)
        for match in _ATTRIBUTES.finditer(data):
            yield _block_or_void(data, *match.span())
    if b"*[" in data:
        for match in _ABBREVIATION.finditer(data):
            words = match[1].strip(b" \t")
            start = match.start(1) + match[1].find(words)
            offers = (Offer(start, start + len(words), "abbreviation"),) if words else ()
            yield Mask(*match.span(), Role.BLOCK, "*[", offers)
    if b"^" in data and b"\n^" in data:
        for match in _END_OF_BLOCK.finditer(data):
            yield Mask(*match.span(), Role.BLOCK)
    if b"markdown" in data:
        yield from _markdown_tags(data)


def _block_or_void(data: bytes, start: int, end: int) -> Mask:
    return Mask(start, end, Role.BLOCK if alone(data, start, end) else Role.VOID)


def _markdown_tags(data: bytes) -> Iterator[Mask]:
    """Yield the opening and closing tags of elements whose content is Markdown."""
    hopeless: set[bytes] = set()
    for match in _MARKDOWN_TAG.finditer(data):
        name = match[1].lower()
        if name in hopeless or len(hopeless) > 9:
            continue
        depth = 1
        either = re.compile(rb"<(/?)" + name + rb"\b[^<>]*>", re.I)
        for tag in either.finditer(data, match.end()):
            depth += -1 if tag[1] else 1
            if not depth:
                yield _block_or_void(data, *match.span())
                yield _block_or_void(data, *tag.span())
                break
        else:
            hopeless.add(name)
