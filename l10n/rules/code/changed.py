"""code-changed"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.inline import Code
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.kept import changes


def _look(unit: Unit) -> Iterator[Hit]:
    source, target = unit.source.code, unit.target.code
    if source:
        yield from changes(source, target, _text, _raw)


def _text(code: Code) -> str:
    return " ".join(code.text.split())


def _raw(code: Code) -> str:
    return code.raw


RULE = Rule(
    name="code-changed",
    summary="A code span of the source is missing or changed.",
    why="Readers type and paste code: one letter less and a command does not run. The order may "
    "change, and a message whose source has no code may use it for emphasis.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    examples=(
        Example("Run `make test` first.", "Lancez d'abord `make test`."),
        Example("`a` before `b`", "`b` après `a`"),
        Example("the key word yield", "le mot-clé `yield`"),
        Example(
            "Run `make test` first.",
            "Lancez d'abord `faire test`.",
            says=("`faire test` stands where the source has `make test`",),
            hints=("write `make test`",),
            marks=("`faire test`",),
        ),
        Example(
            "Run `make test` first.",
            "Lancez d'abord les tests.",
            says=("`make test` is missing",),
            hints=("put `make test` where it belongs, as it is in the source",),
            marks=("",),
        ),
    ),
)
