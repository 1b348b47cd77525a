"""How marks are written into a text for an engine, and read in its answer."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from l10n.engines.protection.plain import ENTITY, decode_entities
from l10n.engines.protection.role import Role
from l10n.model.engine import Scheme

_LETTERS = "XQZJKVW"
_TAG = re.compile(r"<(?P<close>/?)\s*(?P<name>[A-Za-z][\w:.-]*)(?P<rest>(?:[\s/][^<>]*)?)>")
_ID = re.compile(r"\s+id\s*=\s*(?:\"\s*([0-9]{1,6})\s*\"|'\s*([0-9]{1,6})\s*'|([0-9]{1,6}))\s*")
_NAMES = {Scheme.XML: ("g", "x"), Scheme.HTML: ("a", "img")}
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(frozen=True, slots=True)
class Sign:
    """Words or a mark of an answer. ``id`` is 0 where the answer does not say it: in end tags.

    ``text`` are the words, or the name of the tag.
    """

    role: Role
    text: str = ""
    id: int = 0


def letter_for(text: str) -> str:
    """Return a letter whose tokens do not occur in ``text`` ("" if there is none)."""
    upper = text.upper()
    return next((each for each in _LETTERS if f"{each}P" not in upper), "")


def write_mark(scheme: Scheme, letter: str, role: Role, number: int, shown: str) -> str:
    """Return the mark ``number`` as an engine is given it."""
    if scheme is Scheme.TOKENS:
        sort = {Role.OPEN: "O", Role.CLOSE: "C", Role.SOLO: "H"}[role]
        return f"{letter}P{sort}{number}{letter}"
    pair, solo = _NAMES[scheme]
    if role is Role.OPEN:
        return f'<{pair} id="{number}">'
    if role is Role.CLOSE:
        return f"</{pair}>"
    if scheme is Scheme.HTML:
        return f'<{solo} id="{number}">'
    return f'<x id="{number}">{write_words(scheme, shown)}</x>' if shown else f'<x id="{number}"/>'


def write_words(scheme: Scheme, words: str) -> str:
    """Return words as an engine is given them."""
    if scheme is Scheme.TOKENS:
        return words
    return re.sub("[&<>]", lambda match: _ESCAPED[match[0]], words)


def read_words(scheme: Scheme, raw: str, entities: bool = False) -> str:
    """Return the words of an answer. Some engines escape twice, unless what was sent has some."""
    if "&" not in raw:
        return raw
    words = raw if scheme is Scheme.TOKENS else decode_entities(raw)
    while not entities and ENTITY.search(words):
        again = decode_entities(words)
        if again == words:
            break
        words = again
    return words


def read_signs(scheme: Scheme, letter: str, answer: str) -> list[Sign] | str:
    """Return the marks and raw words of an answer in order, or why it cannot be read."""
    if scheme is Scheme.TOKENS:
        return _read_tokens(answer, letter)
    signs: list[Sign] = []
    for match, words in _between(_TAG, answer):
        if words:
            signs.append(Sign(Role.TEXT, words))
        if match:
            sign = _read_tag(match, _NAMES[scheme])
            if isinstance(sign, str):
                return sign
            signs.append(sign)
    return signs


def _read_tag(match: re.Match[str], names: tuple[str, str]) -> Sign | str:
    name = match["name"].lower()
    if name not in names:
        return f"it has a tag that was not sent: {match[0]}"
    rest = match["rest"].rstrip()
    empty = rest.endswith("/")
    if match["close"]:
        if rest:
            return f"it has a changed tag: {match[0]}"
        return Sign(Role.CLOSE, name)
    found = _ID.fullmatch(rest.removesuffix("/"))
    if not found:
        return f"it has a changed tag: {match[0]}"
    number = int(found[1] or found[2] or found[3])
    role = Role.SOLO if empty or name == "img" else Role.OPEN
    return Sign(role, name, number)


def _read_tokens(answer: str, letter: str) -> list[Sign] | str:
    if not letter:
        return [Sign(Role.TEXT, answer)] if answer else []
    signs: list[Sign] = []
    roles = {"O": Role.OPEN, "C": Role.CLOSE, "H": Role.SOLO}
    for match, words in _between(_token(letter), answer):
        if words:
            if f"{letter}P" in words.upper() and _damaged(letter)(words):
                return "it has a damaged mark"
            signs.append(Sign(Role.TEXT, words))
        if match:
            signs.append(Sign(roles[match[1].upper()], "", int(match[2])))
    return signs


@lru_cache(maxsize=16)
def _token(letter: str) -> re.Pattern[str]:
    return re.compile(rf"{letter}P([OCH])([0-9]{{1,6}}){letter}", re.I)


@lru_cache(maxsize=16)
def _damaged(letter: str) -> Callable[[str], object]:
    return re.compile(rf"{letter}P\s*[OCH]?\s*[0-9]|{letter}P[OCH]\b", re.I).search


def _between(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str] | None, str]]:
    """Yield each match with the text before it, and the rest with None."""
    position = 0
    for match in pattern.finditer(text):
        yield match, text[position : match.start()]
        position = match.end()
    yield None, text[position:]
