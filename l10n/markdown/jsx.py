"""MDX: tags, `{expressions}` and ESM lines, found by one scan that knows nesting and strings."""

import re
from collections.abc import Iterator, Sequence

from l10n.markdown.braces import Braces, keyed_strings, whole_string
from l10n.markdown.code import code_spans, inside
from l10n.markdown.masks import Mask, Offer, Role, alone

_TAG_START = re.compile(rb"<(/?)[ \t\r\n]*([A-Za-z_$][\w$.:-]*)?(?=[\s/>{])")
_TOKEN = re.compile(rb"\\[{<\\]|\{|<(?=[/>A-Za-z_$])")
_ESM = re.compile(
    rb"^(?:import[ \t]*(?:[\"'{*]|[\w$]+[ \t]*(?:,|from\b))"
    rb"|export[ \t]+(?:default|const|let|var|function|class|async|type|interface|[{*])(?![\w-]))"
    rb"[^\r\n]*(?:\r?\n[^\r\n]*\S[^\r\n]*)*",
    re.M,
)
_TAG_TOKEN = re.compile(rb"[^<>{\"']+|([<>{])|\"[^\"]*\"|'[^']*'|[\"']")
_NAME = re.compile(rb"([\w:.-]{1,60})[ \t]{0,9}=[ \t]{0,9}\Z")
_CHILD = re.compile(rb"[ \t]*\r?\n(?:[ \t]*\r?\n)*([ \t]*)\S")
_LETTER = re.compile(r"[^\W\d_]")


def find_jsx(data: bytes, attributes: Sequence[str]) -> Iterator[Mask]:
    """Yield a Mask for every tag, expression and ESM block of ``data``.

    ``attributes`` names the attributes (and, in expressions, the object keys) whose quoted
    values are offered. What does not close is left as text.
    """
    code = code_spans(data)
    braces = Braces(data)
    position = 0
    for match in _ESM.finditer(data):
        if match.start() >= position and not inside(code, match.start()):
            yield from _between(data, position, match.start(), code, braces, attributes)
            offers = tuple(keyed_strings(data, *match.span(), attributes))
            yield Mask(*match.span(), Role.BLOCK, "export", offers)
            position = match.end()
    yield from _between(data, position, len(data), code, braces, attributes)


def _between(
    data: bytes,
    position: int,
    end: int,
    code: Sequence[tuple[int, int]],
    braces: Braces,
    attributes: Sequence[str],
) -> Iterator[Mask]:
    """Yield the Masks of the tags and expressions that start in ``position:end``."""
    while token := _TOKEN.search(data, position, end):
        start = token.start()
        if hidden := inside(code, start):
            position = hidden[1]
        elif token[0][:1] == b"\\":
            position = token.end()
        elif token[0] == b"{":
            close = braces.close(start)
            position = close or start + 1
            if close:
                offers = tuple(keyed_strings(data, start, close, attributes))
                role = Role.BLOCK if alone(data, start, close) else Role.VALUE
                yield Mask(start, close, role, "{}" if offers else "", offers)
        else:
            mask = _tag(data, start, braces, attributes)
            position = mask.end if mask else start + 1
            if mask:
                yield mask


def _tag(data: bytes, start: int, braces: Braces, attributes: Sequence[str]) -> Mask | None:
    match = _TAG_START.match(data, start)
    if not match:
        return None
    name = (match[2] or b"").decode("utf-8", "replace")
    offers: list[Offer] = []
    position = match.end()
    while token := _TAG_TOKEN.match(data, position):
        sign = token[1] or token[0][:1]
        if sign == b">":
            end = token.end()
            closing, void = bool(match[1]), data[end - 2 : end - 1] == b"/"
            role = Role.CLOSE if closing else Role.VOID if void else Role.OPEN
            fill = b""
            if alone(data, start, end):
                fill = _as_item(data, start, end) if role is Role.OPEN else b""
                role = Role.BLOCK
            return Mask(start, end, role, name or "<>", tuple(offers), fill)
        if sign == b"{":
            close = braces.close(position)
            if not close:
                return None
            if _attribute_name(data, position) in attributes:
                offers += whole_string(data, position, close, _attribute_name(data, position))
            offers += keyed_strings(data, position, close, attributes)
            position = close
            continue
        if sign in b"\"'":
            if token.end() - position == 1:
                return None
            attribute = _attribute_name(data, position)
            if attribute in attributes and _words(token[0]):
                first, last = position + 1, token.end() - 1
                offers.append(Offer(first, last, f"{attribute} of {name}", sign))
        elif sign == b"<":
            return None
        position = token.end()
    return None


def _as_item(data: bytes, start: int, end: int) -> bytes:
    """Return what keeps deeply indented children from being read as code, which MDX has not.

    The marker of a list item with an empty heading, wide enough for their indentation.
    """
    child = _CHILD.match(data, end)
    if not child or b"\t" in child[1] or len(child[1]) < 4:
        return b""
    width = min(len(child[1]) - (start - (data.rfind(b"\n", 0, start) + 1)), 5)
    return b"-".ljust(width) + b"#" if 2 <= width < end - start else b""


def _attribute_name(data: bytes, position: int) -> str:
    """Return the name before the ``=`` that stands right before ``position``, or ""."""
    match = _NAME.search(data[max(0, position - 80) : position])
    return match[1].decode("utf-8", "replace") if match else ""


def _words(raw: bytes) -> bool:
    return bool(_LETTER.search(raw.decode("utf-8", "replace")))
