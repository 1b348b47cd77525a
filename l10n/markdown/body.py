"""The Markdown body of a post becomes segments."""

import re
from collections.abc import Iterator, Sequence

from l10n.markdown.code import inside
from l10n.markdown.dialects import OPTIONS
from l10n.markdown.hidden import Hidden
from l10n.markdown.html import read_html
from l10n.markdown.kinds import form_and_kind, paragraph_kind
from l10n.markdown.msgid import Text, read_text
from l10n.markdown.pipe_tables import read_cells, split_at_table
from l10n.markdown.references import read_titles
from l10n.markdown.runs import Run, Runs, has_words, read_runs
from l10n.markdown.trim import Trimmer, strip
from l10n.model.dialect import Dialect
from l10n.model.segment import Form, Segment

_BREAK_LINE = re.compile(rb"\\\\[ \t]*\r?\n[ \t>]*\Z")
_LINE_BREAK = re.compile(rb"(\r\n|\n|\r)([ \t>]*)")
_DEFINITION = re.compile(rb"(?:\r\n|\n|\r)[ \t>]*:[ \t]+(?=\S)")
_CLOSING = re.compile(rb"[ \t]+#+\Z")
_LETTER = re.compile(rb"[A-Za-z\x80-\xff]")
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.S)
_ANY_DEPTH = 1 << 10  # of quotes, where the depth at hand is not known


def read_body(
    body: bytes, hidden: Hidden, dialect: Dialect, attributes: Sequence[str], offset: int
) -> list[Segment]:
    """Return the segments of a body, in reading order.

    ``offset`` is where the body starts in its post, and is added to every segment's span.
    """
    options = OPTIONS[dialect]
    runs = read_runs(hidden.text, options, frozenset(_asides(hidden)))
    reader = _Reader(body, hidden, dialect, offset)
    found = list(reader.runs(runs.runs))
    for start, end in (*hidden.html, *runs.html):
        found += reader.html(start, end, attributes)
    for start, end, quote in read_titles(hidden.text, hidden.masked, options):
        found += reader.segment(start, end, Form.TITLE, "link title", quote, _ANY_DEPTH)
    found += reader.offers(found, runs)
    found.sort(key=lambda segment: segment.start)
    return found


def _asides(hidden: Hidden) -> Iterator[int]:
    """Yield where masks start that look like list items, and the blanks before them."""
    for mask in hidden.masks:
        if mask.fill:
            start = mask.start
            yield start
            while start and hidden.masked[start - 1] in b" \t":
                start -= 1
                yield start


