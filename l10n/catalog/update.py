"""A PO file brought to what its catalog has become: every byte stays that need not change."""

from collections.abc import Iterator

from l10n.catalog.file import CatalogFile
from l10n.catalog.parse import newline_of
from l10n.catalog.write import has_header, written_field, written_header, written_message
from l10n.model.message import Catalog, Message

_BOM = b"\xef\xbb\xbf"

_Key = tuple[str | None, str, bool]


def update_catalog(file: CatalogFile, catalog: Catalog) -> bytes:
    """Return ``file`` brought to ``catalog``; ``file.data`` itself where they are equal.

    Messages and header fields that are in the file already keep their bytes, however they were
    laid out, and the blank lines above them; their order is that of ``catalog``.
    """
    if catalog == file.catalog:
        return file.data
    data, newline = file.data, newline_of(file.data)
    gaps = list(_gaps(file))
    pieces = [_header(file, catalog, newline)]
    # The message that would follow, were the order still the same; a first one follows a header.
    headed = any(file.header_span[1] for start, _ in file.spans[:1] if file.header_span[0] < start)
    expected = 0 if headed else None
    for message, index in zip(catalog.messages, _origins(file, catalog), strict=True):
        raw = above = b""
        if index is not None:
            start, end = file.spans[index]
            raw, above = data[start:end], data[gaps[index] : start]
        if index is None or message != file.catalog.messages[index]:
            raw = written_message(message).encode().replace(b"\n", newline)
        if len(pieces) > 1 or pieces[0].strip(_BOM):
            in_place = index is not None and index == expected
            pieces.append(above if in_place else above or newline)
        pieces += (raw, b"" if raw.endswith(b"\n") else newline)
        expected = None if index is None else index + 1
    written = b"".join(pieces)
    tail = data[max((file.header_span[1], _start(data), *(end for _, end in file.spans))) :]
    if file.spans and not tail and not data.endswith(b"\n"):  # it had no final line end
        return written.removesuffix(newline)
    return written + tail


def _origins(file: CatalogFile, catalog: Catalog) -> Iterator[int | None]:
    """Give for each message of ``catalog`` where it stands in ``file``, None where it does not."""
    known: dict[_Key, list[int]] = {}
    for index in range(len(file.spans) - 1, -1, -1):
        known.setdefault(_key(file.catalog.messages[index]), []).append(index)
    for message in catalog.messages:
        found = known.get(_key(message))
        yield found.pop() if found else None


def _gaps(file: CatalogFile) -> Iterator[int]:
    """Give for each message where the blank lines above it begin."""
    position, header_end = _start(file.data), file.header_span[1]
    for start, end in file.spans:
        yield max(position, header_end) if header_end <= start else position
        position = end


def _start(data: bytes) -> int:
    return len(_BOM) if data.startswith(_BOM) else 0


def _key(message: Message) -> _Key:
    return (*message.key, message.obsolete)


def _header(file: CatalogFile, catalog: Catalog, newline: bytes) -> bytes:
    """Return everything up to the end of the header entry."""
    old, (start, end) = file.catalog, file.header_span
    raw = file.data[start:end]
    bom = _start(file.data)
    # A header that stands below a message comes first from now on.
    below = any(first < start for first, _ in file.spans[:1])
    before = file.data[: start if end and not below else bom]
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
