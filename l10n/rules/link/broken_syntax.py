"""link-broken-syntax"""

import re
from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.inline import Inline, Span
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.quote import quote

_ADDRESS = r"(?:https?:|mailto:|www\.|\.{0,2}/|#)[^\s()（）]*"
_WAYS = (
    (
        re.compile(rf"\][ \t\u00a0\u3000\n]+\((?={_ADDRESS}\))"),
        "a blank stands between the words of a link and its address",
        "remove the blank: [words](address)",
    ),
    (
        re.compile(
            rf"[\]］][ \t\u00a0\u3000]*（[ \t]*(?={_ADDRESS})|［[^［］\n]*］(?=\({_ADDRESS})"
        ),
        "the brackets of a link are full-width ones",
        "write it with the brackets of the source: [words](address)",
    ),
    (
        re.compile(rf"\]\({{2,}}(?={_ADDRESS}\))"),
        "the address of a link has a parenthesis too many",
        "remove one: [words](address)",
    ),
    (
        re.compile(rf"\]\({_ADDRESS}[ \t\u00a0\u3000]+(?![\"'(])[^\s()]+\)"),
        "the address of a link has a blank in it",
        "remove the blank, or write %20 for it",
    ),
)


def _look(unit: Unit) -> Iterator[Hit]:
    if "]" not in unit.target.text and "］" not in unit.target.text:
        return
    for pattern, what, remedy in _WAYS:
        if any(_found(unit.source, pattern)):
            continue  # the author's own
        for match in _found(unit.target, pattern):
            yield Hit(f"{what}: {quote(match[0])}", remedy, match.span())


def _found(side: Inline, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(side.text):
        # A link that was read as one is whole, whatever its words look like.
        quiet = any(start <= match.start() < end for start, end in _hidden(side))
        whole = any(
            link.kind == "inline" and link.span[0] < match.start() < link.span[1] - 1
            for link in side.links
        )
        if not quiet and not whole:
            yield match


def _hidden(side: Inline) -> Iterator[Span]:
    for code in side.code:
        yield code.span
    for tag in side.tags:
        yield tag.span
    for placeholder in side.placeholders:
        yield placeholder.span


RULE = Rule(
    name="link-broken-syntax",
    summary="A link is written so that it is none.",
    why="Readers see brackets and a bare address. A blank behind `]` is what editors and machine "
    "translation do most often, full-width brackets come from Chinese and Japanese keyboards.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    sourceless=True,
    examples=(
        Example("[here](https://x.example)", "[ici](https://x.example)"),
        Example("[1] (see below)", "[1] (voir plus bas)"),
        Example("[here](/a 'A cat')", "[ici](/a 'Un chat')"),
        Example("`a[0] (/b)` and [here](/b)", "`a[0] (/b)` et [ici](/b)"),
        Example(
            "Look [here](https://x.example).",
            "Regardez [ici] (https://x.example).",
            says=("a blank stands between the words of a link and its address: ] (",),
            hints=("remove the blank: [words](address)",),
            marks=("] (",),
        ),
        Example(
            "Look [here](https://x.example).",
            "看[这里]（https://x.example）。",
            says=("the brackets of a link are full-width ones: ]（",),
            hints=("write it with the brackets of the source: [words](address)",),
            marks=("]（",),
        ),
        Example(
            "Look [here](https://x.example).",
            "Regardez [ici]((https://x.example).",
            says=("the address of a link has a parenthesis too many: ]((",),
            hints=("remove one: [words](address)",),
            marks=("]((",),
        ),
        Example(
            "Look [here](https://x.example/a/b).",
            "Regardez [ici](https://x.example/a /b).",
            says=("the address of a link has a blank in it: ](https://x.example/a /b)",),
            hints=("remove the blank, or write %20 for it",),
            marks=("](https://x.example/a /b)",),
        ),
    ),
)
