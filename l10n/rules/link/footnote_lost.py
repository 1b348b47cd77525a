"""link-footnote-lost"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.inline import Footnote
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.differences import compare
from l10n.rules.quote import quote


def _look(unit: Unit) -> Iterator[Hit]:
    found = compare(unit.source.footnotes, unit.target.footnotes, _label)
    for note in found.missing:
        shown = quote(note.raw)
        yield Hit(f"the footnote {shown} is missing", f"put {shown} behind the words it belongs to")
    for ours, theirs in found.changed:
        right = quote(ours.raw)
        yield Hit(
            f"{quote(theirs.raw)} stands where the source has the footnote {right}",
            f"write {right}",
            theirs.span,
        )


def _label(note: Footnote) -> str:
    return note.label.casefold()


RULE = Rule(
    name="link-footnote-lost",
    summary="A reference to a footnote is missing or changed.",
    why="Without its reference a footnote does not appear on the page at all; with a changed one "
    "the brackets stay in the text. Where the reference stands in the sentence is free.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    parts=Parts.FOOTNOTES,
    compares=True,
    examples=(
        Example("As shown[^1] before.", "Comme on l'a vu.[^1]"),
        Example(
            "As shown[^1] before.",
            "Comme on l'a vu.",
            says=("the footnote [^1] is missing",),
            hints=("put [^1] behind the words it belongs to",),
            marks=("",),
        ),
        Example(
            "As shown[^note] before.",
            "Comme on l'a vu[^remarque].",
            says=("[^remarque] stands where the source has the footnote [^note]",),
            hints=("write [^note]",),
            marks=("[^remarque]",),
        ),
    ),
)
