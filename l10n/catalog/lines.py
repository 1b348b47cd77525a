"""Reading a PO file line by line: everything that gettext's grammar allows, and what it does not.

After GNU gettext 0.21, po-lex.c and po-gram-gen.y.
"""

import re

from l10n.catalog.entries import Entry

_PLURAL = re.compile(r"msgstr\[([0-9]+)\]")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,2}\])?)(?=[\s\"]|\Z)")
_CONTENT = re.compile(r'(?:[^"\\]|\\.)*')
_BLANKS = " \t\r\f\v"


class LineReader:
    """Gathers entries line by line; ``flaws`` holds (byte offset, what is wrong)."""

    __slots__ = ("_parts", "entry", "flaws")

    def __init__(self) -> None:
        self.flaws: list[tuple[int, str]] = []
        self.entry: Entry | None = None  # the one that further lines belong to
        self._parts: list[str] | None = None  # the string that a continuation line belongs to

    @property
    def open(self) -> bool:
        """Whether the entry still waits for its msgstr, so that what comes belongs to it."""
        entry = self.entry
        return entry is not None and not any(name.startswith("msgstr") for name in entry.strings)

    def feed(self, raw: bytes, start: int) -> Entry | None:
        """Read the line ``raw`` at byte ``start``; return the entry it began, if it began one."""
        line = raw.decode().strip(_BLANKS)
        end = start + len(raw) + 1
        before = self.entry
        if line.startswith("#~"):
            self._obsolete(line[2:].lstrip(_BLANKS), start, end)
        elif line.startswith("#|"):
            self._previous(line[2:].lstrip(_BLANKS), start, end)
        elif line.startswith("#"):
            self._comment(raw.decode().removesuffix("\r").lstrip(_BLANKS), start, end)
        elif line:
            self._said(line, start, end, False)
        return self.entry if self.entry is not before else None

    def _obsolete(self, line: str, start: int, end: int) -> None:
        if line.startswith("|"):
            self._previous(line[1:].lstrip(_BLANKS), start, end)
        elif line.startswith('"') or _KEYWORD.match(line):
            self._said(line, start, end, True)
        else:  # a comment inside an obsolete entry, or one that merely begins so
            self._comment(line if line.startswith("#") else f"# {line}", start, end)

    def _comment(self, line: str, start: int, end: int) -> None:
        self._above(start, end).comments.append(line)
        self._parts = None

    def _above(self, start: int, end: int) -> Entry:
        """Return the entry that a comment belongs to: the next one, behind a msgid."""
        if self.entry is None or self.entry.strings:
            self.entry = Entry(start)
        self.entry.end = end
        return self.entry

    def _previous(self, line: str, start: int, end: int) -> None:
        if line.startswith('"') and self.entry is not None and self._parts is not None:
            self._string(line, start)
            self.entry.end = end
            return
        match = _KEYWORD.match(line)
        if match is None:
            self._comment(f"# | {line}".rstrip(), start, end)
            return
        self._parts = self._above(start, end).previous.setdefault(match[1], [])
        self._string(line[match.end() :].lstrip(_BLANKS), start)

    def _said(self, line: str, start: int, end: int, obsolete: bool) -> None:
        """Read a line of the entry itself: a keyword with a string, or a string alone."""
        if line.startswith('"'):
            if self.entry is None or self._parts is None:
                self.flaws.append((start, "a string stands here without its keyword"))
                return
            self._string(line, start)
            self.entry.end = end
            return
        match = _KEYWORD.match(line)
        if match is None:
            found = f"“{line[:40]}” is neither a comment, a keyword nor a string"
            self.flaws.append((start, found))
            return
        entry = self._owner(match[1], start, obsolete)
        if entry is not None:
            self._parts = entry.strings.setdefault(match[1], [])
            entry.end = end
            self._string(line[match.end() :].lstrip(_BLANKS), start)

    def _owner(self, keyword: str, start: int, obsolete: bool) -> Entry | None:
        """Return the entry that ``keyword`` belongs to, or None with a flaw."""
        entry = self.entry
        if keyword in ("msgid", "msgctxt"):
            if entry is None or "msgid" in entry.strings or keyword in entry.strings:
                entry = self.entry = Entry(start)
            if keyword == "msgid":
                entry.keyword = start
            entry.obsolete = obsolete
            return entry
        if entry is None or "msgid" not in entry.strings:
            self.flaws.append((start, f"{keyword} stands here without a msgid before it"))
            return None
        if keyword in entry.strings:
            self.flaws.append((start, f"a second {keyword} for the same message"))
            return None
        return entry

    def _string(self, line: str, start: int) -> None:
        if self._parts is None:
            return
        if len(line) < 2 or not line.startswith('"'):
            self.flaws.append((start, "a keyword stands here without a string"))
            return
        match = _CONTENT.match(line, 1)
        end = match.end() if match else 1
        if end == len(line):
            self.flaws.append((start, "a string does not end on the line where it begins"))
        elif end != len(line) - 1:
            self.flaws.append((start, 'a quote inside a string is not written as \\"'))
        else:
            self._parts.append(line[1:end])


def plural_forms(entry: Entry) -> tuple[str, ...]:
    """Return the entry's msgstr[0], msgstr[1] and so on; "" where one is left out."""
    forms = {
        int(match[1]): entry.text(name) or ""
        for name in entry.strings
        if (match := _PLURAL.fullmatch(name))
    }
    return tuple(forms.get(index, "") for index in range(max(forms, default=-1) + 1))
