"""term-not-used"""

from collections import Counter
from collections.abc import Iterable, Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerLanguage, Rule
from l10n.model.terms import Kind, Rendering, Term
from l10n.model.unit import Unit
from l10n.rules.term.evidence import Evidence
from l10n.rules.term.found import hint_of, unused
from l10n.rules.text.kinds import heads

_TERMS = (
    Term(
        "language model",
        renderings=(Rendering("fr", use="modèle de langage", allow=("modèle de langue",)),),
    ),
)


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    evidence = Evidence(units)
    right: Counter[int] | None = None
    for unit in units:
        for match in unused(unit) if unit.terms.source else ():
            raw = unit.source.text[slice(*match.span)]
            # Headings are put in other words, but a word that stands there untouched is none.
            if heads(unit) and raw.casefold() not in unit.target.text.casefold():
                continue
            if evidence.replaced(unit, match):
                right = _rendered(units) if right is None else right
                others = right[id(match.term)]
                hint = hint_of(unit, match.term)
                if others:
                    hint += (
                        f", as {others} other {'message does' if others == 1 else 'messages do'}"
                    )
                yield Hit(f"“{raw}” is not rendered as the glossary says", hint, unit=unit)


def _rendered(units: Iterable[Unit]) -> Counter[int]:
    """Return in how many messages each Term, by its id, is rendered rightly."""
    return Counter(
        term
        for unit in units
        for term in {id(m.term) for m in unit.terms.target if m.kind not in (Kind.AVOID, Kind.CASE)}
    )


RULE = Rule(
    name="term-not-used",
    summary="A term is rendered otherwise than the glossary says.",
    why="Readers meet one thing under several names. Headings may be put in other words. "
    "Inflected forms, articles between the words, what the glossary allows, and the source's "
    "term in brackets, as at a first mention, are understood. Terms in quotations and titles, "
    "and in passages that stay in the source language, are left alone, and each term is told "
    "of once in a message.",
    severity=Severity.WARNING,
    check=PerLanguage(_look),
    examples=(
        Example("Language models are large.", "Les modèles de langage sont grands.", terms=_TERMS),
        Example("a language model", "un modèle de la langue", terms=_TERMS),
        Example("read “A Language Model”", "lisez « Un modèle »", terms=_TERMS),
        Example("See [Language Models Tell Jokes](u).", "Voir [Des blagues](u).", terms=_TERMS),
        Example(
            "a large language model",
            "un grand modèle de texte",
            says=("“language model” is not rendered as the glossary says",),
            hints=("use “modèle de langage”, as 1 other message does",),
            marks=("",),
            others=(("Language models", "Les modèles de langage"),),
            terms=_TERMS,
        ),
    ),
)
