"""An engine's answer made a message again, or refused with the reason."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from l10n.engines.protection.blanks import respaced, single
from l10n.engines.protection.flanks import flank
from l10n.engines.protection.pieces import Piece, Role, Syntax, flatten
from l10n.engines.protection.placed import Node, place
from l10n.engines.protection.plain import ENTITY, encode
from l10n.engines.protection.protect import Protected
from l10n.engines.protection.schemes import read_signs, read_words

Key = tuple[Role, str, str]
_LINE = re.compile(r"[^\r\n]+")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffd]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# What no words hold unless the source's do: engines that answer in Markdown or HTML write these.
_SIGNS = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{#|<!--|-->|</|<(?=[A-Za-z!?])|://|www\.|\]\(|\[\^|\$\$|```|\*\*|__|\{:"
)


@dataclass(frozen=True, slots=True)
class Restored:
    """A translation whose links, code, tags and other marks are those of its source."""

    text: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an answer is no translation: a sentence about it without its full stop."""

    reason: str


def restore(protected: Protected, answer: str, syntax: Syntax) -> Restored | Refusal:
    """Return the message that ``answer`` makes, or why it would be damaged.

    It is read again before it is returned: its words are those of the answer, and its marks
    those of the source, in the order of the answer, and nothing else.
    """
    signs = read_signs(protected.scheme, protected.letter, answer)
    if isinstance(signs, str):
        return Refusal(signs)
    nodes = place(protected, signs)
    if isinstance(nodes, str):
        return Refusal(nodes)
    sent = "".join(piece.shown for piece in protected.pieces if piece.role is Role.TEXT)
    entities = bool(ENTITY.search(sent))
    nodes = [_worded(node, protected, entities) for node in nodes]
    reason = _words_of(protected, nodes, sent)
    if reason:
        return Refusal(reason)
    for text in _candidates(protected, nodes, syntax):
        return Restored(protected.edges[0] + text + protected.edges[1])
    return Refusal("its words would be read as Markdown, an address or a tag")


def faithful(source: str, text: str, syntax: Syntax) -> Refusal | None:
    """Return why ``text`` cannot be a translation of ``source``: its marks differ. None if not."""
    ours = flatten(syntax.parse(source), syntax.escapes)
    theirs = flatten(syntax.parse(text), syntax.escapes)
    if Counter(_marks(ours)) != Counter(_marks(theirs)):
        return Refusal("its links, code, tags or emphasis are not those of the source")
    return None


def _marks(pieces: Iterable[Piece]) -> Iterator[Key]:
    return (piece.key for piece in pieces if piece.role is not Role.TEXT)


def _worded(node: Node, protected: Protected, entities: bool) -> Node:
    if node.role is not Role.TEXT:
        return node
    return Node(Role.TEXT, 0, single(read_words(protected.scheme, node.words, entities)))


def _words_of(protected: Protected, nodes: list[Node], sent: str) -> str:
    """Return what is wrong with the words of an answer, or nothing."""
    words = "".join(node.words for node in nodes)
    if _SURROGATE.search(words):
        return "it has half a character"
    if set(_FORBIDDEN.findall(words)) - set(sent):
        return "it has control characters"
    if Counter(_SIGNS.findall(words)) - Counter(_SIGNS.findall(sent)):
        return "it has signs of markup or of an address that the source has not"
    ours, theirs = _contents(_nodes(protected)), _contents(nodes)
    for number, source in ours.items():
        if _has_letters(source) != _has_letters(theirs[number]):
            where = f"mark {number}" if number else "it"
            return f"{where} has no words" if _has_letters(source) else f"{where} took in words"
        if not _has_letters(source) and source.split() != theirs[number].split():
            return f"what stands in mark {number} has changed" if number else "it has changed signs"
    return ""


