"""Raw entries: how nearly all of them are read, by one regular expression each.

What it does not match (plurals, previous msgids, odd layouts, damage) is left to
`lines.py`. Two ways, because a loop over lines alone reads no faster than polib.
"""

import re
from dataclasses import dataclass, field

from l10n.catalog.strings import unescape

_CHARS = rb'[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+'
# Groups: comments, and the strings of msgctxt, msgid and msgstr with their quotes.
_USUAL = (
    rb"((?:#(?:[ .:,][^\r\n]*+)?EOL)*+)"
    rb'(?:MARKmsgctxt ("CHARS"EOL))?'
    rb'MARKmsgid ("CHARS"EOL(?:MARK"CHARS"EOL)*+)'
    rb'MARKmsgstr ("CHARS"EOL(?:MARK"CHARS"EOL)*+)'
    rb"(?:(?:EOL)++(?=#[^~]|#~ ms|ms)|\Z)"
)


@dataclass(frozen=True, slots=True)
class Usual:
    """How a usual entry looks: live ones behind no ``mark``, obsolete ones behind ``#~ ``."""

    pattern: re.Pattern[bytes]
    mark: bytes
    end: int  # minus the length of the quote and line end behind a string
    between: str  # what stands between two lines of one string

    def text(self, string: bytes) -> str:
        """Return the text of a string as the pattern's groups hold it."""
        text = string[1 : self.end].decode().replace(self.between, "")
        return unescape(text) if "\\" in text else text


def usual(newline: bytes, mark: bytes) -> Usual:
    """Return the usual entry of a file whose lines end in ``newline``."""
    pattern = _USUAL.replace(b"CHARS", _CHARS).replace(b"EOL", newline).replace(b"MARK", mark)
    between = (b'"' + newline + mark + b'"').decode()
    return Usual(re.compile(pattern), mark, -1 - len(newline), between)


@dataclass(slots=True)
class Entry:
    """What has been read of one entry so far, in byte offsets of the file."""

    start: int
    end: int = 0
    keyword: int = 0  # where msgid stands
    obsolete: bool = False
    comments: list[str] = field(default_factory=list)
    strings: dict[str, list[str]] = field(default_factory=dict)
    previous: dict[str, list[str]] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """Return the text of the string ``name``, or None where it is absent."""
        parts = self.strings.get(name)
        return None if parts is None else unescape("".join(parts))

    def before(self, name: str) -> str | None:
        """Return the text of the previous string ``name``, or None where it is absent."""
        parts = self.previous.get(name)
        return None if parts is None else unescape("".join(parts))
