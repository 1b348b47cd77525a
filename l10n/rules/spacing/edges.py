"""spacing-edges"""

from collections.abc import Iterator

from l10n.model.finding import Fix, Severity
from l10n.model.inline import Span
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit


def _look(unit: Unit) -> Iterator[Hit]:
    ours, theirs = unit.message.msgid, unit.message.msgstr
    if not ours.strip() or not theirs.strip():
        return
    head = len(theirs) - len(theirs.lstrip())
    tail = len(theirs.rstrip())
    if bool(head) != (ours != ours.lstrip()):
        blanks = ours[: len(ours) - len(ours.lstrip())]
        yield _hit("begin", (0, head), blanks)
    if (tail < len(theirs)) != (ours != ours.rstrip()):
        yield _hit("end", (tail, len(theirs)), ours[len(ours.rstrip()) :])


def _hit(where: str, blanks: Span, right: str) -> Hit:
    """Return what to say of ``blanks``, a range that may be empty, where ``right`` should be."""
    fix = (Fix(blanks, right),)
    if right:
        message = f"blanks {where} the source, and none the translation"
        return Hit(message, "put a blank there", fix=fix)
    message = f"blanks {where} the translation, and none the source"
    return Hit(message, "remove them", blanks, fix=fix)


RULE = Rule(
    name="spacing-edges",
    summary="Blanks at the beginning or end are not as in the source.",
    why="They rarely show, but words can stick to what follows, and a line of code can move.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    compares=True,
    examples=(
        Example("A cat.", "Un chat."),
        Example("A cat: ", "Un chat : "),
        Example(
            "A cat.",
            "Un chat. ",
            says=("blanks end the translation, and none the source",),
            hints=("remove them",),
            marks=(" ",),
            fixed="Un chat.",
        ),
        Example(
            "A cat: ",
            "Un chat :",
            says=("blanks end the source, and none the translation",),
            hints=("put a blank there",),
            marks=("",),
            fixed="Un chat : ",
        ),
    ),
)
