"""post-paragraph-missing"""

from collections.abc import Iterator

from l10n.model.counterpart import Counterpart
from l10n.model.finding import Severity
from l10n.model.message import State
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.post.places import IMAGE, called, of_source, spoken


def _look(unit: Unit) -> Iterator[Hit]:
    place = unit.counterpart
    if place is None or place.target or not place.source or place.kind == IMAGE:
        return
    if spoken(unit.source):
        what = f"the {called(place)} {of_source(place)} is missing"
        yield Hit(what, "translate it here, or say in a comment why it is left out")


_LOST = Counterpart("paragraph", (12, 14), None)

RULE = Rule(
    name="post-paragraph-missing",
    summary="A passage of the source has no counterpart in the translated post.",
    why="Paragraphs get lost when a post is copied and rewritten, and nobody who reads only one "
    "language can see it. Found by `check --against`, which pairs the passages of two posts by "
    "their links, names, numbers and lengths. Passages without words, such as separators, are "
    "left alone, and so are images, which have rules of their own.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    states=frozenset({State.UNTRANSLATED}),
    examples=(
        Example("- - -", "", state=State.UNTRANSLATED, counterpart=_LOST),
        Example(
            "The mole has dug three tunnels since the last issue.",
            "",
            state=State.UNTRANSLATED,
            counterpart=_LOST,
            says=("the paragraph on lines 12 to 14 of the source is missing",),
            hints=("translate it here, or say in a comment why it is left out",),
            marks=("",),
        ),
    ),
)
