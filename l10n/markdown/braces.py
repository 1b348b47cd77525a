"""JavaScript expressions in braces: where they close, and the strings translators may read."""

import re
from collections.abc import Iterator, Sequence

from l10n.markdown.masks import Offer

_STRING = rb"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\\r\n])*'|`(?:\\.|[^`\\])*`"
_BRACE = re.compile(rb"[{}]|/\*.*?\*/|" + _STRING, re.S)
_KEYED = re.compile(rb"([\w$]{1,60})[\"']?\s{0,99}:\s{0,99}(" + _STRING + rb")", re.S)
_WHOLE = re.compile(rb"\{\s*(\"[^\"\\]*\"|'[^'\\]*'|`[^`\\$]*`)\s*\}")
_LETTER = re.compile(r"[^\W\d_]")
_REACH = 1 << 16  # bytes of one expression
_SHORT_REACH = 1 << 8  # once one was found not to close: a thousand of them must not cost more


class Braces:
    """Finds the brace that closes another; the first that does not close makes it cautious."""

    __slots__ = ("_data", "_reach")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._reach = _REACH

    def close(self, start: int) -> int | None:
        """Return the offset behind the brace that closes the one at ``start``."""
        depth = 0
        for match in _BRACE.finditer(self._data, start, start + self._reach):
            if match[0] == b"{":
                depth += 1
            elif match[0] == b"}":
                depth -= 1
                if not depth:
                    return match.end()
        self._reach = _SHORT_REACH
        return None


def keyed_strings(data: bytes, start: int, end: int, names: Sequence[str]) -> Iterator[Offer]:
    """Yield the strings of an expression that stand under one of the keys in ``names``."""
    for match in _KEYED.finditer(data, start, end):
        if match[1].decode("utf-8", "replace") in names and match[2][:1] in b"\"'":
            yield from _offer(match, 2, match[1].decode("utf-8", "replace"))


def whole_string(data: bytes, start: int, end: int, name: str) -> Iterator[Offer]:
    """Yield the string that is all there is between the braces at ``start:end``."""
    match = _WHOLE.fullmatch(data, start, end)
    if match:
        yield from _offer(match, 1, name)


def _offer(match: re.Match[bytes], group: int, name: str) -> Iterator[Offer]:
    value = match[group][1:-1].decode("utf-8", "replace")
    if _LETTER.search(value):
        first, last = match.start(group) + 1, match.end(group) - 1
        yield Offer(first, last, name, match[group][:1], script=True)
