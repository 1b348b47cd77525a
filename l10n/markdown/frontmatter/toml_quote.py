"""Writing a string as TOML 1.0, in the style it had where that can hold it."""

import re

from l10n.markdown.frontmatter.values import Style

# Control characters (TOML forbids most), and breaks and marks that an editor would not show.
_HIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
_ESCAPED = re.compile(rf'[\\"\t\n{_HIDDEN}]')
_ESCAPED_MULTILINE = re.compile(rf'"(?=""|\Z)|[\\{_HIDDEN}]')
_UNQUOTABLE = re.compile(rf"['\n{_HIDDEN}]")
_UNQUOTABLE_MULTILINE = re.compile(rf"'''|'\Z|[{_HIDDEN}]")
_OPENING = re.compile(rb"(?:\"\"\"|''')(\r\n?|\n)?")
_LINE_END = re.compile(rb"\r\n?|\n")
_NAMES = {"\b": "b", "\t": "t", "\n": "n", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}


def quote_toml(text: str, literal: bool = False) -> str:
    """Return ``text`` as a TOML string on one line; ``literal`` asks for single quotes."""
    if literal and _UNQUOTABLE.search(text) is None:
        return f"'{text}'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def write_toml(raw: bytes, text: str, style: Style) -> bytes:
    """Return the bytes that put ``text`` in the place of the string ``raw``."""
    if style in ("toml basic", "toml literal"):
        return quote_toml(text, style == "toml literal").encode()
    opening, line_end = _OPENING.match(raw), _LINE_END.search(raw)
    new_line = line_end[0] if line_end else b"\n"
    lead = (opening and opening[1]) or b""
    if line_end and text.startswith("\n") and not lead:
        lead = new_line  # the first line end behind the quotes is not read
    if line_end is None and "\n" in text:  # three quotes, but one line: it stays one
        return b'""' + quote_toml(text).encode() + b'""'
    if style == "toml multiline literal" and _UNQUOTABLE_MULTILINE.search(text) is None:
        quotes, body = b"'''", text
    else:
        quotes, body = b'"""', _ESCAPED_MULTILINE.sub(_escape, text)
    return quotes + lead + new_line.join(line.encode() for line in body.split("\n")) + quotes


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return "\\" + (_NAMES.get(character) or f"u{ord(character):04x}")
