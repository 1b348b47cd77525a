"""Bytes → CatalogFile: every message with the exact span of its bytes."""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from l10n.catalog.strings import unescape
from l10n.model.errors import Flaw, InputError
from l10n.model.lines import LineIndex
from l10n.model.message import Catalog, Message

_CONFLICT = re.compile(rb"^(?:<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)(?: |\r?$)", re.M)
_PLURAL = re.compile(rb"msgstr\[(\d+)\]")
_INSIDE = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+\Z', re.S)
_UTF8 = ("UTF-8", "UTF8", "CHARSET", "ASCII", "US-ASCII")
_MEND = "open the file in a PO editor, or restore it from version control"
# gettext puts a file name with blanks between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
_REFERENCE = re.compile("\u2068([^\u2069]*)\u2069|[^\\s]+")
_QUOTED = rb'(?:"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"\n)++'
# An entry as nearly all are. It is read in one step, anything else line by line.
_USUAL = re.compile(
    rb"((?:#[ ,.:][^\n]*+\n|#\n)*+)(msgid) (%b)msgstr (%b)(?=\n|\Z)" % (_QUOTED, _QUOTED)
)
_RESOLVE = "keep one of the versions between the markers, and remove the three marker lines"


@dataclass(frozen=True, slots=True)
class CatalogFile:
    """A PO file as it was read: its bytes, what they say, and where each message stands."""

    path: str
    data: bytes
    catalog: Catalog
    spans: tuple[tuple[int, int], ...]  # byte span of each of catalog.messages, same order
    header_span: tuple[int, int]  # (0, 0) where there is no header
    keywords: tuple[int, ...]  # byte offset of each message's msgid or msgctxt

    def line(self, index: int) -> int:
        """Return the 1-based line on which the message at ``index`` begins with its keyword."""
        return self.data.count(b"\n", 0, self.keywords[index]) + 1


@dataclass(slots=True)
class _Entry:
    """What was read of one entry so far."""

    start: int
    end: int = 0
    keyword: int = 0
    obsolete: bool = False
    comments: list[bytes] = field(default_factory=list)
    strings: dict[bytes, list[bytes]] = field(default_factory=dict)
    previous: dict[bytes, list[bytes]] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        return b"msgstr" in self.strings or b"msgstr[0]" in self.strings


def parse_catalog(data: bytes, path: str) -> CatalogFile:
    """Return the PO file ``data``; ``path`` is how errors call it.

    Raises InputError with every Flaw at ``path:line``: malformed entries, merge conflicts,
    text that is not UTF-8, another charset in the header, messages defined twice.
    """
    _check_text(data, path)
    reader = _Reader(path, data)
    reader.read(3 if data.startswith(b"\xef\xbb\xbf") else 0)
    return reader.result()


def _check_text(data: bytes, path: str) -> None:
    flaws: list[Flaw] = []
    for match in _CONFLICT.finditer(data):
        if match[0][:1] == b"<":
            line = LineIndex(data).line(match.start())
            where = f"{path}:{line}"
            flaws.append(Flaw(where, "an unresolved merge conflict begins here", "", _RESOLVE))
    if flaws:
        raise InputError(*flaws)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        charset = re.search(rb"charset=([\w.:-]+)", data[:4096])
        declared = charset[1].decode() if charset else ""
        if declared and declared.upper() not in _UTF8:
            raise InputError(_charset(path, data, declared)) from None
        line = LineIndex(data).line(error.start)
        raise InputError(
            Flaw(
                f"{path}:{line}",
                f"the byte 0x{data[error.start]:02x} at offset {error.start} is not UTF-8",
                "PO files in UTF-8",
                "save the file as UTF-8",
            )
        ) from None


def _charset(path: str, data: bytes, charset: str) -> Flaw:
    at = data.find(b"charset=")
    return Flaw(
        f"{path}:{LineIndex(data).line(at)}",
        f"the header says that the charset is {charset}",
        "UTF-8",
        f"convert it: msgconv --to-code=UTF-8 -o {path} {path}",
    )


