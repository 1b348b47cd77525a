"""MDX: tags, `{expressions}` and ESM lines, found by one scan that knows nesting and strings."""

import re
from collections.abc import Iterator, Sequence

from l10n.markdown.code import code_spans, inside
from l10n.markdown.masks import Mask, Offer, Role, alone

_TAG_START = re.compile(rb"<(/?)[ \t\r\n]*([A-Za-z_$][\w$.:-]*)?(?=[\s/>{])")
_TOKEN = re.compile(rb"\\[{<]|\{|<(?=[/>A-Za-z_$])")
_ESM = re.compile(rb"(?:\A|(?<=\n))(?:import|export)[ \t{*][^\r\n]*(?:\r?\n[^\r\n]*\S[^\r\n]*)*")
_STRING = re.compile(
    rb"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\\r\n])*'|`(?:\\.|[^`\\])*`|/\*.*?\*/", re.S
)
_BRACE = re.compile(rb"[{}]|" + _STRING.pattern, re.S)
_LONGEST = 1 << 16  # bytes of one expression; a stray brace must not cost a scan of the whole file
_LETTER = re.compile(r"[^\W\d_]")


def find_jsx(data: bytes, attributes: Sequence[str]) -> Iterator[Mask]:
    """Yield a Mask for every tag, expression and ESM block of ``data``.

    ``attributes`` names the attributes (and, in expressions, the object keys) whose quoted
    values are offered. What does not close is left as text.
    """
    for match in _ESM.finditer(data):
        yield Mask(*match.span(), Role.BLOCK)
    code = code_spans(data)
    position = 0
    while token := _TOKEN.search(data, position):
        start = token.start()
        if hidden := inside(code, start):
            position = hidden[1]
        elif token[0][:1] == b"\\":
            position = token.end()
        elif token[0] == b"{":
            end = _close_brace(data, start)
            position = end or start + 1
            if end:
                offers = tuple(_keyed_strings(data, start, end, attributes))
                role = Role.BLOCK if alone(data, start, end) else Role.VALUE
                yield Mask(start, end, role, offers=offers)
        else:
            mask = _tag(data, start, attributes)
            position = mask.end if mask else start + 1
            if mask:
                yield mask


def _close_brace(data: bytes, start: int) -> int | None:
    """Return the offset behind the brace that closes the one at ``start``."""
    depth = 0
    for match in _BRACE.finditer(data, start, start + _LONGEST):
        if match[0] == b"{":
            depth += 1
        elif match[0] == b"}":
            depth -= 1
            if not depth:
                return match.end()
    return None


def _tag(data: bytes, start: int, attributes: Sequence[str]) -> Mask | None:
    match = _TAG_START.match(data, start)
    if not match:
        return None
    name = (match[2] or b"").decode()
    offers: list[Offer] = []
    position = match.end()
    while position < len(data):
        byte = data[position : position + 1]
        if byte == b">":
            end = position + 1
            closing, void = bool(match[1]), data[position - 1 : position] == b"/"
            role = Role.CLOSE if closing else Role.VOID if void else Role.OPEN
            if alone(data, start, end):
                role = Role.BLOCK
            return Mask(start, end, role, name, tuple(offers))
        if byte == b"{":
            end_brace = _close_brace(data, position)
            if not end_brace:
                return None
            value = _attribute_name(data, position)
            offers += _keyed_strings(data, position, end_brace, attributes, value)
            position = end_brace
        elif byte in (b'"', b"'"):
            close = data.find(byte, position + 1)
            if close < 0:
                return None
            if _attribute_name(data, position) in attributes and _words(data[position + 1 : close]):
                kind = f"{_attribute_name(data, position)} of {name}"
                offers.append(Offer(position + 1, close, kind, byte))
            position = close + 1
        elif byte == b"<":
            return None
        else:
            position += 1
    return None


def _attribute_name(data: bytes, position: int) -> str:
    """Return the name before the ``=`` that stands right before ``position``, or ""."""
    match = re.search(rb"([\w:.-]+)[ \t]*=[ \t]*\Z", data[max(0, position - 80) : position])
    return match[1].decode() if match else ""


def _keyed_strings(
    data: bytes, start: int, end: int, attributes: Sequence[str], attribute: str = ""
) -> Iterator[Offer]:
    """Yield the strings of an expression that stand under one of the names in ``attributes``."""
    if attribute in attributes:
        whole = re.fullmatch(rb"\{\s*(\"[^\"\\]*\"|'[^'\\]*'|`[^`\\$]*`)\s*\}", data[start:end])
        if whole and _words(whole[1]):
            at = start + whole.start(1)
            yield Offer(at + 1, at + len(whole[1]) - 1, attribute, whole[1][:1], script=True)
            return
    for match in re.finditer(
        rb"([\w$]+)[\"']?\s*:\s*(" + _STRING.pattern + rb")", data[start:end], re.S
    ):
        if match[1].decode() in attributes and match[2][:1] in b"\"'" and _words(match[2]):
            first, last = start + match.start(2) + 1, start + match.end(2) - 1
            yield Offer(first, last, match[1].decode(), match[2][:1], script=True)


def _words(raw: bytes) -> bool:
    return bool(_LETTER.search(raw.decode("utf-8", "replace")))
