"""markup-template-added"""

import re
from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.inline import Inline
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.quote import quote

_SIGN = re.compile(r"\{\{|\}\}|\{%|%\}|<%|%>")
_SHOWN = 40  # characters of what follows


def _look(unit: Unit) -> Iterator[Hit]:
    if "{" not in unit.target.text and "}" not in unit.target.text and "%" not in unit.target.text:
        return
    known = {sign for sign, _ in _signs(unit.source)}
    for sign, start in _signs(unit.target):
        if sign not in known:
            known.add(sign)
            shown = quote(unit.target.text[start : start + _SHOWN])
            yield Hit(
                f"{sign} is not in the source: {shown}",
                "remove it, or put a blank between its two characters",
                (start, start + len(sign)),
            )


def _signs(side: Inline) -> Iterator[tuple[str, int]]:
    for run in side.texts:
        for match in _SIGN.finditer(run.raw):
            yield match[0], run.span[0] + match.start()


RULE = Rule(
    name="markup-template-added",
    summary="A sign of a template language stands in the text, and not in the source's.",
    why="`{{` and `{%` begin something that many site generators run, whatever the dialect of the "
    "post; one that is not closed again stops the whole site from being built. What is complete "
    "and known to the dialect is looked at by placeholder-changed.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    compares=True,
    examples=(
        Example("In 50 % of cases", "Dans 50 % des cas"),
        Example("Write `{{ x }}`.", "Écrivez `{{ x }}`."),
        Example(
            "By the author",
            "Par {{ site.author",
            says=("{{ is not in the source: {{ site.author",),
            hints=("remove it, or put a blank between its two characters",),
            marks=("{{",),
        ),
        Example(
            "By the author",
            "Par {% include a",
            says=("{% is not in the source: {% include a",),
            hints=("remove it, or put a blank between its two characters",),
            marks=("{%",),
        ),
    ),
)
