"""catalog-untranslated"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.message import State
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit


def _look(unit: Unit) -> Iterator[Hit]:
    if unit.counterpart is None:  # in a post there is no message to fill
        yield Hit("not translated", "translate it")


RULE = Rule(
    name="catalog-untranslated",
    summary="The message is not translated.",
    why="Its post shows the source language there, or is held back until it is complete.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    examples=(
        Example("A cat.", "Un chat."),
        Example(
            "A cat.",
            "",
            says=("not translated",),
            hints=("translate it",),
            marks=("",),
            state=State.UNTRANSLATED,
        ),
    ),
    states=frozenset({State.UNTRANSLATED}),
)
