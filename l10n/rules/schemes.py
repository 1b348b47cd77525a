"""Addresses that run something instead of leading somewhere."""

import html
import re
from urllib.parse import unquote

_IGNORED = re.compile(r"[\x00-\x20\x7f\u200b\ufeff]")  # browsers skip blanks and controls there
_UNSAFE = re.compile(r"(javascript|vbscript|data):", re.I)


def unsafe_scheme(address: str) -> str:
    """Return the scheme of an address that a browser would run or unpack, "" for any other.

    Entities, percent-encoding and blanks inside the scheme are seen through, as browsers do
    (WHATWG URL, sections 4.1 and 4.4).
    """
    match = _UNSAFE.match(_IGNORED.sub("", unquote(html.unescape(address))))
    return f"{match[1].lower()}:" if match else ""