class _Reader:
    """Gathers entries; outside the usual form, line by line until the next entry begins."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.data = data
        self.flaws: list[tuple[int, str]] = []  # byte offset, what was found
        self.read_entries: list[tuple[Message, int, int, int]] = []  # start, end, keyword
        self.entry: _Entry | None = None
        self.parts: list[bytes] | None = None  # where a continuation line belongs

    def read(self, position: int) -> None:
        data = self.data
        length = len(data)
        done = self.read_entries
        while position < length:
            if self.entry is None or self.entry.complete:
                match = _USUAL.match(data, position)
                if match:
                    self._finish()
                    done.append((_usual(match), match.start(), match.end(), match.start(2)))
                    position = match.end() + 1
                    continue
            end = data.find(b"\n", position) + 1 or length
            self._line(data[position:end].strip(b" \t\r\n\f\v"), position, end)
            position = end
        self._finish()

    def _line(self, line: bytes, start: int, end: int) -> None:
        first = line[:1]
        if first == b'"':
            self._continuation(line, start, end)
        elif first == b"#":
            self._hash(line, start, end)
        elif first == b"m":
            self._keyword(line, start, end, False)
        elif line:
            shown = line[:40].decode("utf-8", "replace")
            self.flaws.append((start, f"“{shown}” is neither a comment, a keyword nor a string"))

    def _continuation(self, line: bytes, start: int, end: int) -> None:
        if self.parts is None or self.entry is None:
            self.flaws.append((start, "a string stands here without its keyword"))
            return
        self._string(line, self.parts, start)
        self.entry.end = end

    def _finish(self) -> None:
        """Close the entry that is being gathered; comments without a message are let go."""
        entry, self.entry, self.parts = self.entry, None, None
        if entry is None or b"msgid" not in entry.strings:
            return
        if not entry.complete:
            self.flaws.append((entry.keyword, "this message has no msgstr"))
            return
        self.read_entries.append((_message(entry), entry.start, entry.end, entry.keyword))

    def _begin(self, start: int) -> _Entry:
        self._finish()
        self.entry = _Entry(start)
        return self.entry

    def _hash(self, line: bytes, start: int, end: int) -> None:
        mark = line[1:2]
        if mark == b"~":
            rest = line[2:].lstrip(b" \t")
            if rest.startswith(b"|"):
                self._previous(rest[1:].strip(b" \t"), start, end)
                return
            if rest.startswith(b'"'):
                self._continuation(rest, start, end)
                return
            if rest.startswith(b"m"):
                self._keyword(rest, start, end, True)
                return
            line = b"#" + rest
        elif mark == b"|":
            self._previous(line[2:].strip(b" \t"), start, end)
            return
        entry = self._commented(start, end)
        entry.comments.append(line)

    def _commented(self, start: int, end: int) -> _Entry:
        """Return the entry that a comment at ``start`` belongs to: a new one behind a msgstr."""
        entry = self.entry
        if entry is None or entry.strings:
            entry = self._begin(start)
        self.parts = None
        entry.end = end
        return entry

    def _previous(self, rest: bytes, start: int, end: int) -> None:
        if rest.startswith(b'"'):
            self._continuation(rest, start, end)
            return
        entry = self._commented(start, end)
        name, _, string = rest.partition(b" ")
        self.parts = entry.previous.setdefault(name, [])
        self._string(string.strip(b" \t"), self.parts, start)

    def _keyword(self, line: bytes, start: int, end: int, obsolete: bool) -> None:
        at = line.find(b'"')  # a blank before the string may be missing
        name, string = (line[:at].rstrip(b" \t"), line[at:]) if at > 0 else (line, b"")
        entry = self.entry
        if name == b"msgid" or name == b"msgctxt":
            if entry is None or b"msgid" in entry.strings or name in entry.strings:
                entry = self._begin(start)
            if not entry.strings:
                entry.keyword = start
                entry.obsolete = obsolete
        elif name != b"msgstr" and name != b"msgid_plural" and not _PLURAL.fullmatch(name):
            shown = name[:30].decode("utf-8", "replace")
            self.flaws.append((start, f"“{shown}” is not a keyword of PO files"))
            return
        elif entry is None or b"msgid" not in entry.strings:
            self.flaws.append((start, f"{name.decode()} stands here without a msgid before it"))
            return
        elif name in entry.strings:
            self.flaws.append((start, f"a second {name.decode()} for the same message"))
            return
        self.parts = entry.strings.setdefault(name, [])
        self._string(string, self.parts, start)
        entry.end = end

    def _string(self, raw: bytes, parts: list[bytes], start: int) -> None:
        content = raw[1:-1]
        if len(raw) < 2 or raw[:1] != b'"' or raw[-1:] != b'"':
            self.flaws.append((start, "a string does not end on the line where it begins"))
        elif not _INSIDE.match(content):
            self.flaws.append((start, 'a quote inside a string is not written as \\"'))
        else:
            parts.append(content)

    def result(self) -> CatalogFile:
        """Return what was read, or raise InputError with every flaw."""
        header = Message("")
        header_span = (0, 0)
        kept: list[tuple[Message, int, int, int]] = []
        seen: dict[tuple[str | None, str], int] = {}
        for entry in self.read_entries:
            message, start, end, keyword = entry
            if not message.msgid and message.msgctxt is None and not kept:
                header, header_span = message, (start, end)
                continue
            if not message.obsolete:
                first = seen.setdefault(message.key, keyword)
                if first != keyword:
                    line = LineIndex(self.data).line(first)
                    self.flaws.append((keyword, f"this message was defined already on line {line}"))
            kept.append(entry)
        catalog = Catalog(
            _fields(header.msgstr),
            header.translator_comments,
            header.flags,
            tuple(message for message, _, _, _ in kept),
        )
        self._settle(catalog)
        return CatalogFile(
            self.path,
            self.data,
            catalog,
            tuple((start, end) for _, start, end, _ in kept),
            header_span,
            tuple(keyword for _, _, _, keyword in kept),
        )

    def _settle(self, catalog: Catalog) -> None:
        lines = LineIndex(self.data) if self.flaws else None
        flaws = [
            Flaw(f"{self.path}:{lines.line(at) if lines else 1}", found, "", _MEND)
            for at, found in sorted(self.flaws)
        ]
        charset = re.search(r"charset=([\w.:-]+)", catalog.field("Content-Type") or "")
        if charset and charset[1].upper() not in _UTF8:
            flaws.append(_charset(self.path, self.data, charset[1]))
        if flaws:
            raise InputError(*flaws)


def _usual(match: re.Match[bytes]) -> Message:
    comments, msgid, msgstr = match[1], match[3], match[4]
    if comments:
        return _commented(comments.split(b"\n")[:-1], _joined(msgid), _joined(msgstr))
    return Message(_joined(msgid), _joined(msgstr))


def _joined(quoted: bytes) -> str:
    raw = quoted[1:-2]
    return unescape(raw.replace(b'"\n"', b"") if b'"\n"' in raw else raw)


def _fields(text: str) -> tuple[tuple[str, str], ...]:
    fields = []
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields.append((name.strip(), value.strip()))
    return tuple(fields)


def _message(entry: _Entry) -> Message:
    strings, previous = entry.strings, entry.previous
    plural: tuple[str, ...] = ()
    if b"msgid_plural" in strings or b"msgstr[0]" in strings:
        forms = {
            int(match[1]): _text(parts)
            for name, parts in strings.items()
            if (match := _PLURAL.fullmatch(name))
        }
        plural = tuple(forms.get(index, "") for index in range(max(forms, default=-1) + 1))
    return _commented(
        entry.comments,
        _text(strings[b"msgid"]),
        _text(strings.get(b"msgstr", [])),
        msgctxt=_text(strings[b"msgctxt"]) if b"msgctxt" in strings else None,
        msgid_plural=_text(strings[b"msgid_plural"]) if b"msgid_plural" in strings else None,
        msgstr_plural=plural,
        previous_msgid=_text(previous[b"msgid"]) if b"msgid" in previous else None,
        previous_msgctxt=_text(previous[b"msgctxt"]) if b"msgctxt" in previous else None,
        obsolete=entry.obsolete,
    )


def _commented(comments: list[bytes], msgid: str, msgstr: str, **rest: Any) -> Message:
    """Return the Message with its comment lines sorted by what they are."""
    translator: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    for comment in comments:
        mark = comment[1:2]
        text = comment[2:].decode()
        if mark == b".":
            extracted.append(text.removeprefix(" "))
        elif mark == b":":
            references += map(_reference, _REFERENCE.finditer(text))
        elif mark == b",":
            flags += filter(None, map(str.strip, text.split(",")))
        else:
            translator.append(comment[1:].decode().removeprefix(" "))
    return Message(
        msgid,
        msgstr,
        flags=tuple(flags),
        translator_comments=tuple(translator),
        extracted_comments=tuple(extracted),
        references=tuple(references),
        **rest,
    )


def _text(parts: list[bytes]) -> str:
    return unescape(parts[0] if len(parts) == 1 else b"".join(parts))


def _reference(match: re.Match[str]) -> str:
    if match[1] is not None:
        return match[1]
    return unquote(match[0]) if "%" in match[0] else match[0]
