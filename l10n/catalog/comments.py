"""Comment lines of a PO entry: what each kind says, and how references are written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

# gettext puts a file name with blanks between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
_REFERENCE = re.compile("\u2068([^\u2069]*)\u2069|\\S+")
# What some reader takes for the end of a reference; "%" only where it would decode by accident.
_UNSAFE = re.compile("[\\s\u2068\u2069]|%(?=[0-9A-Fa-f]{2})")
_LINE_END = re.compile(r"\r\n|\r|\n")
_WIDTH = 79  # where gettext, and so Poedit, breaks lines of references even without wrapping


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments above one message, by kind, without their markers."""

    translator: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def read_comments(lines: Iterable[str]) -> Comments:
    """Return what ``lines`` say; each begins with ``#`` and has lost its line end."""
    translator: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    for line in lines:
        mark = line[1:2]
        if mark == ":":
            plain = "%" not in line and "\u2068" not in line
            references += line[2:].split() if plain else map(_decoded, _REFERENCE.finditer(line, 2))
        elif mark == ".":
            extracted += _plain(line[2:])
        elif mark == ",":
            flags += (flag.strip() for flag in line[2:].split(","))
        else:
            translator += _plain(line[1:])
    return Comments(
        tuple(translator), tuple(extracted), tuple(references), tuple(filter(None, flags))
    )


def written_comments(comments: Comments) -> str:
    """Return ``comments`` as lines in the order of gettext and Poedit."""
    lines = _lines("#", comments.translator) + _lines("#.", comments.extracted)
    lines += _reference_lines(comments.references)
    if comments.flags:
        lines.append(f"#, {', '.join(comments.flags)}\n")
    return "".join(lines)


def _lines(marker: str, comments: tuple[str, ...]) -> list[str]:
    if len(comments) == 1 and comments[0].isprintable() and comments[0][-1:] not in ("", "\\"):
        return [f"{marker} {comments[0]}\n"]  # as nearly all are
    texts = (line for comment in comments for line in _LINE_END.split(comment))
    return [f"{marker} {_closed(text)}\n" if text else f"{marker}\n" for text in texts]


def _closed(text: str) -> str:
    """gettext takes a backslash at the end of any line, comments too, for a continuation."""
    return text + " " if text.endswith("\\") else text


def _plain(text: str) -> list[str]:
    """Return the lines of a comment as _lines() would be given them."""
    if not text.endswith(("\\", " ")) and "\r" not in text:
        return [text.removeprefix(" ")]
    lines = _LINE_END.split(text.removeprefix(" "))
    return [line.rstrip(" ") if line.rstrip(" ").endswith("\\") else line for line in lines]


@lru_cache(maxsize=8)  # all messages of a post have the same
def _reference_lines(references: tuple[str, ...]) -> tuple[str, ...]:
    """Fill lines as gettext's write-po.c does, which counts bytes."""
    lines: list[str] = []
    line, column = "#:", 2
    for reference in references:
        written = " " + _UNSAFE.sub(lambda match: quote(match[0]), reference)
        width = len(written.encode())
        if column > 2 and column + width > _WIDTH:
            lines.append(line + "\n")
            line, column = "#:", 2
        line, column = line + written, column + width
    if references:
        lines.append(line + "\n")
    return tuple(lines)


def _decoded(match: re.Match[str]) -> str:
    path: str | None = match[1]
    if path is not None:
        return path
    return unquote(match[0]) if "%" in match[0] else match[0]
