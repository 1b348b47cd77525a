"""The words inside raw HTML blocks: text between block tags, and chosen attributes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from l10n.markdown.masks import Offer
from l10n.markdown.runs import Atom, has_words
from l10n.markdown.trim import Trimmer

_TOKEN = re.compile(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<![A-Za-z][^>]*>"
    rb"|<(?P<close>/?)(?P<name>[A-Za-z][\w:-]*)"
    rb"(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.S,
)
_TAG_START = re.compile(rb"</?[A-Za-z]")
_ATTRIBUTE = re.compile(rb"(?<=[\s\"'])([\w:-]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
# Elements whose content is code or data, and those that flow within a sentence.
_OPAQUE = frozenset("script style pre code textarea svg math template iframe object".split())
_PHRASING = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em font i img ins kbd mark q s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
_PARAGRAPH = re.compile(rb"\n[ \t>]*\r?\n")


@dataclass(slots=True)
class _Group:
    """Text and phrasing tags between two block tags, while they are collected."""

    start: int = -1
    end: int = -1
    words: bool = False
    atoms: list[Atom] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)


def read_html(
    data: bytes, start: int, end: int, attributes: Sequence[str], trimmer: Trimmer
) -> Iterator[tuple[str, int, int, bytes]]:
    """Yield ``(kind, start, end, quote)`` for what is translatable in the HTML of a block.

    ``data`` is a masked body: whatever is masked counts as no word. The quote is empty for text.
    """
    group = _Group()
    position = start
    opaque = b""
    while position < end:
        token = _TOKEN.search(data, position, end)
        stop = token.start() if token else _unclosed(data, position, end)
        if not opaque and position < stop:
            for piece_start, piece_end, breaks in _paragraphs(data, position, stop):
                if breaks:
                    yield from _close(group, trimmer)
                    group = _Group()
                _extend(group, piece_start, piece_end)
                text = data[piece_start:piece_end].decode("utf-8", "replace")
                group.words = group.words or has_words(text)
        if token is None:
            break
        position = token.end()
        name = (token["name"] or b"").lower()
        if opaque:
            if token["close"] and name == opaque:
                opaque = b""
                if name.decode() in _PHRASING:
                    group.atoms.append(Atom(*token.span(), False))
                    _extend(group, *token.span())
            continue
        offers = list(_attributes(token, attributes)) if name and not token["close"] else []
        if not name or name.decode() in _PHRASING:
            if not name and group.start < 0:
                continue  # a comment before the text
            _extend(group, *token.span())
            group.atoms.append(Atom(*token.span(), False))
            group.offers += offers
        else:
            yield from _close(group, trimmer)
            group = _Group()
            for offer in offers:
                yield offer.kind, offer.start, offer.end, offer.quote
        if name.decode() in _OPAQUE and not token["close"] and not token[0].endswith(b"/>"):
            opaque = name
    yield from _close(group, trimmer)


def _unclosed(data: bytes, start: int, end: int) -> int:
    """Return where a tag starts that does not close in this block, else its end."""
    tag = _TAG_START.search(data, start, end)
    return tag.start() if tag else end


def _paragraphs(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the pieces of a text between blank lines; the last value says one came before."""
    position, breaks = start, False
    for match in _PARAGRAPH.finditer(data, start, end):
        yield position, match.start(), breaks
        position, breaks = match.end(), True
    yield position, end, breaks


def _extend(group: _Group, start: int, end: int) -> None:
    group.start = start if group.start < 0 else group.start
    group.end = end


def _close(group: _Group, trimmer: Trimmer) -> Iterator[tuple[str, int, int, bytes]]:
    if group.words:
        start, end = trimmer.trim(group.start, group.end, group.atoms)
        yield "text", start, end, b""
    else:
        start = end = -1
    for offer in group.offers:
        if not start <= offer.start < end:  # else it is read as part of the text
            yield offer.kind, offer.start, offer.end, offer.quote


def _attributes(token: re.Match[bytes], names: Sequence[str]) -> Iterator[Offer]:
    base = token.start("attributes")
    for match in _ATTRIBUTE.finditer(token["attributes"]):
        name = match[1].decode().lower()
        value = match[2][1:-1].decode("utf-8", "replace")
        if name in names and has_words(value) and "://" not in value:
            first, last = base + match.start(2) + 1, base + match.end(2) - 1
            yield Offer(first, last, f"{name} of {token['name'].decode()}", match[2][:1])
