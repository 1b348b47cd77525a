"""markup-stray-asterisk"""

from collections import Counter
from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.markup.marks import literal


def _look(unit: Unit) -> Iterator[Hit]:
    if "*" not in unit.target.text and "_" not in unit.target.text:
        return
    alone = literal(unit.target, unit.dialect).alone
    if not alone:
        return
    shown = literal(unit.source, unit.dialect)
    known = Counter(mark.sign for mark in shown.alone)
    known.update(mark.sign for pair in shown.pairs for mark in pair)
    for mark in alone:
        if known[mark.sign] > 0:
            known[mark.sign] -= 1
            continue
        yield Hit(
            f"{mark.sign} stands alone, and the page shows it",
            f"close the emphasis, or write \\{mark.sign[0]} where the sign itself is meant",
            mark.span,
        )


RULE = Rule(
    name="markup-stray-asterisk",
    summary="An asterisk or underscore opens or closes no emphasis.",
    why="One end of the emphasis got lost. Readers see the sign, and the next one in the paragraph "
    "may turn everything between them into italics.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    examples=(
        Example("It is **bold**.", "C'est **gras**."),
        Example("a footnote*", "une note*"),
        Example("2 * 3", "2 * 3"),
        Example(
            "It is **bold**.",
            "C'est **gras.",
            says=("** stands alone, and the page shows it",),
            hints=("close the emphasis, or write \\* where the sign itself is meant",),
            marks=("**",),
        ),
    ),
)
