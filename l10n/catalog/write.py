"""Catalogs → bytes, in the form that Poedit writes, untouched where nothing changed."""

import re
from urllib.parse import quote

from l10n.catalog.parse import CatalogFile
from l10n.catalog.strings import quoted
from l10n.model.message import Catalog, Message

_SPLITS = re.compile(r"\s|%(?=[0-9A-Fa-f]{2})")


def write_catalog(catalog: Catalog) -> bytes:
    """Return a new PO file."""
    blocks = [_header(catalog), *map(write_message, catalog.messages)]
    return "\n".join(blocks).encode()


def update_catalog(file: CatalogFile, catalog: Catalog) -> bytes:
    """Return ``file`` brought to ``catalog``; ``file.data`` itself where they are equal.

    Messages that are in the file as they are keep their bytes, however they were laid out;
    the header keeps its bytes unless one of its fields changed.
    """
    old = file.catalog
    if catalog == old:
        return file.data
    header = _header_bytes(file, catalog)
    newline = b"\r\n" if b"\r\n" in file.data[: file.data.find(b"\n") + 1] else b"\n"
    if [message.key for message in catalog.messages] == [message.key for message in old.messages]:
        return _in_place(file, catalog, header, newline)
    known = {
        (message.key, message.obsolete): (message, span)
        for message, span in zip(old.messages, file.spans, strict=True)
    }
    blocks = [file.data[: file.header_span[0]] + header]
    for message in catalog.messages:
        before, span = known.get((message.key, message.obsolete), (None, (0, 0)))
        raw = file.data[slice(*span)] if before == message else _encoded(message, newline)
        blocks.append(raw if raw.endswith(b"\n") else raw + newline)
    return newline.join(blocks)


def _in_place(file: CatalogFile, catalog: Catalog, header: bytes, newline: bytes) -> bytes:
    pieces = [file.data[: file.header_span[0]], header]
    position = file.header_span[1]
    for new, before, (start, end) in zip(
        catalog.messages, file.catalog.messages, file.spans, strict=True
    ):
        if new != before:
            raw = _encoded(new, newline)
            if not file.data[start:end].endswith(b"\n"):
                raw = raw.rstrip(b"\r\n")
            pieces += (file.data[position:start], raw)
            position = end
    pieces.append(file.data[position:])
    return b"".join(pieces)


def _header_bytes(file: CatalogFile, catalog: Catalog) -> bytes:
    old, span = file.catalog, file.header_span
    same = (old.header, old.header_comments, old.header_flags) == (
        catalog.header,
        catalog.header_comments,
        catalog.header_flags,
    )
    if same and span != (0, 0):
        raw = file.data[slice(*span)]
        return raw if raw.endswith(b"\n") else raw + b"\n"
    if not catalog.header:
        return b""
    newline = b"\r\n" if b"\r\n" in file.data[: file.data.find(b"\n") + 1] else b"\n"
    return _header(catalog).encode().replace(b"\n", newline)


def _header(catalog: Catalog) -> str:
    text = "".join(f"{name}: {value}\n" for name, value in catalog.header)
    message = Message(
        "", text, translator_comments=catalog.header_comments, flags=catalog.header_flags
    )
    body = write_message(message)
    # One line is no reason for a header to look unlike every other one.
    return body.replace(f'msgstr "{text[:-1]}\\n"', f'msgstr ""\n"{text[:-1]}\\n"')


def _encoded(message: Message, newline: bytes) -> bytes:
    return write_message(message).encode().replace(b"\n", newline)


def write_message(message: Message) -> str:
    """Return the lines of one message, without the blank line between messages."""
    lines = [f"# {comment}".rstrip(" ") + "\n" for comment in message.translator_comments]
    lines += (f"#. {comment}\n" for comment in message.extracted_comments)
    if message.references:
        lines.append(f"#: {' '.join(map(_reference, message.references))}\n")
    if message.flags:
        lines.append(f"#, {', '.join(message.flags)}\n")
    prefix = "#~ " if message.obsolete else ""
    before = "#~| " if message.obsolete else "#| "
    if message.previous_msgctxt is not None:
        lines.append(quoted("msgctxt", message.previous_msgctxt, before))
    if message.previous_msgid is not None:
        lines.append(quoted("msgid", message.previous_msgid, before))
    if message.msgctxt is not None:
        lines.append(quoted("msgctxt", message.msgctxt, prefix))
    lines.append(quoted("msgid", message.msgid, prefix))
    if message.msgid_plural is not None:
        lines.append(quoted("msgid_plural", message.msgid_plural, prefix))
        forms = message.msgstr_plural or ("",)
        lines += (quoted(f"msgstr[{at}]", form, prefix) for at, form in enumerate(forms))
    else:
        lines.append(quoted("msgstr", message.msgstr, prefix))
    return "".join(lines)


def _reference(path: str) -> str:
    """Readers split references at white space, so white space in a path is percent-encoded."""
    return _SPLITS.sub(lambda match: quote(match[0]), path)
