"""markup-stray-asterisk"""

import re
from collections import Counter
from collections.abc import Iterator

from l10n.model.finding import Fix, Severity
from l10n.model.inline import Inline
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.markup.marks import Mark, literal


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
            fix=_other_end(unit.target, mark) if len(alone) == 1 else (),
        )


def _other_end(side: Inline, mark: Mark) -> tuple[Fix, ...]:
    """Return how the other end comes back that stands between two blanks, if there is just one.

    ``_ so_`` and ``_so _`` become ``_so_``: the blank goes that parts it from the words.
    """
    text = side.text
    lonely = [
        (run.span[0] + match.start(1), run.span[0] + match.end(1))
        for run in side.texts
        for match in re.finditer(rf"(?:(?<=\s)|\A)({re.escape(mark.sign)})(?=\s|\Z)", run.raw)
    ]
    if len(lonely) != 1:
        return ()
    ((start, end),) = lonely
    opens = not text[mark.span[1] : mark.span[1] + 1].isspace() and mark.span[1] < len(text)
    closes = not text[: mark.span[0]][-1:].isspace() and mark.span[0] > 0
    if opens and not closes and mark.span[1] < start and text[start - 1] == " ":
        return (Fix((start - 1, start), ""),)
    if closes and not opens and end < mark.span[0] and text[end] == " ":
        return (Fix((end, end + 1), ""),)
    return ()


RULE = Rule(
    name="markup-stray-asterisk",
    summary="An asterisk or underscore opens or closes no emphasis.",
    why="One end of the emphasis got lost. Readers see the sign, and the next one in the paragraph "
    "may turn everything between them into italics.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    compares=True,
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
        Example(
            "It is _bold_ here.",
            "C'est _gras _ ici.",
            says=("_ stands alone, and the page shows it",),
            hints=("close the emphasis, or write \\_ where the sign itself is meant",),
            marks=("_",),
            fixed="C'est _gras_ ici.",
        ),
    ),
)