def _contents(nodes: Iterable[Node]) -> dict[int, str]:
    """Return the words inside each pair, and under 0 all words."""
    found: dict[int, list[str]] = {0: []}
    opened = [0]
    for node in nodes:
        if node.role is Role.OPEN:
            opened.append(node.number)
            found[node.number] = []
        elif node.role is Role.CLOSE:
            opened.pop()
        elif node.role is Role.TEXT:
            for number in opened:
                found[number].append(node.words)
    return {number: "".join(words) for number, words in found.items()}


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _nodes(protected: Protected) -> list[Node]:
    """Return the source as an answer's nodes."""
    return [
        Node(piece.role, number, single(piece.shown) if piece.role is Role.TEXT else "")
        for piece, number in zip(protected.pieces, protected.numbers, strict=True)
    ]


def _candidates(protected: Protected, nodes: list[Node], syntax: Syntax) -> Iterator[str]:
    """Yield the ways to write the answer that read as it is meant: the plainest first."""
    source = _nodes(protected)
    tried: set[str] = set()
    underscores = any(
        piece.raw in ("_", "__") and piece.role is Role.OPEN for piece in protected.pieces
    )
    strict = flank([piece.raw for piece in protected.pieces], protected.pieces)
    for force in (False, True):
        spaced = respaced(source, nodes, force)
        for stars in (False, True) if underscores else (False,):
            for escape in (False, True) if syntax.escapes else (False,):
                pieces = _pieces(protected, spaced, stars)
                texts = _texts(pieces, protected, escape)
                if strict and not flank(texts, pieces):
                    continue
                text = "".join(texts)
                text = _lines(text, protected.source, syntax)
                if text in tried:
                    continue
                tried.add(text)
                if _has_empty_line(text) and not _has_empty_line(protected.source):
                    continue
                read = flatten(syntax.parse(text), syntax.escapes)
                if list(_shape(read)) == list(_shape(pieces)):
                    yield text


def _texts(pieces: list[Piece], protected: Protected, escape: bool) -> list[str]:
    """Return the pieces as a message writes them."""
    texts: list[str] = []
    for piece, after in zip_longest(pieces, pieces[1:]):
        text = piece.raw
        if piece.role is Role.TEXT:
            text = encode(piece.shown, protected.spelled, escape)
            last = after is None or after.kind == "break"
            # At the end of a line a backslash would escape what the build writes there.
            if last and (len(text) - len(text.rstrip("\\"))) % 2:
                text += "\\"
        texts.append(text)
    return texts


def _pieces(protected: Protected, nodes: list[Node], stars: bool) -> list[Piece]:
    marks = {
        (piece.role, number): piece
        for piece, number in zip(protected.pieces, protected.numbers, strict=True)
        if number
    }
    pieces: list[Piece] = []
    for node in nodes:
        if node.role is Role.TEXT:
            pieces.append(Piece(Role.TEXT, "", "", node.words))
            continue
        piece = marks[node.role, node.number]
        if stars and piece.kind in ("emphasis", "strong"):
            piece = Piece(piece.role, "*" * len(piece.raw), piece.kind)
        pieces.append(piece)
    return pieces


def _shape(pieces: Iterable[Piece]) -> Iterator[Key]:
    """Yield what pieces are to a reader, neighbouring words as one."""
    words = ""
    for piece in pieces:
        key = piece.key
        if key[0] is Role.TEXT:
            words += key[2]
            continue
        if words:
            yield Role.TEXT, "", words
            words = ""
        yield key
    if words:
        yield Role.TEXT, "", words


def _lines(text: str, source: str, syntax: Syntax) -> str:
    """Return ``text`` with no line that begins a block, unless one of the source does."""
    if not syntax.escapes or any(syntax.start(line) != line for line in _LINE.findall(source)):
        return text
    return _LINE.sub(lambda match: syntax.start(match[0]), text)


def _has_empty_line(text: str) -> bool:
    return any(not line.strip() for line in re.split(r"\r\n|\r|\n", text))
