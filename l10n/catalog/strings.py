"""PO strings: escaped and quoted, on one line or on one line per line of text."""

import polib


def unescape(raw: bytes) -> str:
    """Return the text of the bytes between a PO string's quotes."""
    text = raw.decode()
    if "\\" not in text:
        return text
    return polib.unescape(text)


def quoted(keyword: str, text: str, prefix: str = "") -> str:
    """Return ``text`` behind its keyword as Poedit lays it out, with final newlines.

    One line, unless the text holds a line break before its end; then one line for each of
    its lines. ``prefix`` stands before every line, such as ``#~ ``.
    """
    if "\n" in text[:-1]:
        pieces = text.split("\n")
        lines = [piece + "\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
        body = "".join(f'{prefix}"{escape(line)}"\n' for line in lines)
        return f'{prefix}{keyword} ""\n{body}'
    return f'{prefix}{keyword} "{escape(text)}"\n'


def escape(text: str) -> str:
    """Return ``text`` as it stands between a PO string's quotes."""
    if not _SPECIAL.isdisjoint(text):
        return polib.escape(text)
    return text


_SPECIAL = frozenset('\\"\n\r\t\v\b\f')
