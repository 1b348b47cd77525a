"""term-avoided"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.terms import Kind, Rendering, Term
from l10n.model.unit import Unit
from l10n.rules.quote import quote
from l10n.rules.term.found import found_of, hint_of, lacking

_TERMS = (
    Term(
        "language model",
        renderings=(Rendering("fr", use="modèle de langage", avoid=("modèle linguistique",)),),
    ),
    Term("dataset", renderings=(Rendering("fr", "jeu de données", avoid=("base de données",)),)),
)


def _look(unit: Unit) -> Iterator[Hit]:
    short = lacking(unit) if unit.terms.source else ()
    for term, match in found_of(unit, Kind.AVOID).items():
        # As many right renderings as the source has terms: the avoided word renders another one.
        raw = unit.target.text[slice(*match.span)]
        if term in short and raw.casefold() not in unit.source.text.casefold():
            yield Hit(
                f"“{quote(raw)}” is avoided for “{match.term.term}”",
                hint_of(unit, match.term),
                match.span,
            )


RULE = Rule(
    name="term-avoided",
    summary="A term is rendered by words that the glossary says to avoid.",
    why="The project has decided against them. Inflected forms are found as well. Nothing is said "
    "where the translation renders the term rightly as often as the source has it, since the "
    "avoided words are another word's rendering then, nor of words that the source itself has.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    compares=True,
    examples=(
        Example("a language model", "un modèle de langage", terms=_TERMS),
        Example("a linguistic pattern", "un modèle linguistique", terms=_TERMS),
        Example(
            "The dataset is a database.", "Le jeu de données est une base de données.", terms=_TERMS
        ),
        Example(
            "Two language models",
            "Deux modèles linguistiques",
            says=("“modèles linguistiques” is avoided for “language model”",),
            hints=("use “modèle de langage”",),
            marks=("modèles linguistiques",),
            terms=_TERMS,
        ),
    ),
)
