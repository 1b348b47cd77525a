"""Names that are no words: anchors as `# Title[[title]]`, `# Title {#title}`, and `[TOC]`."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Role

_END = rb"[ \t]*(?:[ \t]#+[ \t]*)?(?=\r?$)"
_DOUBLE = re.compile(rb"\[\[[^\]\[\r\n]+\]\]" + _END, re.M)
_BRACES = re.compile(rb"\{[ \t]*[#.][^{}\r\n]*\}" + _END, re.M)
_CONTENTS = re.compile(rb"^[ \t]*(\[TOC\]|\[\[_?(?:TOC|toc)_?\]\])[ \t]*(?=\r?$)", re.M)
_HEADING = re.compile(rb"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*#{1,6}[ \t]")
_UNDERLINE = re.compile(rb"\r?\n[ \t>]*(?:=+|-+)[ \t]*\r?$", re.M)


def find_anchors(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for the anchor at the end of each heading, and for the place of contents."""
    if b"TOC]" in data or b"[[toc]]" in data:
        for match in _CONTENTS.finditer(data):
            yield Mask(*match.span(1), Role.BLOCK)
    for opening, closing, pattern in ((b"[[", b"]", _DOUBLE), (b"{", b"}", _BRACES)):
        if opening not in data:
            continue
        for match in pattern.finditer(data):
            start = match.start()
            line = data.rfind(b"\n", 0, start) + 1
            if _HEADING.match(data, line, start) or _UNDERLINE.match(data, match.end()):
                yield Mask(start, data.rfind(closing, start, match.end()) + 1, Role.VOID)
