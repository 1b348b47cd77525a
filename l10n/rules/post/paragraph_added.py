"""post-paragraph-added"""

from collections.abc import Iterator

from l10n.model.counterpart import Counterpart
from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerCatalog, Rule
from l10n.model.unit import Unit
from l10n.rules.post.places import called, spoken
from l10n.rules.post.repeated import repeated


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    added = [unit for unit in units if _has_no_source(unit) and spoken(unit.target)]
    twice = {id(unit) for pair in repeated(units) for unit in pair} if added else set()
    for unit in added:
        if id(unit) not in twice and unit.counterpart:
            what = f"nothing in the source is like this {called(unit.counterpart)}"
            yield Hit(what, "remove it, unless it is meant as a note of the translator", unit=unit)


def _has_no_source(unit: Unit) -> bool:
    place = unit.counterpart
    return place is not None and place.source is None


_NEW = Counterpart("paragraph", None, (12, 12))

RULE = Rule(
    name="post-paragraph-added",
    summary="A passage of the translated post has no counterpart in the source.",
    why="It may be a translator's note, which is fine, or something the authors never said. Found "
    "by `check --against`. What merely stands there twice is post-paragraph-duplicated.",
    severity=Severity.INFO,
    check=PerCatalog(_look),
    sourceless=True,
    examples=(
        Example("The mole digs.", "La taupe creuse."),
        Example(
            "",
            "Achetez nos pelles.",
            counterpart=_NEW,
            says=("nothing in the source is like this paragraph",),
            hints=("remove it, unless it is meant as a note of the translator",),
            marks=("",),
        ),
    ),
)
