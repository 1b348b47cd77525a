"""link-broken-syntax"""

import re
from collections.abc import Iterator

from l10n.model.finding import Fix, Severity
from l10n.model.inline import Image, Inline, Link, Span
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.link.broken import broken
from l10n.rules.quote import quote

_EMPTY = re.compile(r"\[\s*\]")


def _look(unit: Unit) -> Iterator[Hit]:
    for one in broken(unit):
        yield Hit(f"{one.what}: {quote(one.raw)}", one.remedy, one.span, fix=one.fix)
    yield from _padded(unit)
    yield from _empty(unit)


def _empty(unit: Unit) -> Iterator[Hit]:
    """Yield a Hit for each link without words, unless the source has one to the same address."""
    ours = {link.target for link in unit.source.links if _EMPTY.match(link.raw)}
    for link in unit.target.links:
        if link.kind == "inline" and _EMPTY.match(link.raw) and link.target not in ours:
            yield Hit(
                f"a link has no words, so that nobody sees it: {quote(link.raw)}",
                "write words for it: [words](address)",
                link.span,
            )


def _padded(unit: Unit) -> Iterator[Hit]:
    """Yield a Hit for each address with blanks at its ends, unless the source pads its own."""
    ours = {side.target for side in _parts(unit.source) if any(_blanks(unit.source.text, side))}
    for part in _parts(unit.target):
        spots = [spot for spot in _blanks(unit.target.text, part) if spot[0] < spot[1]]
        if spots and part.target not in ours:
            yield Hit(
                f"blanks stand around the address of a link: {quote(part.target)}",
                "remove them: [words](address)",
                (spots[0][0], spots[-1][1]),
                fix=tuple(Fix(spot, "") for spot in spots),
            )


def _parts(side: Inline) -> Iterator[Link | Image]:
    yield from (link for link in side.links if link.kind == "inline")
    yield from side.images


def _blanks(text: str, part: Link | Image) -> tuple[Span, ...]:
    """Return the blanks before an address and, where no title follows, those behind it."""
    start, end = part.spot
    first = start - len(_before(text[part.span[0] : start]))
    last = end + len(_before(text[end : part.span[1] - 1][::-1]))
    closed = text[last : part.span[1]] == ")"
    return tuple(
        spot for spot in ((first, start), (end, last if closed else end)) if spot[0] < spot[1]
    )


def _before(text: str) -> str:
    return text[len(text.rstrip()) :]


RULE = Rule(
    name="link-broken-syntax",
    summary="A link is written so that it is none, or only some renderers take it for one.",
    why="Readers see brackets and a bare address. A blank behind `]` is what editors and machine "
    "translation do most often, full-width brackets come from Chinese and Japanese keyboards.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    compares=True,
    sourceless=True,
    examples=(
        Example("[here](https://x.example)", "[ici](https://x.example)"),
        Example("[](https://x.example/a)", "[](https://x.example/a)"),
        Example(
            "[here](https://x.example/a)",
            "Ici : [](https://x.example/a)",
            says=("a link has no words, so that nobody sees it: [](https://x.example/a)",),
            hints=("write words for it: [words](address)",),
            marks=("[](https://x.example/a)",),
        ),
        Example("[1] (see below)", "[1] (voir plus bas)"),
        Example("[here]( /a )", "[ici]( /a )"),
        Example(
            "Look [here](https://x.example).",
            "Regardez [ici]( https://x.example ).",
            says=("blanks stand around the address of a link: https://x.example",),
            hints=("remove them: [words](address)",),
            marks=(" https://x.example ",),
            fixed="Regardez [ici](https://x.example).",
        ),
        Example("[here](/a 'A cat')", "[ici](/a 'Un chat')"),
        Example("[here](a.md) (b.md)", "[ici](a.md) (b.md)"),
        Example("[1] (?)", "[1] (?)"),
        Example("the list [a]", "la liste [a] (?)"),
        Example(
            "Look [here](first-steps/install.md).",
            "Regardez [ici](first-st eps/install.md).",
            says=("the address of a link has a blank in it: ](first-st eps/install.md)",),
            hints=("remove the blank, or write %20 for it",),
            marks=("](first-st eps/install.md)",),
            fixed="Regardez [ici](first-steps/install.md).",
        ),
        Example("`a[0] (/b)` and [here](/b)", "`a[0] (/b)` et [ici](/b)"),
        Example(
            "Look [here](https://x.example).",
            "Regardez [ici] (https://x.example).",
            says=("a blank stands between the words of a link and its address: ] (",),
            hints=("remove the blank: [words](address)",),
            marks=("] (",),
            fixed="Regardez [ici](https://x.example).",
        ),
        Example(
            "Look [here](https://x.example).",
            "看[这里]（https://x.example）。",
            says=("the brackets of a link are full-width ones: ]（",),
            hints=("write it with the brackets of the source: [words](address)",),
            marks=("]（",),
            fixed="看[这里](https://x.example)。",
        ),
        Example(
            "Look [here](https://x.example).",
            "Regardez [ici]((https://x.example).",
            says=("the address of a link has a parenthesis too many: ]((",),
            hints=("remove one: [words](address)",),
            marks=("]((",),
            fixed="Regardez [ici](https://x.example).",
        ),
        Example(
            "Look [here](https://x.example/a/b).",
            "Regardez [ici](https://x.example/a /b).",
            says=("the address of a link has a blank in it: ](https://x.example/a /b)",),
            hints=("remove the blank, or write %20 for it",),
            marks=("](https://x.example/a /b)",),
            fixed="Regardez [ici](https://x.example/a/b).",
        ),
    ),
)
