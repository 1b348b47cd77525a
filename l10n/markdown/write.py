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
    html = form is Form.HTML or form in _QUOTED
    safe = guard(segment.msgid, text, dialect, html)
    if safe is None:
        return None
    if form in _QUOTED:
        return _quoted(segment, escape.one_line(text)).encode()
    if form is Form.HTML:
        return escape.one_line(safe).encode()
    safe = keep_labels(segment.msgid, safe)
    if form is Form.BLOCK:
        return _block(segment, safe, dialect).encode()
    line = escape.one_line(safe)
    if form is Form.LINE:
        return escape.closed(escape.heading(line)).encode()
    return escape.closed(escape.pipes(line, dialect is not Dialect.KRAMDOWN)).encode()


def _quoted(segment: Segment, line: str) -> str:
    quote = segment.quote.decode()
    if segment.form is Form.ATTRIBUTE:
        return escape.attribute(line, quote)
    return escape.closed(escape.quoted(line, quote))


def _block(segment: Segment, text: str, dialect: Dialect) -> str:
    pieces = escape.lines(text) if segment.hard_break else [escape.one_line(text)]
    if dialect is Dialect.KRAMDOWN:
        # kramdown reads any paragraph as a table whose every line holds a pipe
        pieces = [escape.pipes(piece, False) for piece in pieces]
    pieces = [escape.closed(escape.line_start(piece, dialect)) for piece in pieces]
    return (segment.hard_break + segment.prefix).decode().join(pieces)
