"""Heading anchors that are names, not words: `# Title[[title]]` and `# Title {#title}`."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Role

_END = rb"[ \t]*(?:[ \t]#+[ \t]*)?(?=\r?$)"
_DOUBLE = re.compile(rb"\[\[[^\]\[\r\n]+\]\]" + _END, re.M)
_BRACES = re.compile(rb"\{[ \t]*[#.][^{}\r\n]*\}" + _END, re.M)
_HEADING = re.compile(rb"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*#{1,6}[ \t]")
_UNDERLINE = re.compile(rb"\r?\n[ \t>]*(?:=+|-+)[ \t]*\r?$", re.M)


def find_anchors(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for the anchor at the end of a heading, where there is one."""
    for opening, closing, pattern in ((b"[[", b"]", _DOUBLE), (b"{", b"}", _BRACES)):
        if opening not in data:
            continue
        for match in pattern.finditer(data):
            start = match.start()
            line = data.rfind(b"\n", 0, start) + 1
            if _HEADING.match(data, line, start) or _UNDERLINE.match(data, match.end()):
                yield Mask(start, data.rfind(closing, start, match.end()) + 1, Role.VOID)
