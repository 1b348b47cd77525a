"""Heading anchors that are names, not words: `# Title[[title]]` and `# Title {#title}`."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Role

_ANCHOR = re.compile(
    rb"^[ \t>]*#{1,6}[ \t][^\r\n]*?(\[\[[^\]\[\r\n]+\]\]|\{[ \t]*[#.][^{}\r\n]*\})[ \t]*(?=\r?$)",
    re.M,
)


def find_anchors(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for the anchor at the end of an ATX heading, where there is one."""
    if b"[[" in data or b"{#" in data or b"{." in data or b"{ #" in data:
        for match in _ANCHOR.finditer(data):
            yield Mask(*match.span(1), Role.VOID)