class _Reader:
    """Turns the parts of one body into segments; offsets of the post, not of the body."""

    __slots__ = ("body", "kramdown", "masked", "masks", "offset", "tables", "trimmer")

    def __init__(self, body: bytes, hidden: Hidden, dialect: Dialect, offset: int) -> None:
        self.body = body
        self.masked = hidden.masked
        self.masks = hidden.masks
        self.kramdown = dialect is Dialect.KRAMDOWN
        self.tables = dialect is not Dialect.COMMONMARK
        self.offset = offset
        self.trimmer = Trimmer(hidden.masked, hidden.masks)

    def segment(
        self, start: int, end: int, form: Form, kind: str, quote: bytes = b"", depth: int = 0
    ) -> Iterator[Segment]:
        """Yield a simple segment, if there are words in ``start:end``."""
        start, end = strip(self.body, start, end)
        msgid = read_text(self.body, start, end, depth).msgid
        if has_words(msgid):
            yield Segment(msgid, start + self.offset, end + self.offset, form, kind, quote=quote)

    def runs(self, runs: Sequence[Run]) -> Iterator[Segment]:
        for run in runs:
            if not run.words:
                continue
            # The parser's range of an escaped character leaves out its backslash.
            if run.start and self.body[run.start - 1] == 0x5C:
                run.start -= 1
            start, end = self.trimmer.trim(run.start, run.end, run.atoms or ())
            if start < end:
                yield from self.run(run, start, end)

    def run(self, run: Run, start: int, end: int) -> Iterator[Segment]:
        form, kind = form_and_kind(self.body, run)
        raw = self.body[start:end]
        lines = b"\n" in raw or b"\r" in raw
        if lines and self.kramdown:
            if _DEFINITION.search(raw):
                yield from self._definitions(start, end)
                return
            if kind == "term":
                yield from self._terms(start, end)
                return
        if form is Form.LINE and (closing := _CLOSING.search(raw)):
            end = start + closing.start()  # behind a tab the parser takes it for words
        cells: Sequence[Segment] = ()
        if self.tables and form is Form.BLOCK and b"|" in raw:
            end, cells = self._cells(start, end)
        if start < end:
            if lines or run.labels:
                read = self._text(run, start, end, form, kind)
                msgid, prefix, hard_break = read.msgid, read.prefix, read.hard_break
            else:
                msgid, prefix, hard_break = self.body[start:end].decode(), b"", b""
            if kind == "paragraph":
                kind = paragraph_kind(msgid)
            offset = self.offset
            yield Segment(msgid, start + offset, end + offset, form, kind, prefix, hard_break)
        yield from cells

    def _terms(self, start: int, end: int) -> Iterator[Segment]:
        """Yield every line of ``start:end``: to kramdown each is a term of its own."""
        while start < end:
            line = _LINE_BREAK.search(self.body, start, end)
            stop = line.start() if line else end
            first, last = self.trimmer.trim(start, stop)
            yield from self.segment(first, last, Form.LINE, "term")
            start = line.end() if line else end

    def _definitions(self, start: int, end: int) -> Iterator[Segment]:
        """Yield the terms and definitions that kramdown sees where the parser saw a paragraph."""
        marks = list(_DEFINITION.finditer(self.body, start, end))
        yield from self._terms(start, marks[0].start())
        for mark, stop in zip(marks, [*(mark.start() for mark in marks[1:]), end], strict=True):
            first, last = self.trimmer.trim(mark.end(), stop)
            yield from self.segment(first, last, Form.BLOCK, "definition", depth=_ANY_DEPTH)

    def _text(self, run: Run, start: int, end: int, form: Form, kind: str) -> Text:
        depth = run.containers.count("BlockQuote")
        breaks, labels = run.breaks or (), run.labels or ()
        read = read_text(self.body, start, end, depth, breaks, labels, self.kramdown)
        if self.kramdown and kind.startswith("heading") and form is Form.BLOCK:
            # kramdown sees no heading in more than one underlined line: a line break to keep.
            line = _LINE_BREAK.search(self.body, start, end)
            if line and not read.hard_break:
                return Text(read.msgid, line[1], line[2])
        return read

    def _cells(self, start: int, end: int) -> tuple[int, Sequence[Segment]]:
        """Return where the run's paragraph ends, and the table cells behind it, if any."""
        if not self.kramdown:
            table = split_at_table(self.masked, start, end)
        elif _BREAK_LINE.search(self.body[max(0, start - 80) : start]):
            return end, ()  # behind a `\\\\` line kramdown sees a paragraph, whatever is in it
        else:
            cells = read_cells(self.masked, start, end)
            table = (start, cells) if cells else None
        if table is None:
            return end, ()
        end = table[0] if _LETTER.search(self.masked, start, table[0]) else start
        return end, [
            cell
            for first, last in table[1]
            if _LETTER.search(self.masked, first, last)
            for cell in self.segment(first, last, Form.CELL, "table cell")
        ]

    def html(self, start: int, end: int, attributes: Sequence[str]) -> Iterator[Segment]:
        for kind, first, last, quote in read_html(
            self.masked, start, end, attributes, self.trimmer
        ):
            if kind == "text":
                yield from self.segment(first, last, Form.HTML, "html text", depth=_ANY_DEPTH)
            else:
                yield from self.segment(first, last, Form.ATTRIBUTE, kind, quote)

    def offers(self, found: Sequence[Segment], runs: Runs) -> Iterator[Segment]:
        """Yield the words inside masks, except in code, comments and where a message shows all."""
        masks = [mask for mask in self.masks if mask.offers]
        if not masks:
            return
        shown = sorted(
            (segment.start - self.offset, segment.end - self.offset) for segment in found
        )
        hidden = sorted([*runs.code, *(match.span() for match in _COMMENT.finditer(self.masked))])
        for mask in masks:
            if inside(shown, mask.start) or inside(hidden, mask.start):
                continue
            for offer in mask.offers:
                form = Form.SCRIPT if offer.script else Form.ATTRIBUTE if offer.quote else Form.LINE
                yield from self.segment(offer.start, offer.end, form, offer.kind, offer.quote)
