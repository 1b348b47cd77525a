"""code-changed"""

from collections.abc import Iterator
from unicodedata import normalize

from l10n.model.finding import Fix, Severity
from l10n.model.inline import Code
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.code.compared import codes
from l10n.rules.quote import quote

_TYPED = str.maketrans(
    dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚‹›", "'") | {"–": "--", "—": "--"}
)


def _look(unit: Unit) -> Iterator[Hit]:
    found = codes(unit)
    for code in found.missing:
        shown = quote(code.raw)
        yield Hit(f"{shown} is missing", f"put {shown} where it belongs")
    for ours, theirs in found.changed:
        right = quote(ours.raw)
        message = f"{quote(theirs.raw)} stands where the source has {right}"
        fix = (Fix(theirs.span, ours.raw),) if _shape(ours) == _shape(theirs) else ()
        yield Hit(message, f"write {right}", theirs.span, fix=fix)


def _shape(code: Code) -> str:
    """Return what is left when editors and keyboards have had their way with blanks and signs."""
    return "".join(normalize("NFKC", code.text).casefold().translate(_TYPED).split())


RULE = Rule(
    name="code-changed",
    summary="A code span of the source is missing or changed.",
    why="Readers type and paste code: one letter less and a command does not run. The order may "
    "change, what the source repeats may stand once, and more words may be marked as code.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    parts=Parts.CODE,
    compares=True,
    examples=(
        Example("Run `make test` first.", "Lancez d'abord `make test`."),
        Example("`a` before `b`", "`b` après `a`"),
        Example("The `a` of `a`", "Son propre `a`"),
        Example("from `[0,1]`", "à partir de `[0, 1]`"),
        Example("the key word yield", "le mot-clé `yield`"),
        Example(
            "Run `make test` first.",
            "Lancez d'abord `faire test`.",
            says=("`faire test` stands where the source has `make test`",),
            hints=("write `make test`",),
            marks=("`faire test`",),
        ),
        Example(
            "Run `git log --all` first.",
            "Lancez d'abord `Git log —all`.",
            says=("`Git log —all` stands where the source has `git log --all`",),
            hints=("write `git log --all`",),
            marks=("`Git log —all`",),
            fixed="Lancez d'abord `git log --all`.",
        ),
        Example(
            "Run `make test` first.",
            "Lancez d'abord les tests.",
            says=("`make test` is missing",),
            hints=("put `make test` where it belongs",),
            marks=("",),
        ),
    ),
)
