"""Emphasis marks that a page shows as they are written."""

import re
from dataclasses import dataclass

from l10n.model.dialect import Dialect
from l10n.model.inline import Inline, Span

_MARK = re.compile(r"(?<!\\)(?:\\\\)*(\*{1,3}|_{1,3})(?![*_])")
_NEVER = re.compile(r"\s\*\s|\s_+\s")


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of asterisks or underscores in the text; it opens or closes what it stands at."""

    sign: str
    span: Span


@dataclass(frozen=True, slots=True)
class Literal:
    """Marks that stay visible: pairs around words, and those that stand alone."""

    pairs: tuple[tuple[Mark, Mark], ...] = ()
    alone: tuple[Mark, ...] = ()


def literal(side: Inline, dialect: Dialect) -> Literal:
    """Return the marks that the reader of the page sees, escaped ones left out.

    What counts is what the parser took for text. kramdown knows no flanking: there a mark opens
    before and closes behind anything that is not blank (its documentation, "Emphasis").
    """
    marks = _marks(side)
    pairs: list[tuple[Mark, Mark]] = []
    alone: list[Mark] = []
    waiting: list[Mark] = []
    for mark in marks:
        at = next((at for at in range(len(waiting)) if waiting[at].sign == mark.sign), None)
        if at is None:
            waiting.append(mark)
        else:
            pairs.append((waiting[at], mark))
            alone += waiting[at + 1 :]
            del waiting[at:]
    alone += waiting
    if dialect is Dialect.KRAMDOWN:
        pairs = [pair for pair in pairs if not _kramdown_reads(side.text, *pair)]
    return Literal(tuple(pairs), tuple(sorted(alone, key=lambda mark: mark.span)))


def _marks(side: Inline) -> list[Mark]:
    text = side.text
    marks = []
    for run in side.texts:
        if "*" not in run.raw and "_" not in run.raw:
            continue
        for match in _MARK.finditer(run.raw):
            start, end = run.span[0] + match.start(1), run.span[0] + match.end(1)
            before, after = text[start - 1 : start], text[end : end + 1]
            if before == "\\" and not match[0].startswith("\\"):
                continue
            inside = before.isalnum() and after.isalnum()
            nowhere = not before.strip() and not after.strip()
            # snake_case and 2 * 3 are no emphasis, and nobody takes them for any.
            if (nowhere and len(match[1]) == 1) or (inside and match[1][0] == "_"):
                continue
            marks.append(Mark(match[1], (start, end)))
    return marks


def _kramdown_reads(text: str, opening: Mark, closing: Mark) -> bool:
    inner = text[opening.span[1] : closing.span[0]]
    if not inner or inner[0].isspace() or inner[-1].isspace():
        return False
    before, after = text[opening.span[0] - 1 : opening.span[0]], text[closing.span[1] :][:1]
    return opening.sign[0] == "*" or not (before.isalnum() or after.isalnum())
