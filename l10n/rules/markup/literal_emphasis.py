"""markup-literal-emphasis"""

from collections.abc import Iterator

from l10n.model.dialect import Dialect
from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.markup.marks import Mark, literal
from l10n.rules.markup.mending import outside
from l10n.rules.quote import quote


def _look(unit: Unit) -> Iterator[Hit]:
    if "*" not in unit.target.text and "_" not in unit.target.text:
        return
    pairs = literal(unit.target, unit.dialect).pairs
    if not pairs:
        return
    left = len(literal(unit.source, unit.dialect).pairs)  # shown by the source as well
    for opening, closing in pairs[: len(pairs) - left]:
        span = opening.span[0], closing.span[1]
        yield Hit(
            f"the page shows {quote(unit.target.text[slice(*span)])} with its {opening.sign[0]}",
            _remedy(unit.target.text, opening, closing),
            span,
            fix=outside(unit.target.text, opening, closing, unit.dialect),
        )


def _remedy(text: str, opening: Mark, closing: Mark) -> str:
    inner = text[opening.span[1] : closing.span[0]]
    if inner != inner.strip():
        return f"remove the blank inside: {quote(opening.sign + inner.strip() + closing.sign)}"
    return "put the punctuation outside of the emphasis, or a blank on the other side of the mark"


RULE = Rule(
    name="markup-literal-emphasis",
    summary="Emphasis stays visible as asterisks or underscores.",
    why="Markdown reads `**` as bold only where blanks and punctuation around it allow it. In "
    "Chinese, Japanese and Korean, written without blanks, a full stop or bracket at the edge "
    "is enough to undo it. What counts is what the parser of the post's dialect makes of it.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    compares=True,
    sourceless=True,
    examples=(
        Example("It is **bold**.", "C'est **gras**."),
        Example("That is what **I want to do.**", "这是**我想做的事**。所以"),
        Example(
            "That is what **I want to do.** So",
            "这是**我想做的事。**所以",
            dialect=Dialect.KRAMDOWN,
        ),
        Example("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 et nom_de_serpent"),
        Example(r"\*stars\*", r"\*étoiles\*"),
        Example("f(*a, *b)", "f(*a, *b)"),
        Example(
            "That is what **I want to do.** So",
            "这是**我想做的事。**所以",
            says=("the page shows **我想做的事。** with its *",),
            hints=(
                "put the punctuation outside of the emphasis, or a blank on the other side "
                "of the mark",
            ),
            marks=("**我想做的事。**",),
            fixed="这是**我想做的事**。所以",
        ),
        Example(
            "Read **the handbook** first.",
            "请先读**《手册》**再开始",
            says=("the page shows **《手册》** with its *",),
            hints=(
                "put the punctuation outside of the emphasis, or a blank on the other side "
                "of the mark",
            ),
            marks=("**《手册》**",),
            fixed="请先读《**手册**》再开始",
            language="zh-Hans",
        ),
        Example(
            "Learn **Markdown** now.",
            "**마크다운(Markdown)**을 배우자.",
            says=("the page shows **마크다운(Markdown)** with its *",),
            hints=(
                "put the punctuation outside of the emphasis, or a blank on the other side "
                "of the mark",
            ),
            marks=("**마크다운(Markdown)**",),
            language="ko",
        ),
        Example(
            "It is **bold**.",
            "C'est ** gras**.",
            says=("the page shows ** gras** with its *",),
            hints=("remove the blank inside: **gras**",),
            marks=("** gras**",),
            fixed="C'est **gras**.",
        ),
    ),
)
