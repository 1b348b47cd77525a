"""Links that are broken in a translation: written so that they are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from l10n.model.finding import Fix
from l10n.model.inline import Inline, Span
from l10n.model.unit import Unit
from l10n.rules.link.looks import ADDRESS, SPLIT
from l10n.rules.link.mending import (
    ascii_brackets,
    known_address,
    one_parenthesis,
    without_blank,
)

_BEHIND = re.compile(r"[（(]?\s*([^\s()（）]+)")
_WAYS = (
    (
        re.compile(rf"\][ \t\u00a0\u3000\n]+\((?={ADDRESS}\))"),
        "a blank stands between the words of a link and its address",
        "remove the blank: [words](address)",
        without_blank,
    ),
    (
        re.compile(rf"[\]］][ \t\u00a0\u3000]*（[ \t]*(?={ADDRESS})|［[^［］\n]*］(?=\({ADDRESS})"),
        "the brackets of a link are full-width ones",
        "write it with the brackets of the source: [words](address)",
        ascii_brackets,
    ),
    (
        re.compile(rf"\]\({{2,}}(?={ADDRESS}\))"),
        "the address of a link has a parenthesis too many",
        "remove one: [words](address)",
        one_parenthesis,
    ),
    (
        SPLIT,
        "the address of a link has a blank in it",
        "remove the blank, or write %20 for it",
        known_address,
    ),
    (
        # In what looks like no address, only where one of the source comes out.
        re.compile(rf"\]\((?!{ADDRESS})[^\s()（）<>\"']+[ \t]+(?![\"'(])[^\s()]+\)"),
        "the address of a link has a blank in it",
        "remove the blank, or write %20 for it",
        known_address,
    ),
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A broken link: its broken spot, what is wrong there, and how to mend it.

    ``address`` is where it should lead, empty where that is what is broken.
    """

    raw: str
    span: Span
    what: str
    remedy: str
    address: str
    fix: tuple[Fix, ...]


def broken(unit: Unit) -> Iterator[Broken]:
    """Yield the broken links of a translation, but those that the source breaks alike."""
    text = unit.target.text
    if "]" not in text and "］" not in text:
        return
    for pattern, what, remedy, mend in _WAYS:
        if any(_found(unit.source, pattern)):
            continue  # the author's own
        for match in _found(unit.target, pattern):
            fix = mend(unit, match)
            if pattern is _WAYS[-1][0] and not fix:
                continue
            behind = _BEHIND.match(text, match.end()) if mend is not known_address else None
            address = behind[1] if behind else ""
            yield Broken(match[0], match.span(), what, remedy, address, fix)


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
