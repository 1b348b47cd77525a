"""length-swollen"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerCatalog, Rule
from l10n.model.unit import Unit
from l10n.rules.length.ratios import measured, size

_FAR = 4.5  # spreads above the middle


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    usual, ratios = measured(units)
    for unit, found in ratios:
        if usual.distance(found, size(unit.source)) > _FAR:
            yield Hit(
                "much longer than translations usually are here",
                "look whether something stands twice, or belongs to another message",
                unit=unit,
            )


RULE = Rule(
    name="length-swollen",
    summary="The translation is far longer than translations usually are.",
    why="It may hold a paragraph twice, a note to the reader, or both languages. How long "
    "translations usually are is learned from the catalog itself.",
    severity=Severity.INFO,
    check=PerCatalog(_look),
    examples=(
        Example(
            "The model was trained on forty million sentences.",
            "Le modèle a été entraîné sur quarante millions de phrases.",
        ),
        Example(
            "The model was trained on forty million sentences.",
            "The model was trained on forty million sentences. "
            "Le modèle a été entraîné sur quarante millions de phrases. "
            "Note : « million » s'accorde en nombre, « mille » ne s'accorde pas.",
            says=("much longer than translations usually are here",),
            hints=("look whether something stands twice, or belongs to another message",),
            marks=("",),
        ),
    ),
)
