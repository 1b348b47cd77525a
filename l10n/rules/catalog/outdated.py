"""catalog-outdated"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.message import State
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit


def _look(_: Unit) -> Iterator[Hit]:
    yield Hit(
        "the source has changed since this was translated",
        "compare with the previous source text, correct the translation, "
        "then remove the fuzzy mark",
    )


RULE = Rule(
    name="catalog-outdated",
    summary="The source has changed since the message was translated.",
    why="The translation says what the post used to say. The catalog keeps the previous source "
    "text, and editors show what has changed in it.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    examples=(
        Example("A cat.", "Un chat."),
        Example(
            "A cat.",
            "Un chien.",
            says=("the source has changed since this was translated",),
            hints=(
                "compare with the previous source text, correct the translation, "
                "then remove the fuzzy mark",
            ),
            marks=("",),
            state=State.OUTDATED,
        ),
    ),
    states=frozenset({State.OUTDATED}),
)
