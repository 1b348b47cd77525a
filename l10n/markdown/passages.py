"""A post's passages: its segments and the blocks that hold nothing to translate, in order."""

import re
from collections.abc import Iterator, Sequence

from l10n.markdown.code import inside
from l10n.markdown.dialects import OPTIONS
from l10n.markdown.inline import parse_inline
from l10n.markdown.runs import read_runs
from l10n.markdown.segments import ReadPost
from l10n.model.inline import Inline
from l10n.model.lines import LineIndex
from l10n.model.passage import Passage

_COMMENT = re.compile(
    rb"<!--.*?(?:-->|\Z)|\{/\*.*?(?:\*/\}|\Z)|\{::comment\}.*?(?:\{:/(?:comment)?\}|\Z)", re.S
)
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_ATTRIBUTES = re.compile(r"^[ \t>]*\{:[^{}]*\}[ \t]*$", re.M)
_BLANK = (b"", b"\\\\")  # kramdown's lines of two backslashes separate paragraphs
_MARKUP_ONLY = re.compile(r"[\W_]*")
_IMAGE = re.compile(r"!\[|<(?:img|video|iframe|embed|object|picture|figure|audio|source)\b", re.I)
_DEFINITION = re.compile(r"[ >]*\[[^\]]+\]:")
_STARTS = (("<", "html"), ("$$", "math"), ("{", "placeholder"), ("|", "table row"))
_NOTHING = Inline()

_Span = tuple[int, int]


def passages(read: ReadPost) -> tuple[Passage, ...]:
    """Return what of a post can correspond to something in its translation, in reading order.

    There is one Passage for every segment, and one for every other run of lines with a letter
    or digit: images, code, HTML, definitions of references. Comments, thematic breaks and
    kramdown's `\\\\` lines and attribute lists make none.
    """
    reader = _Reader(read)
    found = [*reader.front(), *reader.texts(), *reader.code(), *reader.rest()]
    found.sort(key=lambda each: each[0])
    return tuple(passage for _, passage in found)


class _Reader:
    """Cuts up one post; offsets are bytes of the post."""

    __slots__ = ("_code", "_comments", "_data", "_index", "_read", "_taken")

    def __init__(self, read: ReadPost) -> None:
        self._read = read
        self._data = read.data
        self._index = LineIndex(read.data)
        runs = read_runs(read.hidden.text, OPTIONS[read.dialect])
        self._code = [(start + read.body, end + read.body) for start, end in runs.code]
        texts = [(segment.start, segment.end) for segment in read.segments]
        self._comments = list(_outside(self._data, read.body, sorted([*self._code, *texts])))
        self._taken = sorted([*self._code, *self._comments, *texts])

    def passage(
        self, kind: str, span: _Span, text: Inline = _NOTHING, segments: tuple[int, ...] = ()
    ) -> tuple[int, Passage]:
        start, end = span
        raw = self._data[start:end].decode("utf-8", "replace")
        first, last = self._index.line(start), self._index.line(max(start, end - 1))
        return start, Passage(kind, text, raw, first, last, segments)

    def front(self) -> Iterator[tuple[int, Passage]]:
        """Yield the front matter as a whole where nothing of it was read."""
        front = self._read.front
        if front and not self._read.scalars:
            yield self.passage("front matter", (front.start, front.end))

    def texts(self) -> Iterator[tuple[int, Passage]]:
        for number, segment in enumerate(self._read.segments):
            if not inside(self._comments, segment.start):
                span = segment.start, segment.end
                text = parse_inline(segment.msgid, self._read.dialect)
                yield self.passage(segment.kind, span, text, (number,))

    def code(self) -> Iterator[tuple[int, Passage]]:
        for start, end in self._code:
            end = start + len(self._data[start:end].rstrip())
            yield self.passage("code", (start, max(end, start + 1)))

    def rest(self) -> Iterator[tuple[int, Passage]]:
        """Yield runs of lines that nothing was read from, and images beside what was read."""
        position = self._read.body
        for start, end in [*self._taken, (len(self._data), len(self._data))]:
            if position < start:
                yield from self._hole(position, start)
            position = max(position, end)

    def _hole(self, start: int, end: int) -> Iterator[tuple[int, Passage]]:
        begin = stop = -1
        for line in _LINE.finditer(self._data, start, end):
            first, last = line.span()
            blank = self._data[first:last].strip(b" \t\r\n>") in _BLANK
            whole = not blank and self._whole(first, last)
            if begin >= 0 and not whole:
                yield from self._opaque(begin, stop)
                begin = -1
            if whole:
                begin, stop = (first if begin < 0 else begin), last
            elif _IMAGE.search(self._data[first:last].decode("utf-8", "replace")):
                yield from self._opaque(first, last)
        if begin >= 0:
            yield from self._opaque(begin, stop)

    def _opaque(self, start: int, end: int) -> Iterator[tuple[int, Passage]]:
        """Yield a run of lines, or a part of a line, if there is more to it than markup."""
        raw = self._data[start:end]
        text = _ATTRIBUTES.sub("", raw.decode("utf-8", "replace"))
        if _MARKUP_ONLY.fullmatch(text):
            return
        kind = "image" if _IMAGE.search(text) else _kind(text.lstrip(" \t\r\n>"))
        yield self.passage(kind, (end - len(raw.lstrip()), start + len(raw.rstrip())))

    def _whole(self, start: int, end: int) -> bool:
        """Whether nothing but these bytes stands on their lines."""
        while start > self._read.body and self._data[start - 1] in b" \t>":
            start -= 1
        before = start == self._read.body or self._data[start - 1] in b"\r\n"
        return before and (end >= len(self._data) or self._data[end - 1] in b"\r\n")


def _outside(data: bytes, position: int, spans: Sequence[_Span]) -> Iterator[_Span]:
    """Yield the comments behind ``position`` that start in none of ``spans``, which are sorted."""
    while match := _COMMENT.search(data, position):
        span = inside(spans, match.start())
        position = span[1] if span else match.end()
        if not span:
            yield match.span()


def _kind(text: str) -> str:
    if _DEFINITION.match(text):
        return "definition"
    return next((kind for start, kind in _STARTS if text.startswith(start)), "paragraph")
