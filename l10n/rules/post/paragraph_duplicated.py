"""post-paragraph-duplicated"""

from collections.abc import Iterator

from l10n.model.counterpart import Counterpart
from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerCatalog, Rule
from l10n.model.unit import Unit
from l10n.rules.post.repeated import repeated

_TEXT = "La taupe a creusé trois nouveaux tunnels depuis le dernier numéro."


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    told: set[int] = set()
    for earlier, later in repeated(units):
        if id(later) not in told:
            told.add(id(later))
            where = f"on line {earlier.line}" if earlier.line else "before"
            yield Hit(
                f"the same text stands {where}, as the translation of something else",
                "keep it where it belongs, and translate what stands in the source here",
                unit=later,
            )


RULE = Rule(
    name="post-paragraph-duplicated",
    summary="The same translation stands in two places whose sources differ.",
    why="A paragraph was pasted over another, or twice. Short texts and those whose sources are "
    "nearly the same are left alone. In a post paired by `check --against`, a text that was "
    "corrected in one of its places is known again.",
    severity=Severity.WARNING,
    check=PerCatalog(_look),
    sourceless=True,
    examples=(
        Example(
            "The mole has dug three new tunnels since the last issue.",
            _TEXT,
            others=(("The mole has dug three new tunnels since the last issue!", _TEXT),),
        ),
        Example(
            "",
            _TEXT,
            counterpart=Counterpart("paragraph", None, (14, 14)),
            others=(("The mole has dug three new tunnels since the last issue.", _TEXT),),
            says=("the same text stands on line 2, as the translation of something else",),
            hints=("keep it where it belongs, and translate what stands in the source here",),
            marks=("",),
        ),
    ),
)
