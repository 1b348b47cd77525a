"""code-unmarked"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.code.compared import codes
from l10n.rules.quote import quote


def _look(unit: Unit) -> Iterator[Hit]:
    for code, spot in codes(unit).unmarked:
        shown = quote(code.raw)
        yield Hit(f"{shown} is plain text here", f"put it between backticks: {shown}", spot)


RULE = Rule(
    name="code-unmarked",
    summary="What is code in the source stands in the translation as plain text.",
    why="Readers see it in the type of prose, and Markdown may read its characters as markup. "
    "Some translators do it on purpose, with quotation marks in its stead.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    parts=Parts.CODE,
    compares=True,
    examples=(
        Example("Run `make test` first.", "请先运行 `make test`。"),
        Example("Use `a`.", "Prenez une lettre."),
        Example(
            "Add `#[test]`.",
            "Ajoutez #\\[test\\].",
            says=("`#[test]` is plain text here",),
            hints=("put it between backticks: `#[test]`",),
            marks=("#\\[test\\]",),
        ),
        Example(
            "Run `make test` first.",
            "请先运行“make test”。",
            says=("`make test` is plain text here",),
            hints=("put it between backticks: `make test`",),
            marks=("make test",),
        ),
    ),
)
