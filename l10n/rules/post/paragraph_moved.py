"""post-paragraph-moved"""

from collections.abc import Iterator

from l10n.model.counterpart import Counterpart
from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.post.places import called, of_source


def _look(unit: Unit) -> Iterator[Hit]:
    place = unit.counterpart
    if place is not None and place.moved:
        yield Hit(
            f"the {called(place)} {of_source(place)} stands among other passages here",
            "move it back, unless the order was changed on purpose",
        )


_MOVED = Counterpart("paragraph", (30, 30), (12, 12), moved=True)

RULE = Rule(
    name="post-paragraph-moved",
    summary="A passage of the translated post stands elsewhere than in the source.",
    why="Most often a paste went wrong; now and then an editor has changed the order. Found by "
    "`check --against`, which looks for passages that share links, names or numbers out of order.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    examples=(
        Example("The mole digs.", "La taupe creuse."),
        Example(
            "The mole digs.",
            "La taupe creuse.",
            counterpart=_MOVED,
            says=("the paragraph on line 30 of the source stands among other passages here",),
            hints=("move it back, unless the order was changed on purpose",),
            marks=("",),
        ),
    ),
)
