"""term-not-kept"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerLanguage, Rule
from l10n.model.terms import Rendering, Term, TermMatch
from l10n.model.unit import Unit
from l10n.rules.scripts import FOREIGN
from l10n.rules.term.evidence import Evidence
from l10n.rules.term.found import unkept
from l10n.rules.term.names import tokens_of

_KEPT = (
    Term("BERT", case_sensitive=True, keep=True),
    Term("Reformer", case_sensitive=True, keep=True),
    Term("fine-tuning", keep=True, renderings=(Rendering("fr", allow=("affinage",), keep=True),)),
)

_FEW, _SHARE = 4, 0.1  # messages, and a share of them: beyond, a word is replaced as a habit


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    evidence = Evidence(units)
    habits: dict[int, list[tuple[Unit, TermMatch]]] = {}
    for unit in units:
        for match in unkept(unit, partial(evidence.unique, unit)) if unit.terms.missing else ():
            if not evidence.replaced(unit, match):
                continue
            if _transliterated(evidence, unit, match):
                habits.setdefault(id(match.term), []).append((unit, match))
            else:
                yield _hit(unit, match)
    held = _held(units) if any(len(places) > _FEW for places in habits.values()) else {}
    for term, places in habits.items():
        of = held.get(term, 0)
        usual = len(places) > _FEW and len(places) >= _SHARE * of
        more = f", here and in {len(places) - 1} more of {of} messages that have it"
        for unit, match in places[:1] if usual else places:
            yield _hit(unit, match, more if usual else "")


def _hit(unit: Unit, match: TermMatch, more: str = "") -> Hit:
    message = f"“{match.form}” of the source is missing{more}"
    return Hit(message, f"keep it as it is: “{match.form}”", unit=unit)


def _transliterated(evidence: Evidence, unit: Unit, match: TermMatch) -> bool:
    """Tell whether the word may stand there in letters of another script than Latin."""
    if unit.language.tag.partition("-")[0] not in FOREIGN:
        return False
    ours = {token.raw.casefold() for token in tokens_of(unit.source)}
    return not any(
        token.raw.casefold() not in ours and evidence.names_another(unit, token, match.term)
        for token in tokens_of(unit.target)
    )


def _held(units: Iterable[Unit]) -> Counter[int]:
    """Return in how many messages each Term, by its id, stands in the source."""
    return Counter(term for unit in units for term in {id(m.term) for m in unit.terms.source})


RULE = Rule(
    name="term-not-kept",
    summary="A word that the glossary keeps is missing from the translation.",
    why="It was translated, replaced or forgotten, and readers cannot find what the source names. "
    "Plurals and endings of the language are understood, and so is what the glossary allows. It is "
    "told once in a message, and only where the translation has the word nowhere. Where a word is "
    "written in another script as a habit, that is told once for the language: either the glossary "
    "has to allow it, or the habit has to end.",
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
