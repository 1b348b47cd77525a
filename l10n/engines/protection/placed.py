"""An answer's marks put in the places of the source's, or the reason why they do not fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.engines.protection.protect import Protected
from l10n.engines.protection.role import Role
from l10n.engines.protection.schemes import Sign, read_words
from l10n.model.engine import Scheme


@dataclass(frozen=True, slots=True)
class Node:
    """Words of an answer, or the mark ``number`` of the source."""

    role: Role
    number: int = 0
    words: str = ""


def place(protected: Protected, signs: Sequence[Sign]) -> list[Node] | str:
    """Return the answer's words and marks, each mark of the source once and inside the same pair.

    Returns a sentence without its full stop where that is not so.
    """
    return _Placer(protected).place(signs)


def parents(protected: Protected) -> dict[int, int]:
    """Return the number of the pair that each mark stands in, 0 for none."""
    found: dict[int, int] = {}
    opened = [0]
    for piece, number in zip(protected.pieces, protected.numbers, strict=True):
        if piece.role is Role.CLOSE:
            opened.pop()
        elif number:
            found[number] = opened[-1]
            if piece.role is Role.OPEN:
                opened.append(number)
    return found


class _Placer:
    """Reads signs in order, with the pairs that are open."""

    __slots__ = ("inside", "nodes", "opened", "parents", "protected", "roles", "seen", "shown")

    def __init__(self, protected: Protected) -> None:
        self.protected = protected
        self.parents = parents(protected)
        marks = [
            (number, piece)
            for number, piece in zip(protected.numbers, protected.pieces, strict=True)
            if number and piece.role is not Role.CLOSE
        ]
        self.roles = {number: piece.role for number, piece in marks}
        self.shown = {number: piece.shown for number, piece in marks}
        self.nodes: list[Node] = []
        self.opened = [0]
        self.seen: set[int] = set()
        self.inside: list[str] | None = None  # what stands inside a mark that has no inside

    def place(self, signs: Sequence[Sign]) -> list[Node] | str:
        for sign in signs:
            reason = self._take(sign)
            if reason:
                return reason
        lost = len(self.roles) - len(self.seen)
        if lost:
            return f"it lost {lost} of {len(self.roles)} marks"
        if len(self.opened) > 1 or self.inside is not None:
            return "it leaves a mark open"
        return self.nodes

    def _take(self, sign: Sign) -> str:
        if self.inside is not None:
            return self._inside(self.inside, sign)
        if sign.role is Role.TEXT:
            self.nodes.append(Node(Role.TEXT, 0, sign.text))
            return ""
        if sign.role is Role.CLOSE:
            return self._close(sign)
        number = sign.id
        if number not in self.roles:
            return f"it has mark {number}, which was not sent"
        if number in self.seen:
            return f"it has mark {number} twice"
        if self.parents[number] != self.opened[-1]:
            return f"mark {number} has moved into or out of another"
        self.seen.add(number)
        whole = self.roles[number] is Role.SOLO
        if sign.text and (sign.text in ("x", "img")) is not whole:
            return f"mark {number} has become another one"
        if not whole:
            if sign.role is Role.SOLO:
                return f"mark {number} came back empty"
            self.opened.append(number)
            self.nodes.append(Node(Role.OPEN, number))
            return ""
        self.nodes.append(Node(Role.SOLO, number))
        if sign.role is Role.OPEN:
            if self.protected.scheme is Scheme.TOKENS:
                return f"mark {number} has become another one"
            self.inside = []
        return ""

    def _inside(self, inside: list[str], sign: Sign) -> str:
        number = self.nodes[-1].number
        if sign.role is Role.TEXT:
            inside.append(read_words(self.protected.scheme, sign.text, entities=True))
            return ""
        if sign.role is not Role.CLOSE or sign.text != "x":
            return f"mark {number} is left open"
        self.inside = None
        words = "".join(inside).strip()
        if words and words != self.shown[number].strip():
            return f"what stands in mark {number} has changed"
        return ""

    def _close(self, sign: Sign) -> str:
        number = self.opened[-1]
        if sign.text in ("x", "img") or (sign.id and sign.id != number) or not number:
            return "it closes a mark that is not open"
        self.opened.pop()
        self.nodes.append(Node(Role.CLOSE, number))
        return ""
