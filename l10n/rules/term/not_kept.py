"""term-not-kept"""

from collections.abc import Iterator
from functools import partial

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerLanguage, Rule
from l10n.model.terms import Rendering, Term
from l10n.model.unit import Unit
from l10n.rules.term.evidence import Evidence
from l10n.rules.term.found import unkept

_KEPT = (
    Term("BERT", case_sensitive=True, keep=True),
    Term("Reformer", case_sensitive=True, keep=True),
    Term("fine-tuning", keep=True, renderings=(Rendering("fr", allow=("affinage",), keep=True),)),
)


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    evidence = Evidence(units)
    for unit in units:
        for match in unkept(unit, partial(evidence.unique, unit)) if unit.terms.missing else ():
            if evidence.replaced(unit, match):
                yield Hit(
                    f"“{match.form}” of the source is missing",
                    f"keep it as it is: “{match.form}”",
                    unit=unit,
                )


RULE = Rule(
    name="term-not-kept",
    summary="A word that the glossary keeps is missing from the translation.",
    why="It was translated, replaced or forgotten, and readers cannot find what the source names. "
    "Plurals and endings of the language are understood, and so is what the glossary allows. It is "
    "told once in a message, and only where the translation has the word nowhere.",
    severity=Severity.WARNING,
    check=PerLanguage(_look),
    examples=(
        Example("BERT reads.", "Le modèle BERT lit.", terms=_KEPT),
        Example("BERT reads.", "使用BERT模型", language="zh-Hans", terms=_KEPT),
        Example("After fine-tuning", "Après l’affinage", terms=_KEPT),
        Example(
            "BERT and the Reformer",
            "BART et le réformateur",
            says=("“BERT” of the source is missing", "“Reformer” of the source is missing"),
            hints=("keep it as it is: “BERT”", "keep it as it is: “Reformer”"),
            marks=("", ""),
            terms=_KEPT,
        ),
    ),
)
