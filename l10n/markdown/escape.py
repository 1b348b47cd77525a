"""Translations made safe for the place they are written into."""

import re

from l10n.model.dialect import Dialect

_ORDERED = re.compile(r"(\d{1,9})([.)])(?=[ \t]|\Z)")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*\Z")
_UNDERLINE = re.compile(r"[-=|:+ \t]+\Z")
_BULLET = re.compile(r"[-+*](?=[ \t]|\Z)")
_HEADING = re.compile(r"#{1,6}(?=[ \t]|\Z)")
_DEFINITION = re.compile(r"\[(?:[^\]\\]|\\.)+\]:")
_FENCE = re.compile(r"```+[^`]*\Z|~~~")
_BLOCK_SIGN = re.compile(r":{3}|!!!|\?\?\?|=== ?\"|\[!\w+\]|\[[ xX]\](?=[ \t]|\Z)")
_KRAMDOWN_SIGN = re.compile(r"#|:(?=[ \t]|\Z)|\*\[[^\]]*\]:|\^[ \t]*\Z|\{:")
_ESM = re.compile(r"(?:import|export)\b")
_LINE_END = re.compile(r"\r\n|\n|\r")


def one_line(text: str) -> str:
    """Return ``text`` with line breaks as blanks, and none at either end."""
    return " ".join(lines(text)) if "\n" in text or "\r" in text else text.strip(" \t")


def lines(text: str) -> list[str]:
    """Return the non-empty lines of ``text`` without blanks around them."""
    return [line for piece in _LINE_END.split(text) if (line := piece.strip(" \t"))]


def line_start(line: str, dialect: Dialect) -> str:
    """Return ``line`` so that it cannot start a block other than a paragraph.

    A run of text never begins with such a sign in its source, or it would be that block.
    """
    first = line[:1]
    if first.isalpha():
        if dialect is Dialect.MDX and _ESM.match(line):
            return f"&#{ord(first)};{line[1:]}"
        return line
    if match := _ORDERED.match(line):
        return f"{match[1]}\\{line[match.end(1) :]}"
    starts = (
        first == ">"
        or _BULLET.match(line)
        or _HEADING.match(line)
        or _RULE.match(line)
        or _UNDERLINE.match(line)
        or _DEFINITION.match(line)
        or _FENCE.match(line)
        or (dialect is not Dialect.COMMONMARK and _BLOCK_SIGN.match(line))
        or (dialect is Dialect.KRAMDOWN and _KRAMDOWN_SIGN.match(line))
    )
    return "\\" + line if starts else line


def heading(text: str) -> str:
    """Return ``text`` so that a closing `#` stays part of an ATX heading's words."""
    bare = text.rstrip("#")
    return f"{bare}\\{text[len(bare) :]}" if bare != text and bare[-1:] in ("", " ", "\t") else text


def pipes(text: str, code_too: bool) -> str:
    """Return ``text`` with every bare pipe escaped; in code as well where the dialect asks it."""
    if "|" not in text:
        return text
    pattern = _PIPE if code_too else _PIPE_OR_CODE
    return pattern.sub(lambda match: match[1] or "\\|", text)


_PIPE = re.compile(r"(\\.)|\|", re.S)
_PIPE_OR_CODE = re.compile(
    r"(\\.|(?<!`)(`{1,9})(?!`)(?:(?!\2).)*(?<!`)\2(?!`)|\$\$(?:(?!\$\$).)*\$\$)|\|", re.S
)


def quoted(text: str, quote: str) -> str:
    """Return ``text`` for the inside of a Markdown or JavaScript string closed by ``quote``."""
    signs = {")": r"[()]", "`": r"`|\$(?=\{)"}.get(quote, re.escape(quote))
    pattern = re.compile(rf"(\\.)|({signs})", re.S)
    return pattern.sub(lambda match: match[1] or "\\" + match[2], text)


def attribute(text: str, quote: str) -> str:
    """Return ``text`` for the inside of an HTML attribute closed by ``quote``."""
    entity = "&quot;" if quote == '"' else "&#39;"
    return text.replace(quote, entity).replace("<", "&lt;").replace(">", "&gt;")


def closed(text: str) -> str:
    """Return ``text`` so that a backslash at its end escapes nothing behind it."""
    return text + "\\" if (len(text) - len(text.rstrip("\\"))) % 2 else text
