"""term-casing"""

from bisect import bisect_left
from collections.abc import Iterator

from l10n.model.finding import Fix, Severity
from l10n.model.inline import Span
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.terms import Kind, Term
from l10n.model.unit import Unit
from l10n.rules.term.found import found_of
from l10n.rules.term.names import specials_of, tokens_of

_KEPT = (Term("PyTorch", case_sensitive=True, keep=True),)


def _look(unit: Unit) -> Iterator[Hit]:
    text = unit.target.text
    if unit.message.msgid == unit.message.msgstr or text.isupper():
        return
    missing = {id(match.term) for match in unit.terms.missing}
    spans: set[Span] = set()
    for term, match in found_of(unit, Kind.CASE).items():
        if term in missing:
            spans.add(match.span)
            yield from _hit(text, match.span, match.form)
    names = dict.fromkeys(token.raw for token in specials_of(unit.source))
    tokens = tokens_of(unit.target) if names else []
    written = sorted({token.raw for token in tokens})
    first = {token.raw.casefold(): token for token in reversed(tokens) if token.span not in spans}
    for name in names:
        at = bisect_left(written, name)
        right = at < len(written) and written[at].startswith(name)  # with an ending or without
        token = first.get(name.casefold())
        if token and not right:
            yield from _hit(text, token.span, name)


def _hit(text: str, span: Span, name: str) -> Iterator[Hit]:
    raw = text[slice(*span)]
    if raw.isupper() and not name.isupper() and len(name) > 1 and _shouted(text, span):
        return
    begins = raw[: len(name)].casefold() == name.casefold()
    fix = (Fix((span[0], span[0] + len(name)), name),) if begins else ()
    yield Hit(f"“{raw}” is written “{name}”", f"write “{name}”", span, fix=fix)


def _shouted(text: str, span: Span) -> bool:
    """Tell whether the words around are in capitals as well, as headings may be."""
    around = text[max(0, span[0] - 30) : span[0]] + text[span[1] : span[1] + 30]
    return sum(map(str.isupper, around)) > sum(map(str.islower, around))


RULE = Rule(
    name="term-casing",
    summary="A name that should stay as it is stands in other capitals.",
    why="PyTorch is not Pytorch to those who made it. Names are those that the glossary keeps, and "
    "words of the source with capitals inside or digits. Texts in capitals are left alone, and so "
    "is a translation that has the name in its right form as well.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    compares=True,
    examples=(
        Example("PyTorch is fast.", "PyTorch est rapide.", terms=_KEPT),
        Example("About PyTorch", "À PROPOS DE PYTORCH", terms=_KEPT),
        Example(
            "PyTorch is fast.",
            "Pytorch est rapide.",
            says=("“Pytorch” is written “PyTorch”",),
            hints=("write “PyTorch”",),
            marks=("Pytorch",),
            fixed="PyTorch est rapide.",
            terms=_KEPT,
        ),
        Example(
            "See GitHub.",
            "Voir github.",
            says=("“github” is written “GitHub”",),
            hints=("write “GitHub”",),
            marks=("github",),
            fixed="Voir GitHub.",
        ),
    ),
)
