"""html-unsafe"""

import re
from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.inline import Tag
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.quote import quote
from l10n.rules.schemes import unsafe_scheme

_ELEMENTS = frozenset("script style iframe frame object embed applet form base meta link".split())
_HANDLER = re.compile(r"[\s\"'/](on[a-z]+)\s*=", re.I)
_VALUE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


def _look(unit: Unit) -> Iterator[Hit]:
    known = {danger for tag in unit.source.tags for danger in _dangers(tag)}
    for tag in unit.target.tags:
        for danger in _dangers(tag):
            if danger not in known:
                yield Hit(
                    f"{danger} in {quote(tag.raw)} is not in the source",
                    "remove it",
                    tag.span,
                )


def _dangers(tag: Tag) -> Iterator[str]:
    if tag.kind in ("close", "comment"):
        return
    if tag.name.lower() in _ELEMENTS:
        yield f"the element {tag.name.lower()}"
    for match in _HANDLER.finditer(tag.raw):
        yield f"the event handler {match[1].lower()}"
    for match in _VALUE.finditer(tag.raw):
        if scheme := unsafe_scheme(match[1] or match[2] or match[3] or ""):
            yield f"an address that begins with {scheme}"


RULE = Rule(
    name="html-unsafe",
    summary="HTML that runs or loads something is not in the source.",
    why="A script, a frame, an event handler or a `javascript:` address acts in the name of the "
    "site on everybody who opens the page. What the source has itself is left alone.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    parts=Parts.TAGS,
    compares=True,
    sourceless=True,
    examples=(
        Example("Press <kbd>Esc</kbd>.", "Appuyez sur <kbd>Échap</kbd>."),
        Example('<b onclick="go()">Go</b>', '<b onclick="go()">Allez</b>'),
        Example(
            "Press <kbd>Esc</kbd>.",
            'Appuyez sur <kbd onclick="go()">Échap</kbd>.',
            says=('the event handler onclick in <kbd onclick="go()"> is not in the source',),
            hints=("remove it",),
            marks=('<kbd onclick="go()">',),
        ),
        Example(
            "A cat.",
            "Un chat.<script>go()</script>",
            says=("the element script in <script> is not in the source",),
            hints=("remove it",),
            marks=("<script>",),
        ),
        Example(
            '<a href="https://x.example">A cat</a>',
            "<a href=' java&#115;cript:go'>Un chat</a>",
            says=(
                "an address that begins with javascript: in <a href=' java&#115;cript:go'> "
                "is not in the source",
            ),
            hints=("remove it",),
            marks=("<a href=' java&#115;cript:go'>",),
        ),
    ),
)
