"""markup-block-start"""

import re
from collections import Counter
from collections.abc import Iterator

from l10n.model.finding import Fix, Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.quote import quote

_LINE = re.compile(r"(?m)^[ \t]{0,3}(?:(#{1,6}[ \t])|(>)|([-+*][ \t])|(`{3,}|~{3,})).*")
_KINDS = ("a heading", "a quote", "a list", "a code block")


def _look(unit: Unit) -> Iterator[Hit]:
    # Only at the start of a message is a number with a point rather a date than a list.
    known: Counter[str] | None = None
    for match in _LINE.finditer(unit.target.text):
        if known is None:
            known = Counter(_kind(ours) for ours in _LINE.finditer(unit.source.text))
        kind = _kind(match)
        known[kind] -= 1
        if known[kind] < 0:
            at = match.lastindex or 1
            sign = match[at].strip()
            span = match.start(), match.end(at) + _blanks(match[0][match.end(at) - match.start() :])
            yield Hit(
                f"a line begins with {sign}, which makes {kind} of it: {quote(match[0])}",
                f"remove the {sign}: the post brings its own, and messages are without it",
                match.span(),
                # A sign further down stands where somebody has begun a new paragraph.
                fix=(Fix(span, ""),) if span[0] == 0 and at < len(_KINDS) else (),
            )


def _kind(match: re.Match[str]) -> str:
    return _KINDS[(match.lastindex or 1) - 1]


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))


RULE = Rule(
    name="markup-block-start",
    summary="A line of the translation begins a heading, list, quote or code block.",
    why="Messages hold the words of a block, and the post the signs that make it one. A sign more "
    "breaks the structure of the page, or is shown to readers.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    compares=True,
    examples=(
        Example("The first of May", "Le 1er mai"),
        Example("#hashtag and C#", "#motdièse et C#"),
        Example("- one", "- un"),
        Example(
            "Results",
            "## Résultats",
            says=("a line begins with ##, which makes a heading of it: ## Résultats",),
            hints=("remove the ##: the post brings its own, and messages are without it",),
            marks=("## Résultats",),
            fixed="Résultats",
        ),
        Example(
            "One and two",
            "Un\n- et deux",
            says=("a line begins with -, which makes a list of it: - et deux",),
            hints=("remove the -: the post brings its own, and messages are without it",),
            marks=("- et deux",),
        ),
    ),
)
