"""term-misspelled"""

from collections.abc import Iterator
from functools import partial

from l10n.model.finding import Fix, Severity
from l10n.model.rule import Example, Hit, PerLanguage, Rule
from l10n.model.terms import Term
from l10n.model.unit import Unit
from l10n.rules.quote import quote
from l10n.rules.term.evidence import Evidence
from l10n.rules.term.found import misspelled

_KEPT = (
    Term("Transformers", case_sensitive=True, keep=True),
    Term("Reformer", case_sensitive=True, keep=True),
    Term("RoBERTa", case_sensitive=True, keep=True),
    Term("Hugging Face", case_sensitive=True, keep=True),
)


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    evidence = Evidence(units)
    for unit in units:
        found = [near for near, _ in misspelled(unit, partial(evidence.unique, unit))]
        for near in found:
            alone = sum(near.span == other.span for other in found) == 1
            right = near.name + near.ending
            yield Hit(
                f"“{quote(near.raw)}” looks like “{near.name}”, misspelled",
                f"write “{right}”",
                near.span,
                unit,
                (Fix(near.span, right),) if alone and near.safe else (),
            )


RULE = Rule(
    name="term-misspelled",
    summary="A name that should stay as it is has a slip in its spelling.",
    why="Readers search for a name as it is written. Names are those that the glossary keeps, and "
    "words of the source with capitals inside or digits. A word counts that differs by one letter "
    "(two in eight or more), where the translation has the name fewer times than the source or no "
    "other message has the word. What the source has itself, words without a capital, and "
    "acronyms of four letters, which are all alike, are left alone.",
    severity=Severity.WARNING,
    check=PerLanguage(_look),
    examples=(
        Example("DeepSpeed is fast.", "DeepSpeed est rapide."),
        Example(
            "Trained with DeepSpeed.",
            "Entraîné avec DeepSeed.",
            says=("“DeepSeed” looks like “DeepSpeed”, misspelled",),
            hints=("write “DeepSpeed”",),
            marks=("DeepSeed",),
            fixed="Entraîné avec DeepSpeed.",
        ),
        Example(
            "Transformers read everything.",
            "Les Transfomers lisent tout.",
            says=("“Transfomers” looks like “Transformers”, misspelled",),
            hints=("write “Transformers”",),
            marks=("Transfomers",),
            fixed="Les Transformers lisent tout.",
            terms=_KEPT,
        ),
        Example(
            "A model by Hugging Face.",
            "Un modèle de HuggingFace.",
            says=("“HuggingFace” looks like “Hugging Face”, misspelled",),
            hints=("write “Hugging Face”",),
            marks=("HuggingFace",),
            fixed="Un modèle de Hugging Face.",
            terms=_KEPT,
        ),
        Example("The Reformer helps.", "Le Reformer aide à renforcer.", terms=_KEPT),
        Example("RoBERTa covers it.", "A RoBERTa está coberta.", language="pt", terms=_KEPT),
        Example("RoBERTa and CoBERTa", "CoBERTa et RoBERTa", terms=_KEPT),
    ),
)
