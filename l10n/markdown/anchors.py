"""Heading anchors that are names, not words: `# Title[[title]]` and `# Title {#title}`."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Role

_ANCHOR = re.compile(
    rb"(?:\[\[[^\]\[\r\n]+\]\]|\{[ \t]*[#.][^{}\r\n]*\})[ \t]*(?:[ \t]#+[ \t]*)?(?=\r?$)", re.M
)
_HEADING = re.compile(rb"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*#{1,6}[ \t]")
_UNDERLINE = re.compile(rb"\r?\n[ \t>]*(?:=+|-+)[ \t]*\r?$", re.M)


def find_anchors(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for the anchor at the end of a heading, where there is one."""
    if b"[[" in data or b"{#" in data or b"{." in data or b"{ #" in data:
        for match in _ANCHOR.finditer(data):
            start = match.start()
            line = data.rfind(b"\n", 0, start) + 1
            if _HEADING.match(data, line, start) or _UNDERLINE.match(data, match.end()):
                end = max(data.rfind(sign, start, match.end()) for sign in (b"]", b"}")) + 1
                yield Mask(start, end, Role.VOID)
