"""Words free of Markdown's escapes and of entities, and back."""

import re
from collections.abc import Mapping
from html.entities import html5

# CommonMark 0.31.2, sections 2.4 and 2.5.
_SPELLED = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|&(?:#(?P<decimal>[0-9]{1,7})|#[xX](?P<hexadecimal>[0-9A-Fa-f]{1,6})"
    r"|(?P<name>[A-Za-z][A-Za-z0-9]*));"
)
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_SIGN = re.compile(r"[\\`*_\[\]<>~${}^]|&(?=[#A-Za-z][A-Za-z0-9]*;)|!(?=\[|\Z)|\\\Z")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def decode(raw: str) -> str:
    """Return the words that a page shows of ``raw``."""
    return _SPELLED.sub(_meaning, raw) if "\\" in raw or "&" in raw else raw


def decode_entities(raw: str) -> str:
    """Return ``raw`` with entities replaced by what they mean; backslashes stay."""
    return ENTITY.sub(lambda match: decode(match[0]), raw)


def spellings(raw: str) -> dict[str, str]:
    """Return how ``raw`` spells those characters that it does not write as they are."""
    found: dict[str, str] = {}
    for match in _SPELLED.finditer(raw):
        meaning = _meaning(match)
        if len(meaning) == 1 and meaning != match[0]:
            found.setdefault(meaning, match[0])
    return found


def encode(words: str, spelled: Mapping[str, str], escape: bool = False) -> str:
    """Return ``words`` as a message writes them: in the spelling of its source where it has one.

    With ``escape``, all that Markdown may read as a sign becomes literal, too.
    """
    pieces = []
    signs = {match.start() for match in _SIGN.finditer(words)} if escape else set()
    for at, letter in enumerate(words):
        if letter in spelled:
            pieces.append(spelled[letter])
        elif at in signs:
            pieces.append(_ENTITIES.get(letter) or "\\" + letter)
        else:
            pieces.append(letter)
    return "".join(pieces)


def _meaning(match: re.Match[str]) -> str:
    if match["escaped"]:
        return match["escaped"]
    if match["name"]:
        return html5.get(f"{match['name']};", match[0])
    digits = match["decimal"]
    number = int(digits) if digits else int(match["hexadecimal"], 16)
    valid = 0 < number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return chr(number) if valid else "\ufffd"
