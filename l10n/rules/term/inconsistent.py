"""term-inconsistent"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.message import State
from l10n.model.rule import Example, Hit, PerLanguage, Rule
from l10n.model.terms import Rendering, Term, TermMatch
from l10n.model.unit import Unit
from l10n.rules.term.found import free
from l10n.rules.term.names import tokens_of

_LEAST = 2  # messages on either side: one may have its reasons
_TERMS = (Term("framework", renderings=(Rendering("de", use="Rahmenwerk"),)),)
_KEPT = (("Two frameworks", "Deux frameworks"), ("This framework", "Ce framework"))
_RENDERED = (("The framework", "Le cadre"), ("A framework", "Un cadre"))


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    found: dict[int, tuple[list[tuple[Unit, str]], list[tuple[Unit, str]]]] = {}
    for unit in units:
        if unit.terms.unsaid and unit.message.msgid != unit.message.msgstr:
            target = f" {' '.join(token.raw for token in tokens_of(unit.target))} ".casefold()
            for match in {id(match.term): match for match in unit.terms.unsaid}.values():
                if free(unit, match):
                    kept, rendered = found.setdefault(id(match.term), ([], []))
                    form = f" {match.form.casefold()}"
                    stays = f"{form} " in target or f"{form}s " in target
                    (kept if stays else rendered).append((unit, _words(unit, match)))
    for kept, rendered in found.values():
        if min(len(kept), len(rendered)) >= _LEAST:
            few = rendered if len(rendered) <= len(kept) else kept
            for unit, words in few:
                counts = f"in {len(kept)} messages and is said otherwise in {len(rendered)}"
                yield Hit(
                    f"“{words}” stays as it is {counts}",
                    "choose one, and write it into the glossary",
                    unit=unit,
                )


def _words(unit: Unit, match: TermMatch) -> str:
    return unit.source.text[slice(*match.span)]


RULE = Rule(
    name="term-inconsistent",
    summary="A term that the glossary does not settle is kept here and translated there.",
    why="Readers take the two for two things. It concerns terms of the glossary that say nothing "
    "of the language, where two messages or more do either; what most do is taken for right. "
    "Terms in quotations, titles and passages that stay in the source language do not count.",
    severity=Severity.INFO,
    check=PerLanguage(_look),
    examples=(
        Example(
            "The framework",
            "Le cadre",
            says=("“framework” stays as it is in 3 messages and is said otherwise in 2",),
            hints=("choose one, and write it into the glossary",),
            marks=("",),
            others=(*_RENDERED[1:], *_KEPT, ("One framework", "Un framework")),
            terms=_TERMS,
        ),
        Example("The framework", "Le cadre", others=_RENDERED, terms=_TERMS),
        Example("The framework", "Le cadre", others=_KEPT, terms=_TERMS),
        Example("The framework", "Das Rahmenwerk", language="de", others=_KEPT, terms=_TERMS),
    ),
    states=frozenset({State.TRANSLATED}),
)
