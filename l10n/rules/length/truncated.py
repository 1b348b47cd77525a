"""length-truncated"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerCatalog, Rule
from l10n.model.unit import Unit
from l10n.rules.length.ratios import measured, size
from l10n.rules.sentences import count_of, end_of

_FAR = 5  # spreads below the middle
_LOST = 0.3  # of the sentences without an end; beyond, that is how the catalog is written
_NEAR = 1.5  # where the sentence has lost its end as well
_NEARER = 2  # where there are fewer sentences


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    usual, ratios = measured(units)
    ends = _ends_sentences(units)
    for unit, found in ratios:
        distance = usual.distance(found, size(unit.source))
        why = _cut(unit, distance) if ends and distance < -_NEAR else ""
        if why or distance < -_FAR:
            yield Hit(
                f"much shorter than translations usually are here{why}",
                "look whether a part is missing",
                unit=unit,
            )


def _ends_sentences(units: tuple[Unit, ...]) -> bool:
    """Whether these translations end their sentences: in Thai, and in many lists, none has one."""
    lost = [not end_of(unit.target) for unit in units if end_of(unit.source)]
    return sum(lost) <= max(_LOST * len(lost), 1)


def _cut(unit: Unit, distance: float) -> str:
    """Return what makes a text that is short look cut off."""
    if end_of(unit.source) and not end_of(unit.target):
        return ", and its sentence has no end"
    ours, theirs = count_of(unit.source), count_of(unit.target)
    if distance > -_NEARER:
        return ""
    return f", and {theirs} of {ours} sentences are left" if 2 * theirs <= ours > 1 else ""


RULE = Rule(
    name="length-truncated",
    summary="The translation looks as if a part of it were missing.",
    why="Half a paragraph gets lost in editing or in a form with too little room. How long "
    "translations usually are is learned from the catalog itself, since Chinese needs a third "
    "of the letters. One that ends in the middle of a sentence is told sooner.",
    severity=Severity.WARNING,
    check=PerCatalog(_look),
    examples=(
        Example(
            "The model was trained on forty million sentences of old newspapers.",
            "Le modèle a été entraîné sur quarante millions de phrases de vieux journaux.",
        ),
        Example("That is all there is to say about it.", "C'est tout."),
        Example(
            "The model was trained on forty million sentences of old newspapers.",
            "Le modèle a été entraîné sur quarante",
            says=("much shorter than translations usually are here, and its sentence has no end",),
            hints=("look whether a part is missing",),
            marks=("",),
        ),
    ),
)
