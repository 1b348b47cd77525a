"""spacing-edges"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit


def _look(unit: Unit) -> Iterator[Hit]:
    ours, theirs = unit.message.msgid, unit.message.msgstr
    if not ours.strip() or not theirs.strip():
        return
    head = len(theirs) - len(theirs.lstrip())
    tail = len(theirs.rstrip())
    if bool(head) != (ours != ours.lstrip()):
        yield _hit("begin", bool(head), (0, head) if head else None)
    if (tail < len(theirs)) != (ours != ours.rstrip()):
        extra = tail < len(theirs)
        yield _hit("end", extra, (tail, len(theirs)) if extra else None)


def _hit(where: str, extra: bool, span: tuple[int, int] | None) -> Hit:
    if extra:
        return Hit(f"blanks {where} the translation, and none the source", "remove them", span)
    return Hit(f"blanks {where} the source, and none the translation", "put a blank there", span)


RULE = Rule(
    name="spacing-edges",
    summary="Blanks at the beginning or end are not as in the source.",
    why="They rarely show, but words can stick to what follows, and a line of code can move.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    examples=(
        Example("A cat.", "Un chat."),
        Example("A cat: ", "Un chat : "),
        Example(
            "A cat.",
            "Un chat. ",
            says=("blanks end the translation, and none the source",),
            hints=("remove them",),
            marks=(" ",),
        ),
        Example(
            "A cat: ",
            "Un chat :",
            says=("blanks end the source, and none the translation",),
            hints=("put a blank there",),
            marks=("",),
        ),
    ),
)
