"""link-label-lost"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.inline import Label
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.differences import compare
from l10n.rules.quote import quote


def _look(unit: Unit) -> Iterator[Hit]:
    found = compare(unit.source.labels, unit.target.labels, _label)
    for label in found.missing:
        # `[1]` alone may be a reference, or a citation that only looks like one.
        what = _shown(label) if label.kind == "shortcut" else f"the link to {_shown(label)}"
        yield Hit(f"{what} is missing", f"put it back: {_form(label)}")
    for ours, theirs in found.changed:
        yield Hit(
            f"{_shown(theirs)} stands where the source refers to {_shown(ours)}",
            f"translate the words and keep the label: {_form(ours)}",
            theirs.spot,
        )


def _label(label: Label) -> str:
    return " ".join(label.label.split()).casefold()  # CommonMark 0.31.2, section 4.7


def _shown(label: Label) -> str:
    return f"[{quote(label.label)}]"


def _form(label: Label) -> str:
    return _shown(label) if label.kind == "shortcut" else f"[words]{_shown(label)}"


RULE = Rule(
    name="link-label-lost",
    summary="The label that a link or image refers by is missing or changed.",
    why="`[words][label]` finds its target by the label, elsewhere in the post. The words are to "
    "be translated; without its label the link falls apart into brackets.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    parts=Parts.LABELS,
    compares=True,
    examples=(
        Example("Every [trait][trait] counts.", "Chaque [caractère][Trait] compte."),
        Example("Use [`Vec`].", "Utilisez [`Vec`]."),
        Example("a list [of sorts]", "une sorte de liste"),
        Example(
            "Every [trait][trait] counts.",
            "Chaque [caractère][caractère] compte.",
            says=("[caractère] stands where the source refers to [trait]",),
            hints=("translate the words and keep the label: [words][trait]",),
            marks=("caractère",),
        ),
        Example(
            "Every [trait][trait] counts.",
            "Chaque [caractère] compte.",
            says=("the link to [trait] is missing",),
            hints=("put it back: [words][trait]",),
            marks=("",),
        ),
        Example(
            "Use [`Vec`].",
            "Utilisez `Vec`.",
            says=("[`Vec`] is missing",),
            hints=("put it back: [`Vec`]",),
            marks=("",),
        ),
    ),
)
