"""image-missing"""

from collections.abc import Iterator

from l10n.model.counterpart import Counterpart
from l10n.model.finding import Severity
from l10n.model.message import State
from l10n.model.rule import FILLED, Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.image.compared import images
from l10n.rules.quote import quote


def _look(unit: Unit) -> Iterator[Hit]:
    if unit.message.state is State.UNTRANSLATED and unit.counterpart is None:
        return  # a catalog: the source's own image stands in the post
    for image in images(unit).missing:
        shown = quote(image.target)
        yield Hit(f"the image {shown} is missing", f"put it back: ![description]({shown})")


RULE = Rule(
    name="image-missing",
    summary="An image of the source is missing.",
    why="The text around it goes on speaking of what readers do not see. Its description and its "
    "place in the message are free. In a post paired by `check --against`, one that stands alone "
    "is looked for as well.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    parts=Parts.IMAGES,
    compares=True,
    states=FILLED | {State.UNTRANSLATED},
    examples=(
        Example("![A cat](cat.png)", "![Un chat](cat.png)"),
        Example(
            "![A cat](cat.png)",
            "",
            state=State.UNTRANSLATED,
            counterpart=Counterpart("image", (12, 12), None),
            says=("the image cat.png is missing",),
            hints=("put it back: ![description](cat.png)",),
            marks=("",),
        ),
        Example(
            "![A cat](cat.png)",
            "Un chat",
            says=("the image cat.png is missing",),
            hints=("put it back: ![description](cat.png)",),
            marks=("",),
        ),
    ),
)
