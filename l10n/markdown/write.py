"""One translation becomes the bytes that stand in its segment's place."""

from l10n.markdown import escape
from l10n.markdown.guard import guard
from l10n.markdown.labels import keep_labels
from l10n.model.dialect import Dialect
from l10n.model.segment import Form, Segment


def write_segment(segment: Segment, text: str, dialect: Dialect) -> bytes | None:
    """Return the bytes for a translation, or None where it cannot be written safely.

    Not for Form.SCALAR, which the front matter writes itself.
    """
    safe = guard(segment.msgid, text, dialect, "" if segment.form in _ENTITIES else "\\")
    if safe is None:
        return None
    match segment.form:
        case Form.BLOCK:
            written = _block(segment, keep_labels(segment.msgid, safe), dialect)
        case Form.LINE:
            line = escape.one_line(keep_labels(segment.msgid, safe))
            written = escape.closed(escape.heading(line))
        case Form.CELL:
            line = escape.one_line(keep_labels(segment.msgid, safe))
            written = escape.closed(escape.pipes(line, dialect is not Dialect.KRAMDOWN))
        case Form.ATTRIBUTE:
            written = escape.attribute(escape.one_line(text), segment.quote.decode())
        case Form.TITLE | Form.SCRIPT:
            written = escape.closed(escape.quoted(escape.one_line(text), segment.quote.decode()))
        case _:
            written = escape.one_line(safe)
    return written.encode()


_ENTITIES = (Form.HTML, Form.ATTRIBUTE, Form.TITLE, Form.SCRIPT)


def _block(segment: Segment, text: str, dialect: Dialect) -> str:
    pieces = escape.lines(text) if segment.hard_break else [escape.one_line(text)]
    if dialect is Dialect.KRAMDOWN:
        # kramdown reads any paragraph as a table whose every line holds a pipe
        pieces = [escape.pipes(piece, False) for piece in pieces]
    pieces = [escape.closed(escape.line_start(piece, dialect)) for piece in pieces]
    return (segment.hard_break + segment.prefix).decode().join(pieces)
