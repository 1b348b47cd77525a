"""Translations made safe for the place they are written into."""

import re

from l10n.model.dialect import Dialect

_ORDERED = re.compile(r"(\d{1,9})([.)])(?=[ \t]|\Z)")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*\Z")
_UNDERLINE = re.compile(r"[-=|:+ \t]+\Z")
_BULLET = re.compile(r"[-+*](?=[ \t]|\Z)")
_HEADING = re.compile(r"#{1,6}(?=[ \t]|\Z)")
_DEFINITION = re.compile(r"(\[(?:[^\]\\]|\\.)+\]):")
_FENCE = re.compile(r"```+[^`]*\Z|~~~")
_BLOCK_SIGN = re.compile(r":{3}|!!!|\?\?\?|=== ?\"|\[!\w+\]|\[[ xX]\](?=[ \t]|\Z)")
_KRAMDOWN_SIGN = re.compile(r"#|:(?=[ \t]|\Z)|\*\[[^\]]*\]:|\^[ \t]*\Z|\{:")
_ESM = re.compile(r"(?:import|export)\b")
_PIPE = re.compile(r"(\\.)|\|", re.S)
_SIGN = re.compile(r"\\.|`+|\$\$(?:(?!\$\$).)*\$\$|\|", re.S)
_TICKS = re.compile(r"`+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n|\n|\r")


def printable(text: str) -> str:
    """Return ``text`` with control characters as blanks: no page may hold them (HTML 13.2.3.5)."""
    return text if text.isprintable() else _CONTROL.sub(" ", text)


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
    if match := _ORDERED.match(line) or _DEFINITION.match(line):
        return f"{match[1]}\\{line[match.end(1) :]}"
    starts = (
        first == ">"
        or _BULLET.match(line)
        or _HEADING.match(line)
        or _RULE.match(line)
        or _UNDERLINE.match(line)
        or _FENCE.match(line)
        or (dialect is not Dialect.COMMONMARK and _BLOCK_SIGN.match(line))
        or (dialect is Dialect.KRAMDOWN and _KRAMDOWN_SIGN.match(line))
    )
    return "\\" + line if starts else line


def heading(text: str) -> str:
    """Return ``text`` so that a closing `#` stays part of an ATX heading's words."""
    bare = text.rstrip("#")
    return f"{bare}\\{text[len(bare) :]}" if bare != text and bare[-1:] in ("", " ", "\t") else text


def pipes(text: str) -> str:
    """Return ``text`` with every bare pipe escaped, in code as well: for the cells of GFM."""
    return _PIPE.sub(lambda match: match[1] or "\\|", text) if "|" in text else text


def for_kramdown(text: str) -> str:
    """Return ``text`` with pipes escaped outside code, and backticks that open no code.

    kramdown sees a table wherever every line holds a pipe, and knows code there but no escapes.
    """
    if "|" not in text and "`" not in text:
        return text
    pieces: list[str] = []
    position = 0
    ends = _code_ends(text)
    while sign := _SIGN.search(text, position):
        pieces.append(text[position : sign.start()])
        position = sign.end()
        if sign[0] == "|":
            pieces.append("\\|")
        elif sign[0][0] != "`":
            pieces.append("&#96;" if sign[0] == "\\`" else sign[0])
        elif end := ends.get(sign.start()):
            pieces.append(text[sign.start() : end])
            position = end
        else:
            pieces.append("&#96;" * len(sign[0]))
    pieces.append(text[position:])
    return "".join(pieces)


def _code_ends(text: str) -> dict[int, int]:
    """Return where the code span ends that each run of backticks may open."""
    ends: dict[int, int] = {}
    last: dict[int, int] = {}
    for run in reversed(list(_TICKS.finditer(text))):
        width = run.end() - run.start()
        before, after = (
            text[max(run.start() - 1, 0) : run.start()] or " ",
            text[run.end() : run.end() + 1],
        )
        spaced = before.isspace() and after.isspace()
        if width in last and not (width == 1 and spaced):
            ends[run.start()] = last[width]
        last[width] = run.end()
    return ends


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
