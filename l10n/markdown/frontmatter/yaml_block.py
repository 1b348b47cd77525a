"""YAML block scalars: the text of ``|`` and ``>``, written anew with their own indentation."""

import re
from typing import Literal

from l10n.markdown.frontmatter.yaml_quote import quote

_HEADER = re.compile(rb"[|>]([0-9]?)([+-]?)([0-9]?)[ \t]*(#[^\r\n]*)?(\r\n?|\n)?")
_INDENT = re.compile(rb"(?:[ \t]*(?:\r\n?|\n))*( *)[^ \r\n]")
# Line breaks for YAML 1.1 that are none for us, and what only a double-quoted scalar holds.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BREAKS = re.compile(rb"\xc2\x85|\xe2\x80[\xa8\xa9]")


def write_block(raw: bytes, value: str, text: str, style: Literal["literal", "folded"]) -> bytes:
    """Return the bytes that put ``text`` in the place of ``raw``, which writes ``value``.

    Header, comment, indentation and line ends stay. What a block of this form cannot hold is
    written in double quotes, with the header's comment behind.
    """
    header = _HEADER.match(raw)
    assert header is not None, "a block scalar begins with its header"
    digit, chomp, digit_after, comment, line_end = header.groups()
    body = text.rstrip("\n")
    tail = len(text) - len(body)
    old = value.rstrip("\n")
    indent = _indent(raw[header.end() :], old)
    lines = _lines(body, style, bool(digit or digit_after))
    kept = chomp == b"+" and tail == len(value) - len(old)
    # Blank lines below a block that keeps them are part of it, so no other number can be said;
    # a last line of blanks stays behind, outside the span.
    fits = (kept or tail < 2) and not old.endswith((" ", "\t"))
    if indent < 1 or line_end is None or lines is None or not fits or _BREAKS.search(raw):
        fallback = quote(text, "double").encode()
        return fallback + b" " + comment if comment else fallback
    if not kept:
        chomp = b"" if tail else b"-"
    parts = [raw[:1], digit, digit_after, chomp]
    if comment:
        parts += [b" ", comment]
    margin = line_end + b" " * indent
    parts += [margin + line.encode() if line else line_end for line in lines]
    return b"".join(parts)


def _indent(content: bytes, value: str) -> int:
    """Return how far a block's text is indented, its own leading blanks not counted."""
    match = _INDENT.match(content)
    first = value.lstrip("\n")
    return len(match[1]) - (len(first) - len(first.lstrip(" "))) if match else 0


def _lines(body: str, style: Literal["literal", "folded"], explicit: bool) -> list[str] | None:
    """Return the lines that say ``body`` in a block, or None where none do."""
    lines = body.split("\n")
    if not body or _HIDDEN.search(body) or any(line and not line.strip(" \t") for line in lines):
        return None
    if style == "literal":
        first = next(line for line in lines if line)
        return None if (first[0] in " \t" and not explicit) or "\t" in first[:1] else lines
    # Folding joins lines by a blank; only a line that begins or ends with one is left alone.
    if not lines[0] or any(line != line.strip(" \t") for line in lines):
        return None
    folded: list[str] = []
    for index, line in enumerate(lines):
        if index and line:
            folded.append("")
        folded.append(line)
    return folded
