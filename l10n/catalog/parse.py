"""Bytes → CatalogFile: every message with the exact span of its bytes."""

import re
from dataclasses import dataclass, field

from l10n.catalog.comments import Comments, read_comments
from l10n.catalog.encoding import conflicts, foreign_charset, not_utf8
from l10n.catalog.entries import Entry, usual
from l10n.catalog.file import CatalogFile
from l10n.catalog.lines import LineReader, plural_forms
from l10n.model.errors import Flaw, InputError
from l10n.model.lines import LineIndex
from l10n.model.message import Catalog, Message

_BOM = b"\xef\xbb\xbf"
_LIVE, _OBSOLETE = (
    {newline: usual(newline, mark) for newline in (b"\n", b"\r\n")} for mark in (b"", b"#~ ")
)
_NOTHING = Message("")
_RESTORE = "open the file in a PO editor, or restore it from version control"


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read so far, list by list: fewer objects, and so half the time of one list."""

    messages: list[Message] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    keywords: list[int] = field(default_factory=list)  # where each msgid stands, in bytes
    unusual: dict[int, Entry] = field(default_factory=dict)  # by index; complete at the end only

    def add(self, message: Message, start: int, end: int, keyword: int) -> None:
        self.messages.append(message)
        self.spans.append((start, end))
        self.keywords.append(keyword)


def parse_catalog(data: bytes, path: str) -> CatalogFile:
    """Return the PO file ``data``; ``path`` is how errors call it.

    Raises InputError with every Flaw at ``path:line``: merge conflicts, text that is not UTF-8
    or says that it is not, malformed entries, live messages defined twice.
    """
    reader = LineReader()
    found = _Found()
    try:
        _read(data, reader, found)
    except UnicodeDecodeError:
        raise InputError(not_utf8(data, path)) from None
    _settle(data, reader, found)
    return _file(data, path, reader.flaws, found)


def newline_of(data: bytes) -> bytes:
    """Return the line end that the file ``data`` begins with; LF where it has none."""
    first = data.find(b"\n")
    return b"\r\n" if first > 0 and data[first - 1] == 13 else b"\n"


def _read(data: bytes, reader: LineReader, found: _Found) -> None:
    newline = newline_of(data)
    live, obsolete = _LIVE[newline], _OBSOLETE[newline]
    known: dict[bytes, Comments] = {}
    position = len(_BOM) if data.startswith(_BOM) else 0
    while position < len(data):
        if reader.entry is None or not reader.open:
            kind, match = live, live.pattern.match(data, position)
            if match is None:
                kind, match = obsolete, obsolete.pattern.match(data, position)
            if match is not None:
                above, context, msgid, msgstr = match.groups()
                comments = known.get(above)
                if comments is None:  # neighbours often share theirs
                    comments = known[above] = _comments(above)
                message = Message(  # by position: half a microsecond less each
                    kind.text(msgid),
                    kind.text(msgstr),
                    None if context is None else kind.text(context),
                    None,
                    (),
                    None,
                    None,
                    comments.flags,
                    comments.translator,
                    comments.extracted,
                    comments.references,
                    kind is obsolete,
                )
                keyword = match.start(3) - len("msgid ") - len(kind.mark)
                found.add(message, position, match.end(4), keyword)
                reader.entry = None
                position = match.end()
                continue
        end = data.find(b"\n", position)
        end = len(data) if end < 0 else end
        began = reader.feed(data[position:end], position)
        if began is not None:
            found.unusual[len(found.messages)] = began
            found.add(_NOTHING, began.start, 0, 0)
        position = end + 1


def _comments(above: bytes) -> Comments:
    lines = above.decode().replace("\r\n", "\n").split("\n")
    del lines[-1]
    return read_comments(lines)


def _settle(data: bytes, reader: LineReader, found: _Found) -> None:
    """Put messages in the place of unusual entries, and leave out what is none."""
    for index, entry in reversed(found.unusual.items()):
        if {"msgid", "msgstr"} <= entry.strings.keys() or "msgstr[0]" in entry.strings:
            found.messages[index] = _message(entry)
            found.spans[index] = (entry.start, min(entry.end, len(data)))
            found.keywords[index] = entry.keyword
            continue
        if "msgid" in entry.strings:
            reader.flaws.append((entry.keyword, "this message has no msgstr"))
        elif entry.strings or entry.previous:
            reader.flaws.append((entry.start, "this entry has no msgid"))
        # Otherwise comments at the end of the file, which belong to no message.
        del found.messages[index], found.spans[index], found.keywords[index]


def _message(entry: Entry) -> Message:
    comments = read_comments(entry.comments)
    return Message(
        entry.text("msgid") or "",
        entry.text("msgstr") or "",
        entry.text("msgctxt"),
        entry.text("msgid_plural"),
        plural_forms(entry),
        entry.before("msgid"),
        entry.before("msgctxt"),
        comments.flags,
        comments.translator,
        comments.extracted,
        comments.references,
        entry.obsolete,
    )


def _file(data: bytes, path: str, found_wrong: list[tuple[int, str]], found: _Found) -> CatalogFile:
    header, span = _NOTHING, (0, 0)
    messages, spans, keywords = found.messages, found.spans, found.keywords
    for index, message in enumerate(messages):  # nearly always the first one
        if not message.msgid and message.msgctxt is None and not message.obsolete:
            header, span = messages.pop(index), spans.pop(index)
            del keywords[index]
            break
    found_wrong += _repeated(data, messages, keywords)
    catalog = Catalog(
        _fields(header.msgstr), header.translator_comments, header.flags, tuple(messages)
    )
    flaws = conflicts(data, path) if found_wrong else []  # they are why lines made no sense
    flaws = flaws or _flaws(data, path, found_wrong)
    flaws += foreign_charset(data, path, catalog.field("Content-Type") or "")
    if flaws:
        raise InputError(*flaws)
    return CatalogFile(path, data, catalog, tuple(spans), span, tuple(keywords))


def _repeated(data: bytes, messages: list[Message], keywords: list[int]) -> list[tuple[int, str]]:
    """Return the flaws of live messages defined twice: nobody can tell which one counts."""
    live = [(each.msgctxt, each.msgid) for each in messages if not each.obsolete]
    if len(set(live)) == len(live):
        return []
    first: dict[tuple[str | None, str], int] = {}
    for message, keyword in zip(messages, keywords, strict=True):
        if not message.obsolete:
            first.setdefault(message.key, keyword)
    index = LineIndex(data)
    return [
        (keyword, f"this message was defined already on line {index.line(first[message.key])}")
        for message, keyword in zip(messages, keywords, strict=True)
        if not message.obsolete and first[message.key] != keyword
    ]


def _flaws(data: bytes, path: str, found: list[tuple[int, str]]) -> list[Flaw]:
    if not found:
        return []
    index = LineIndex(data)
    return [
        Flaw(f"{path}:{index.line(offset)}", text, remedy=_RESTORE)
        for offset, text in sorted(found)
    ]


def _fields(text: str) -> tuple[tuple[str, str], ...]:
    split = (re.split(r"\s*:\s*", line.strip(), maxsplit=1) for line in text.split("\n"))
    return tuple((pair[0], pair[1]) for pair in split if len(pair) == 2)
