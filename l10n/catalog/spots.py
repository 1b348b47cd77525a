"""Where in a PO file a spot of a translation stands, lines and columns."""

import re
from collections.abc import Sequence

from l10n.catalog.strings import unescape
from l10n.model.finding import Region
from l10n.model.inline import Span

_QUOTED = re.compile(r'^((?:#~ ?)?[ \t]*(?:msgstr[ \t]*)?)"(.*)"[ \t\r]*$')
_MSGSTR = re.compile(r'^(?:#~ ?)?[ \t]*msgstr[ \t]*"')
# A character as it is written: an escape of C, or itself.
_ATOM = re.compile(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)|.", re.DOTALL)


def find_spot(lines: Sequence[bytes], line: int, msgstr: str, span: Span) -> Region | None:
    """Return where the characters ``span`` of ``msgstr`` stand in a PO file, split at its LFs.

    ``line`` is the 1-based line of the message's msgid. None where no such msgstr follows: the
    file has changed meanwhile, or its strings are written in a way that hides single characters.
    """
    at = line
    while at < len(lines) and lines[at].strip() and not _MSGSTR.match(_text(lines[at])):
        at += 1
    said: list[str] = []
    places: list[tuple[int, int, int]] = []  # of each character: its line, and columns
    while at < len(lines) and (match := _QUOTED.match(_text(lines[at]))):
        if places and _MSGSTR.match(_text(lines[at])):
            break
        for atom in _ATOM.finditer(match[2]):
            start, end = (match.start(2) + offset + 1 for offset in atom.span())
            meant = unescape(atom[0])
            said.append(meant)
            places += [(at + 1, start, end)] * len(meant)
        at += 1
    start_at, end_at = span
    if "".join(said) != msgstr or not 0 <= start_at < end_at <= len(places):
        return None
    first, last = places[start_at], places[end_at - 1]
    return Region(first[0], first[1], last[0], last[2])


def _text(line: bytes) -> str:
    return line.decode("utf-8", "replace")
