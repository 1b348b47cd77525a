"""spacing-french"""

import re
from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit

_BREAKING = re.compile(r"(?<=[\w)»”%]) +(?=[;:!?»](?:\s|$|[)»\]]))|(?<=«) +(?=\S)")
_NONE = re.compile(r"(?<=[^\W\d_])(?=[;!?](?:\s|$))")


def _look(unit: Unit) -> Iterator[Hit]:
    language, _, rest = unit.language.tag.partition("-")
    if language != "fr" or "CA" in rest:
        return
    for run in unit.target.texts:
        start = run.span[0]
        for match in _BREAKING.finditer(run.raw):
            span = start + match.start(), start + match.end()
            yield Hit(
                "the line may break at this blank, apart from its sign",
                "write a no-break space (U+202F, or U+00A0 before a colon and in guillemets)",
                span,
            )
        for match in _NONE.finditer(run.raw):
            sign = run.raw[match.end()]
            at = start + match.end()
            yield Hit(
                f"no blank before the {sign}",
                "write a narrow no-break space (U+202F) before it",
                (at, at + 1),
            )


RULE = Rule(
    name="spacing-french",
    summary="French signs have no blank before them, or one at which a line can break.",
    why="French sets a blank before ; : ! ? and inside « », and it may not break. Which one is a "
    "matter of house style, so U+00A0, U+202F and U+2009 are all good. Canadian French and "
    "what is not prose are left alone.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    sourceless=True,
    examples=(
        Example("Why? Look:", "Pourquoi\u202f? Regardez\u00a0:"),
        Example("At 10:30, https://x.example", "À 10:30, https://x.example"),
        Example(
            "Why?",
            "Pourquoi ?",
            says=("the line may break at this blank, apart from its sign",),
            hints=("write a no-break space (U+202F, or U+00A0 before a colon and in guillemets)",),
            marks=(" ",),
        ),
        Example(
            "Why?",
            "Pourquoi?",
            says=("no blank before the ?",),
            hints=("write a narrow no-break space (U+202F) before it",),
            marks=("?",),
        ),
    ),
)
