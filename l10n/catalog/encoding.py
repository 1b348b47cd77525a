"""What makes a PO file unreadable as a whole: another charset, or an unresolved merge."""

import re
import shlex

from l10n.model.errors import Flaw
from l10n.model.lines import LineIndex

_MARKER = re.compile(rb"^(<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)(?=[ \r\n]|\Z)", re.M)
_STAGES = {b"<<<<<<<": "begins", b">>>>>>>": "ends"} | dict.fromkeys(
    (b"|||||||", b"======="), "goes on"
)
_CHARSET = re.compile(r"charset\s*=\s*([^\s;\"\\]+)", re.I)
_UTF8 = ("utf-8", "utf8", "charset")  # the last is what xgettext writes into templates


def conflicts(data: bytes, path: str) -> list[Flaw]:
    """Return a Flaw for each merge conflict that was left in ``data``."""
    markers = list(_MARKER.finditer(data))
    index = LineIndex(data)
    return [
        Flaw(
            f"{path}:{index.line(marker.start())}",
            f"an unresolved merge conflict {_STAGES[marker[1]]} here",
            remedy="keep one version of what stands between the markers, and delete their lines",
        )
        # One of each conflict's markers is enough; where the first was deleted, the others.
        for marker in [each for each in markers if each[1] == b"<<<<<<<"] or markers
    ]


def not_utf8(data: bytes, path: str) -> Flaw:
    """Return the Flaw of ``data`` that is not UTF-8: its header may say what it is."""
    said = foreign_charset(data, path, data[:4096].decode("latin-1"))
    if said:
        return said[0]
    offset = _first_bad_byte(data)
    return Flaw(
        f"{path}:{LineIndex(data).line(offset)}",
        f"the byte 0x{data[offset]:02x} at offset {offset} is not UTF-8",
        "PO files in UTF-8",
        "save the file as UTF-8",
    )


def _first_bad_byte(data: bytes) -> int:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return 0


def foreign_charset(data: bytes, path: str, content_type: str) -> list[Flaw]:
    """Return a Flaw where ``content_type`` names another charset than UTF-8, otherwise none."""
    match = _CHARSET.search(content_type)
    if match is None or match[1].lower() in _UTF8:
        return []
    at = max(data.lower().find(b"charset"), 0)
    name = shlex.quote(path)
    return [
        Flaw(
            f"{path}:{LineIndex(data).line(at)}",
            f"the header says that the charset is {match[1]}",
            "UTF-8",
            f"convert the file: msgconv --to-code=UTF-8 -o {name} {name}",
        )
    ]
