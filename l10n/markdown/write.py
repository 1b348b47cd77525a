"""One translation becomes the bytes that stand in its segment's place."""

from l10n.markdown import escape
from l10n.markdown.guard import guard
from l10n.markdown.labels import keep_labels
from l10n.model.dialect import Dialect
from l10n.model.segment import Form, Segment

_QUOTED = (Form.ATTRIBUTE, Form.TITLE, Form.SCRIPT)


def write_segment(segment: Segment, text: str, dialect: Dialect) -> bytes | None:
    """Return the bytes for a translation, or None where it cannot be written safely.

    Not for Form.SCALAR, which the front matter writes itself.
    """
    form = segment.form
    text = escape.printable(text)
    if not text.strip():
        return None
    html = form is Form.HTML or form in _QUOTED
    source = segment.msgid
    if dialect is Dialect.KRAMDOWN and not html:
        source, text = escape.for_kramdown(source), escape.for_kramdown(text)
    safe = guard(source, text, dialect, html)
    if safe is None:
        return None
    if form in _QUOTED:
        return _quoted(segment, escape.one_line(text), dialect).encode()
    if form is Form.HTML:
        return escape.one_line(safe).encode()
    safe = keep_labels(source, safe)
    if form is Form.BLOCK:
        block = _block(segment, safe, dialect)
        return None if block is None else block.encode()
    line = escape.one_line(safe)
    if form is Form.LINE:
        if segment.kind == "abbreviation":
            line = line.replace("\\|", "&#124;")  # else kramdown reads a table
        if segment.kind == "term":
            line = escape.line_start(line, dialect)
        return escape.closed(escape.heading(line)).encode()
    line = escape.line_start(line, dialect)  # where no pipe opens the row
    return escape.closed(line if dialect is Dialect.KRAMDOWN else escape.pipes(line)).encode()


def _quoted(segment: Segment, line: str, dialect: Dialect) -> str:
    quote = segment.quote.decode()
    if segment.form is Form.ATTRIBUTE:
        return escape.attribute(line, quote)
    if segment.form is Form.TITLE and dialect is Dialect.KRAMDOWN:
        # A pipe makes a table of a definition, and kramdown knows no escapes in its title.
        return escape.attribute(line, quote).replace("|", "&#124;").replace("\\", "&#92;")
    return escape.closed(escape.quoted(line, quote))


def _block(segment: Segment, text: str, dialect: Dialect) -> str | None:
    pieces = escape.lines(text) if segment.hard_break else [escape.one_line(text)]
    if segment.hard_break and len(pieces) == 1 and segment.kind.startswith("heading"):
        # kramdown takes an underlined line for a heading, two of them for a paragraph
        pieces = pieces[0].split(" ", 1)
        if len(pieces) == 1:
            return None
    pieces = [escape.closed(escape.line_start(piece, dialect)) for piece in pieces]
    return (segment.hard_break + segment.prefix).decode().join(pieces)
