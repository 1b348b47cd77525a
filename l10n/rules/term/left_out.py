"""term-left-out"""

from collections.abc import Iterator
from functools import partial

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerLanguage, Rule
from l10n.model.terms import Term, TermMatch
from l10n.model.unit import Unit
from l10n.rules.term.evidence import Evidence
from l10n.rules.term.found import hint_of, unkept, unused

_KEPT = (Term("BERT", case_sensitive=True, keep=True),)


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    evidence = Evidence(units)
    for unit in units:
        for match in (
            (*unkept(unit, partial(evidence.unique, unit)), *_phrases(unit))
            if unit.terms.missing
            else ()
        ):
            if not evidence.replaced(unit, match):
                yield Hit(
                    f"nothing in the translation stands for “{match.form}”",
                    f"look whether it is missing, or {hint_of(unit, match.term)}",
                    unit=unit,
                )


def _phrases(unit: Unit) -> Iterator[TermMatch]:
    """Yield the terms of several words: a single one is said in other words all too easily."""
    return (match for match in unused(unit) if " " in match.form)


RULE = Rule(
    name="term-left-out",
    summary="A term of the glossary was left out, or was said in quite other words.",
    why="A translation may well do without a name that its sentence has made plain, so that this "
    "is no more than a hint. Where something else stands in its place, as in most short texts, "
    "term-not-kept and term-not-used tell of it.",
    severity=Severity.INFO,
    check=PerLanguage(_look),
    examples=(
        Example("BERT reads.", "BERT lit.", terms=_KEPT),
        Example("BERT reads.", "BART lit.", terms=_KEPT),
        Example(
            "The language model BERT reads all of the sentence at once.",
            "Le modèle lit toute la phrase.",
            says=("nothing in the translation stands for “BERT”",),
            hints=("look whether it is missing, or keep “BERT”",),
            marks=("",),
            terms=_KEPT,
        ),
    ),
)
