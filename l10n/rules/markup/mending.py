"""How emphasis that does not render is mended: what stands in its way goes outside of it."""

from unicodedata import category

from l10n.model.dialect import Dialect
from l10n.model.finding import Fix
from l10n.rules.markup.marks import Mark

_PAIRS = dict(zip("([{（［｛〈《「『【〔“‘«‹", ")]}）］｝〉》」』】〕”’»›", strict=True))
_NOT_AFTER = frozenset(")]”»,;:.!?")
_NOT_BEFORE = frozenset("([“«")
_PAIRED = frozenset((*_PAIRS, *_PAIRS.values(), '"', "'"))


def outside(text: str, opening: Mark, closing: Mark, dialect: Dialect) -> tuple[Fix, ...]:
    """Return how blanks and punctuation at the edges of the emphasis go outside of its marks.

    Empty where that would tear a pair of brackets apart, or is not enough: a word that follows
    a bracket without a blank, as in Korean, is left to a person.
    """
    inner = text[opening.span[1] : closing.span[0]]
    first, last = opening.span[0], closing.span[1]
    before, after = text[first - 1 : first], text[last : last + 1]
    core = inner.strip()
    head, tail = _edges(inner, core)
    if (head and before.isalnum()) or (tail and after.isalnum()):
        return ()  # a mark between a blank and a word rather belongs to the word
    # A blank goes where the text needs none outside, or has one there already.
    head = head if before in _NOT_AFTER else ""
    tail = tail if after in _NOT_BEFORE else ""
    if core and dialect is not Dialect.KRAMDOWN:
        left, right = _stuck(core, (head or before)[-1:], (tail or after)[:1])
        first, last = len(left), len(core) - len(right)
        head, tail, core = head + left, right + tail, core[first:last]
        if core and any(_stuck(core, (head or before)[-1:], (tail or after)[:1])):
            return ()
    if not core:
        return ()
    taken = len(inner) - len(inner.lstrip()) + len(head.lstrip())
    given = len(inner) - len(inner.rstrip()) + len(tail.rstrip())
    fixes = []
    if taken:
        fixes.append(Fix((opening.span[0], opening.span[1] + taken), head + opening.sign))
    if given:
        fixes.append(Fix((closing.span[0] - given, closing.span[1]), closing.sign + tail))
    return tuple(fixes)


def _edges(inner: str, core: str) -> tuple[str, str]:
    start = len(inner) - len(inner.lstrip())
    return inner[:start], inner[start + len(core) :]


def _stuck(core: str, before: str, after: str) -> tuple[str, str]:
    """Return the punctuation at both edges of ``core`` that keeps a mark there from working.

    A mark opens before punctuation, and closes behind it, only where blanks or punctuation, or
    nothing, stand on its other side (CommonMark 0.31.2, section 6.2).
    """
    opens = not _punctuation(core[0]) or not before or before.isspace() or _punctuation(before)
    closes = not _punctuation(core[-1]) or not after or after.isspace() or _punctuation(after)
    if opens and closes:
        return "", ""
    if len(core) > 2 and _PAIRS.get(core[0]) == core[-1] and core[-1] not in core[1:-1]:
        return core[0], core[-1]
    left = "" if opens else _run(core)
    return left, "" if closes else _run(core[::-1])[::-1]


def _run(text: str) -> str:
    """Return the punctuation that ``text`` begins with, up to one that belongs to a pair."""
    for at, sign in enumerate(text):
        if not _punctuation(sign) or sign in _PAIRED:
            return text[:at]
    return text


def _punctuation(sign: str) -> bool:
    return category(sign)[0] in "PS"
