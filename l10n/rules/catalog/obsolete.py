"""catalog-obsolete"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.message import State
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit


def _look(_: Unit) -> Iterator[Hit]:
    yield Hit(
        "no longer in the post", "leave it for later, or delete it when the text will not come back"
    )


RULE = Rule(
    name="catalog-obsolete",
    summary="The message's text is no longer in its post.",
    why="It is kept because text comes back: a paragraph that returns finds its translation again.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    examples=(
        Example("A cat.", "Un chat."),
        Example(
            "A cat.",
            "Un chat.",
            says=("no longer in the post",),
            hints=("leave it for later, or delete it when the text will not come back",),
            marks=("",),
            state=State.OBSOLETE,
        ),
    ),
    states=frozenset({State.OBSOLETE}),
)
