"""markup-structure"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit


def _look(unit: Unit) -> Iterator[Hit]:
    if unit.refused:
        yield Hit(
            f"a build leaves this translation out: {unit.refused}",
            "keep the tags and braces of the source, and begin nothing that it does not begin: "
            "no list, heading, quote or table",
        )


RULE = Rule(
    name="markup-structure",
    summary="The translation cannot be built into its post without damage to the page.",
    why="A trial build has put the translation into the post and read the result again. What would "
    "change the page's structure stays out of it, and readers see the source language.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    examples=(
        Example("On the first of May.", "Le 1er mai."),
        Example(
            "A cat.",
            "Un <div>chat.",
            says=(
                "a build leaves this translation out: it would change the structure of the page",
            ),
            hints=(
                "keep the tags and braces of the source, and begin nothing that it does not "
                "begin: no list, heading, quote or table",
            ),
            marks=("",),
            refused="it would change the structure of the page",
        ),
    ),
)
