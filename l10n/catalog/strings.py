"""PO strings: what stands between the quotes, and how a text is laid out behind its keyword.

The escapes are those of gettext (po-lex.c, `control_sequence`) and of Poedit, which are C's:
polib 1.2.0 leaves ``\\a``, octal and hexadecimal ones alone.
"""

import re

_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_BYTE = r"[0-7]{1,3}|x[0-9A-Fa-f]{1,2}"
_ESCAPE = re.compile(rf'\\([ntrabfv"\\])|((?:\\(?:{_BYTE}))+)')
_SPECIAL = re.compile('[\\\\"\n\t\r\a\b\f\v]')
_WRITTEN = {char: "\\" + name for name, char in _LETTERS.items()} | {'"': '\\"', "\\": "\\\\"}


def unescape(text: str) -> str:
    """Return what the escaped ``text`` stands for; escapes that gettext does not know stay."""
    if "\\" not in text:
        return text
    if "\\\\" not in text:  # then every backslash begins an escape of its own: the two usual ones
        text = text.replace('\\"', '"').replace("\\n", "\n")
        if "\\" not in text:
            return text
    return _ESCAPE.sub(_read, text)


def escape(text: str) -> str:
    """Return ``text`` as it stands between a PO string's quotes."""
    # Three scans by memchr and one by isprintable are several times as fast as one search.
    if '"' not in text and "\\" not in text and text.isprintable():
        return text
    return _SPECIAL.sub(lambda match: _WRITTEN[match[0]], text)


def quoted(keyword: str, text: str, prefix: str = "") -> str:
    """Return ``text`` behind its keyword as Poedit lays it out, with the final line end.

    One line, unless the text holds a line break before its end; then one for each of its
    lines. ``prefix`` stands before every line, such as ``#~ ``.
    """
    if "\n" not in text[:-1]:
        return f'{prefix}{keyword} "{escape(text)}"\n'
    pieces = text.split("\n")
    lines = [piece + "\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])
    body = "".join(f'{prefix}"{escape(line)}"\n' for line in lines)
    return f'{prefix}{keyword} ""\n{body}'


def _read(match: re.Match[str]) -> str:
    letter: str | None = match[1]
    if letter is not None:
        return _LETTERS.get(letter, letter)
    # Numbers are bytes, and several together may be one character.
    codes = match[2].split("\\")[1:]
    raw = bytes(int(code[1:], 16) if code[0] == "x" else int(code, 8) & 255 for code in codes)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
