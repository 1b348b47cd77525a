"""punctuation-unpaired-quotes"""

import re
from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.inline import Inline, Span
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit

# Languages open and close with different ones of a family: “…”, „…“, ”…”; «…», »…«, »…».
_FAMILIES = ('"“”„‟', "«»", "「」", "『』", "《》")
_ANY = re.compile(f"[{''.join(_FAMILIES)}]")
# Inches and seconds, and Hebrew abbreviations, are no quotes.
_OTHER = re.compile(r"(?<=\d)[\"”]|(?<=[\u05d0-\u05ea])\"(?=[\u05d0-\u05ea])")


def _look(unit: Unit) -> Iterator[Hit]:
    if not _ANY.search(unit.target.text):
        return
    unpaired = _unpaired(unit.target)
    # A quotation may go on in the next paragraph, and then the author's is open as well.
    if unpaired and not _unpaired(unit.source):
        sign, span = unpaired
        yield Hit(f"a {sign} stands without its other one", "add the one that is missing", span)


def _unpaired(side: Inline) -> tuple[str, Span] | None:
    """Return the last quotation mark of a family that has an odd number of them, and its place."""
    found = [
        (match[0], (run.span[0] + match.start(), run.span[0] + match.end()))
        for run in side.texts
        for match in _ANY.finditer(run.raw)
    ]
    others = {
        run.span[0] + match.start() for run in side.texts for match in _OTHER.finditer(run.raw)
    }
    for family in _FAMILIES:
        marks = [each for each in found if each[0] in family]
        surely = [each for each in marks if each[1][0] not in others]
        if len(marks) % 2 and len(surely) % 2:
            return surely[-1]
    return None


RULE = Rule(
    name="punctuation-unpaired-quotes",
    summary="A quotation mark opens or closes nothing.",
    why="Readers cannot tell where the quotation ends, and a program may take all the rest "
    "for it. Apostrophes, single quotation marks, inches and code are left alone, and "
    "every kind of marks is good; where the source has an odd number as well, the quotation goes "
    "on in another paragraph.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    compares=True,
    examples=(
        Example('They call it "attention".', "On l'appelle «\u00a0attention\u00a0»."),
        Example('A 27" screen', 'Un écran de 27"'),
        Example('"It begins here,', "«\u00a0Cela commence ici,"),
        Example("rock 'n' roll", "Rock 'n' Roll und „’s“", language="de"),
        Example(
            'They call it "attention".',
            "On l'appelle «\u00a0attention.",
            says=("a « stands without its other one",),
            hints=("add the one that is missing",),
            marks=("«",),
        ),
        Example(
            'They call it "attention".',
            "Man nennt es „Aufmerksamkeit.",
            says=("a „ stands without its other one",),
            hints=("add the one that is missing",),
            marks=("„",),
            language="de",
        ),
    ),
)
