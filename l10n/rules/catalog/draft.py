"""catalog-draft"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.message import State
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit


def _look(_: Unit) -> Iterator[Hit]:
    yield Hit(
        "a draft, not confirmed yet", "correct it where it needs it, then remove the fuzzy mark"
    )


RULE = Rule(
    name="catalog-draft",
    summary="The message is a draft that nobody has confirmed.",
    why="A draft comes from a machine, a memory or a similar message. It may be wrong in ways "
    "that no rule sees, so it is not published before a person has read it.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    examples=(
        Example("A cat.", "Un chat."),
        Example(
            "A cat.",
            "Un chat.",
            says=("a draft, not confirmed yet",),
            hints=("correct it where it needs it, then remove the fuzzy mark",),
            marks=("",),
            state=State.DRAFT,
        ),
    ),
    states=frozenset({State.DRAFT}),
)
