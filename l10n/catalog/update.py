"""A PO file brought to what its catalog has become: every byte stays that need not change."""

from l10n.catalog.file import CatalogFile
from l10n.catalog.parse import newline_of
from l10n.catalog.write import has_header, written_field, written_header, written_message
from l10n.model.message import Catalog, Message

_Key = tuple[str | None, str, bool]


def update_catalog(file: CatalogFile, catalog: Catalog) -> bytes:
    """Return ``file`` brought to ``catalog``; ``file.data`` itself where they are equal.

    Messages and header fields that are in the file already keep their bytes, however they were
    laid out, and the blank lines above them; their order is that of ``catalog``.
    """
    if catalog == file.catalog:
        return file.data
    data, newline = file.data, newline_of(file.data)
    starts = (max(file.header_span[1], _start(data)), *(end for _, end in file.spans))
    known: dict[_Key, tuple[Message, int, int, int]] = {}
    for message, gap, (start, end) in zip(file.catalog.messages, starts, file.spans, strict=False):
        known.setdefault(_key(message), (message, gap, start, end))
    pieces = [_header(file, catalog, newline)]
    for message in catalog.messages:
        before, gap, start, end = known.pop(_key(message), (None, 0, 0, 0))
        raw = data[start:end] if message == before else _encoded(message, newline)
        # Where there was nothing above, the first entry stood there, or a careless one.
        above = data[gap:start] or newline
        first = len(pieces) == 1 and not pieces[0].strip(b"\xef\xbb\xbf")
        pieces += (b"" if first else above, raw)
        if not raw.endswith(b"\n"):
            pieces.append(newline)
    written = b"".join(pieces)
    tail = data[starts[-1] :]
    if (
        file.spans and not tail and not data.endswith(b"\n")
    ):  # it had no final line end, and shall have none
        return written.removesuffix(newline)
    return written + tail


def _start(data: bytes) -> int:
    return 3 if data.startswith(b"\xef\xbb\xbf") else 0


def _key(message: Message) -> _Key:
    return (*message.key, message.obsolete)


def _encoded(message: Message, newline: bytes) -> bytes:
    return written_message(message).encode().replace(b"\n", newline)


def _header(file: CatalogFile, catalog: Catalog, newline: bytes) -> bytes:
    """Return everything up to the end of the header entry."""
    old, (start, end) = file.catalog, file.header_span
    before = file.data[:start] if end else file.data[: _start(file.data)]
    raw = file.data[start:end]
    if (old.header, old.header_comments, old.header_flags) == (
        catalog.header,
        catalog.header_comments,
        catalog.header_flags,
    ):
        return before + raw + (newline if raw and not raw.endswith(b"\n") else b"")
    if not has_header(catalog):
        return before
    written = written_header(catalog).encode().replace(b"\n", newline)
    for field, lines in _fields_as_read(raw, old).items():
        fresh = written_field(*field).encode().replace(b"\n", newline)
        written = written.replace(fresh, lines, 1)
    return before + written


def _fields_as_read(raw: bytes, old: Catalog) -> dict[tuple[str, str], bytes]:
    """Return the lines of each field of the header entry ``raw``, where they can be told apart."""
    groups: list[bytes] = [b""]
    for line in raw.partition(b"msgstr")[2].split(b"\n")[1:]:
        groups[-1] += line + b"\n"
        if line.rstrip().endswith(b'\\n"'):
            groups.append(b"")
    complete = groups[:-1]
    if len(complete) != len(old.header):
        return {}
    return dict(zip(old.header, complete, strict=True))
