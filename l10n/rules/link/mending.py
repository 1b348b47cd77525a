"""How the syntax of a broken link is mended, where there is only one way to read it."""

import re
from collections.abc import Iterator

from l10n.model.finding import Fix
from l10n.model.inline import Image, Link
from l10n.model.unit import Unit
from l10n.rules.addresses import normal

_CLOSING = re.compile(r"[^\s()（）]*([)）])")
_WORDS = 1000  # characters; the words of no link are longer
_BLANKS = re.compile(r"[ \t\u00a0\u3000]+")


def without_blank(unit: Unit, match: re.Match[str]) -> tuple[Fix, ...]:
    """Return how ``] (`` becomes ``](``, where the bracket is Markdown's."""
    escaped = unit.target.text[: match.start()].endswith("\\")
    return () if escaped else (Fix(match.span(), "]("),)


def ascii_brackets(unit: Unit, match: re.Match[str]) -> tuple[Fix, ...]:
    """Return how full-width brackets become those of Markdown; all four of them, or none."""
    text = unit.target.text
    start, end = match.span()
    fixes: list[Fix] = []
    if match[0].startswith("［"):
        return (Fix((start, start + 1), "["), Fix((end - 1, end), "]"))
    closing = _CLOSING.match(text, end)
    opening = _opening(text, start)
    if not closing or opening is None:
        return ()
    if text[opening] == "［":
        fixes.append(Fix((opening, opening + 1), "["))
    fixes.append(Fix((start, end), "]("))
    if closing[1] == "）":
        fixes.append(Fix(closing.span(1), ")"))
    return tuple(fixes)


def one_parenthesis(unit: Unit, match: re.Match[str]) -> tuple[Fix, ...]:
    """Return how ``]((`` becomes ``](``, with the closing ones that belong to it."""
    text = unit.target.text
    extra = match[0].count("(") - 1
    fix = Fix(match.span(), "](")
    surplus = text.count("(") - text.count(")")
    closing = re.compile(r"[^\s()]*(\)+)").match(text, match.end())
    if surplus == extra:
        return (fix,)  # without the surplus, every parenthesis has its other one
    if surplus == 0 and closing and len(closing[1]) > extra:
        return (fix, Fix((closing.end() - extra, closing.end()), ""))
    return ()


def known_address(unit: Unit, match: re.Match[str]) -> tuple[Fix, ...]:
    """Return how a blank in an address goes, where an address of the source comes out."""
    text = unit.target.text
    start, end = match.start() + 2, match.end() - 1
    written = text[start:end]
    meant = {normal(_BLANKS.sub(blank, written)) for blank in ("", "%20")}
    found = {target for address, target in _addresses(unit) if address in meant}
    return (Fix((start, end), found.pop()),) if len(found) == 1 else ()


def _addresses(unit: Unit) -> Iterator[tuple[str, str]]:
    """Yield each address of the source, normal and as written."""
    parts: tuple[Link | Image, ...] = (*unit.source.links, *unit.source.images)
    for part in parts:
        yield normal(part.target), unit.source.text[slice(*part.spot)]


def _opening(text: str, closing: int) -> int | None:
    """Return where the bracket opens that ``closing`` closes, brackets inside aside."""
    depth = 0
    for at in range(closing, max(-1, closing - _WORDS), -1):
        if text[at] in "]］":
            depth += 1
        elif text[at] in "[［":
            depth -= 1
            if depth == 0:
                return at
    return None
