"""What a reader sees of two posts, compared line by line."""

import re
from collections.abc import Iterator
from difflib import unified_diff
from html.parser import HTMLParser

from pyromark import html

from l10n.markdown.dialects import OPTIONS
from l10n.markdown.segments import ReadPost
from l10n.model.dialect import Dialect

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|\{/\*.*?(?:\*/\}|\Z)", re.S)
_KRAMDOWN = re.compile(r"^[ \t>]*(?:\\\\[ \t]*|\{:[^{}]*\}[ \t]*)$|\{:[^{}]*\}", re.M)
_INLINE = frozenset("a abbr b code del em i ins kbd mark q s small span strong sub sup u".split())


def rendered_diff(ours: ReadPost, theirs: ReadPost, names: tuple[str, str]) -> Iterator[str]:
    """Yield a unified diff of the rendered text of two posts; nothing where it is the same."""
    return unified_diff(rendered(ours), rendered(theirs), *names, lineterm="", n=1)


def rendered(read: ReadPost) -> list[str]:
    """Return what a post shows as text, one line for each block; front matter comes first."""
    front = [
        f"{segment.kind}: {segment.msgid}" for segment in read.segments if _front(segment.end, read)
    ]
    body = read.data[read.body :].decode("utf-8", "replace")
    body = _COMMENT.sub("", body)
    if read.dialect is Dialect.KRAMDOWN:
        body = _KRAMDOWN.sub("", body)
    page = _Page()
    page.feed(html(body, options=OPTIONS[read.dialect]))
    page.close()
    return [*front, *filter(None, (" ".join(line.split()) for line in page.lines()))]


def _front(end: int, read: ReadPost) -> bool:
    return end <= read.body


class _Page(HTMLParser):
    """Collects text; every tag that is not part of a line of text begins a new line."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[str] = []

    def lines(self) -> list[str]:
        return "".join(self._pieces).split("\n")

    def handle_data(self, data: str) -> None:
        self._pieces.append(data.replace("\n", " "))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self._pieces.append("\n")
        alt = next((value for key, value in attrs if key == "alt" and value), None)
        if alt:
            self._pieces.append(f"[{alt}]")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self._pieces.append("\n")
