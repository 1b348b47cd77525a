"""link-unsafe"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.inline import Image, Inline, Link
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.quote import quote
from l10n.rules.schemes import unsafe_scheme


def _look(unit: Unit) -> Iterator[Hit]:
    known = {part.target for part in _addressed(unit.source)}
    for part in _addressed(unit.target):
        scheme = unsafe_scheme(part.target)
        if scheme and part.target not in known:
            yield Hit(
                f"{quote(part.target)} begins with {scheme}, which browsers run or unpack",
                "link to the address of the source",
                part.spot,
            )


def _addressed(side: Inline) -> tuple[Link | Image, ...]:
    return (*side.links, *side.images)


RULE = Rule(
    name="link-unsafe",
    summary="A link or image has an address that runs something.",
    why="A `javascript:`, `vbscript:` or `data:` address acts in the name of the site on whoever "
    "follows it. Nobody needs one that the source does not have.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    parts=Parts.LINKS | Parts.IMAGES,
    compares=True,
    sourceless=True,
    examples=(
        Example("[here](https://x.example/a)", "[ici](https://x.example/a)"),
        Example("![A dot](data:image/gif;base64,R0)", "![Un point](data:image/gif;base64,R0)"),
        Example(
            "[here](https://x.example/a)",
            "[ici](JavaScript:go)",
            says=("JavaScript:go begins with javascript:, which browsers run or unpack",),
            hints=("link to the address of the source",),
            marks=("JavaScript:go",),
        ),
    ),
)
