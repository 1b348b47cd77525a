"""Where a message can be cut into sentences without cutting through a mark."""

import re
from collections.abc import Iterator, Sequence

from l10n.engines.protection.pieces import Role, Syntax, flatten
from l10n.model.inline import Span

_END = re.compile(
    r"[.!?…]+[\"'”’»)\]*_]*(?P<gap>\s+)|(?<=[。！？])(?P<none>)(?=[^\s。！？」』”’）])"
)
# What ends in a full stop and no sentence: abbreviations, initials, numbers in lists.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[*_])(?:[A-Za-z]|[Ee]\.g|[Ii]\.e|etc|vs|cf|al|Dr|Mr|Mrs|Ms|Prof|St|No|Fig|Figs|Eq"
    r"|Sec|Vol|pp|ca|approx|resp|Inc|Ltd|Co|Jr|Sr|z\.B|d\.h|[0-9]{1,3})\.[\s\"'”’»)\]*_]*\Z"
)
_LONGEST = 24  # characters that an abbreviation is looked for in


def sentences(source: str, syntax: Syntax) -> tuple[Span, ...]:
    """Return the spans of a message's sentences in characters, without blanks around them.

    A hard line break ends one, too. No mark around words is cut, and no sentence ends in it
    unless it ends there itself.
    """
    cuts: list[Span] = []  # where a sentence ends, and where the next one begins
    position = depth = 0
    inside: list[Span] = []  # what is not at the top, as spans
    start = 0
    for piece in flatten(syntax.parse(source), syntax.escapes):
        end = position + len(piece.raw)
        if piece.role is Role.OPEN:
            if not depth:
                start = position
            depth += 1
        elif piece.role is Role.CLOSE:
            depth -= 1
            if not depth:
                inside.append((start, end))
        elif piece.role is Role.SOLO and not depth:
            if piece.kind == "break":
                cuts.append((position, end))
            else:
                inside.append((position, end))
        position = end
    cuts += _cuts(source, inside)
    return tuple(_between(source, sorted(cuts)))


def join(source: str, spans: Sequence[Span], parts: Sequence[str]) -> str:
    """Return ``source`` with each of its sentences replaced by the part that belongs to it."""
    pieces: list[str] = []
    position = 0
    for (start, end), part in zip(spans, parts, strict=True):
        pieces += source[position:start], part
        position = end
    return "".join((*pieces, source[position:]))


def _cuts(source: str, inside: Sequence[Span]) -> Iterator[Span]:
    at = 0
    for match in _END.finditer(source):
        start, end = match.span("gap" if match["gap"] is not None else "none")
        while at < len(inside) and inside[at][1] <= start:
            at += 1
        if at < len(inside) and inside[at][0] < start:
            continue
        following = source[end : end + 1]
        if following.islower() or _ABBREVIATION.search(source, max(0, start - _LONGEST), start):
            continue
        if following:
            yield start, end


def _between(source: str, cuts: Sequence[Span]) -> Iterator[Span]:
    position = 0
    for start, end in (*cuts, (len(source), len(source))):
        if start < position:
            continue
        text = source[position:start]
        inner = text.strip()
        if inner:
            first = position + text.index(inner)
            yield first, first + len(inner)
        position = end
