"""Blanks around marks, as the source has them: engines add, drop and double them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.engines.protection.placed import Node
from l10n.engines.protection.role import Role

_SPACES = re.compile("[ \t\r\n\f\v\x85\u2028\u2029]+")
# Written without blanks between words: Thai to Burmese, Khmer, CJK, kana, and full-width forms.
_UNSPACED = re.compile("[\u0e00-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\uff00-\uffef]")
# French and others put a blank before or inside these, where English has none.
_OWN_BLANKS = frozenset(":;!?%«»‹›—–")


def single(words: str) -> str:
    """Return ``words`` with line breaks and rows of blanks as one blank; others stay."""
    return _SPACES.sub(" ", words)


@dataclass(frozen=True, slots=True)
class _Gap:
    """The words between two marks, either of which is None at an end of the text."""

    left: Node | None
    words: str
    right: Node | None


def respaced(source: Sequence[Node], answer: Sequence[Node], force: bool = False) -> list[Node]:
    """Return the answer with blanks at its marks' borders restored from the source.

    Where the source has a blank, words of a script that knows blanks get one; with ``force``, all
    words do. Where it has none and the same sign stands there, the answer's goes. Line breaks
    and the insides of pairs never have any that the source has not.
    """
    before: dict[tuple[Role, int], str] = {}
    after: dict[tuple[Role, int], str] = {}
    for gap in _gaps(source):
        if gap.left:
            after[gap.left.role, gap.left.number] = gap.words
        if gap.right:
            before[gap.right.role, gap.right.number] = gap.words
    done: list[Node] = []
    for gap in _moved_out(_gaps(answer), before, after):
        follows = after[gap.left.role, gap.left.number] if gap.left else ""
        leads = before[gap.right.role, gap.right.number] if gap.right else ""
        words = gap.words
        core = words.strip(" ")
        if core:
            left = _edge(words, follows, gap.left, Role.OPEN, force)
            right = _edge(words[::-1], leads[::-1], gap.right, Role.CLOSE, force)
            words = left + core + right
        elif gap.left and gap.right:
            wants = follows[:1].isspace(), leads[-1:].isspace()
            if wants[0] == wants[1]:
                words = " " if wants[0] else ""
        else:
            words = ""
        if words:
            done.append(Node(Role.TEXT, 0, words))
        if gap.right:
            done.append(gap.right)
    return done


def _edge(words: str, source: str, mark: Node | None, inner: Role, force: bool) -> str:
    """Return the blank at the beginning of ``words``, which follow ``mark``."""
    if not mark:
        return ""
    had = words[0] == " "
    if mark.role is inner:
        return " " if source[:1] == " " else ""
    letter = words.lstrip(" ")[0]
    if letter.isspace():
        return ""  # one of another kind stands there
    if source[:1].isspace():
        needed = letter.isalnum() and (force or not _UNSPACED.match(letter))
        return " " if had or needed else ""
    if had and source[:1] == letter and letter not in _OWN_BLANKS:
        return ""
    return " " if had else ""


def _gaps(nodes: Sequence[Node]) -> list[_Gap]:
    gaps: list[_Gap] = []
    left: Node | None = None
    words = ""
    for node in nodes:
        if node.role is Role.TEXT:
            words += node.words
        else:
            gaps.append(_Gap(left, words, node))
            left, words = node, ""
    gaps.append(_Gap(left, words, None))
    return gaps


def _moved_out(
    gaps: list[_Gap], before: dict[tuple[Role, int], str], after: dict[tuple[Role, int], str]
) -> list[_Gap]:
    """Return the gaps with blanks from inside a pair put outside, if words would be glued."""
    words = [gap.words for gap in gaps]
    for at, gap in enumerate(gaps):
        left, right = gap.left, gap.right
        if left and left.role is Role.OPEN and words[at][:1] == " ":
            glued = words[at - 1][-1:].isalnum() and after[Role.OPEN, left.number][:1] != " "
            words[at - 1] += " " if glued else ""
        if right and right.role is Role.CLOSE and words[at][-1:] == " ":
            glued = words[at + 1][:1].isalnum() and before[Role.CLOSE, right.number][-1:] != " "
            words[at + 1] = (" " if glued else "") + words[at + 1]
    return [_Gap(gap.left, new, gap.right) for gap, new in zip(gaps, words, strict=True)]
