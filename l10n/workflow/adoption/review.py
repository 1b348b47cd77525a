"""The review file: what adopt could not settle by itself, and what a person decided."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.glossary.keys import Key, Value
from l10n.glossary.nodes import Reader, line_of, shown
from l10n.model.adoption import Lines, Listed, Matter
from l10n.model.errors import Flaw, InputError

if TYPE_CHECKING:
    from yaml.nodes import Node

_RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_PARTS = {
    "conflicts": ("take", ("catalog", "post")),
    "doubtful": ("do", ("draft", "accept", "reject")),
    "unpaired": ("target", ()),
    "extra": ("do", ("keep", "drop")),
}
_EXAMPLE = 'lines of the translated post, such as 41 or 41-43, or "none"'
_WORDS = 60  # characters of a text that are shown
_HEAD = """\
# What `l10n adopt {language}` could not settle in {path}.
# Decide below and run it again; what is settled goes from this file.
"""
_HEADS = {
    "conflicts": "# The catalog and the post differ. take: catalog, or take: post",
    "doubtful": "# In doubt, now drafts. do: draft (leave it so), accept, or reject",
    "unpaired": "# Not translated, it seems. target: lines to pair it with, such as 41-43, or none",
    "extra": "# Only in the translated post, which `build` leaves alone. do: keep, or drop",
}


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decisions, by key. ``lines`` says where in the file each key stands."""

    path: str = ""
    conflicts: Mapping[str, str] = field(default_factory=dict)  # "catalog", "post", or ""
    doubts: Mapping[str, str] = field(default_factory=dict)  # "draft", "accept", "reject"
    unpaired: Mapping[str, Lines | None] = field(default_factory=dict)  # None: nothing, for good
    lines: Mapping[str, int] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)  # "keep", "drop"


def read_review(data: bytes | None, path: str) -> Review:
    """Return what a review file says; no file says nothing. Raises InputError with all flaws."""
    if not data or not data.strip():
        return Review(path)
    import yaml

    try:
        root = yaml.compose(data.decode("utf-8"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        raise InputError(Flaw(path, "is not UTF-8", remedy="save it as UTF-8")) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else path
        found = str(getattr(error, "problem", None) or "is no YAML")
        remedy = "correct it, or delete the file: the next run writes it anew"
        raise InputError(Flaw(where, found, "YAML", remedy)) from error
    if root is None:
        return Review(path)
    reader = Reader(path)
    sections = tuple(Key(name, Value.TEXT, "") for name in _PARTS)
    said: dict[str, dict[str, str]] = {name: {} for name in _PARTS}
    lines: dict[str, int] = {}
    for name, line, node in reader.pairs(root, sections):
        if name in _PARTS:
            for key, at, value in _entries(reader, name, node):
                said[name][key] = value
                lines[key] = at
        else:
            reader.unknown(name, line, sections)
    unpaired = _ranges(reader, said["unpaired"], lines)
    reader.settle()
    return Review(path, said["conflicts"], said["doubtful"], unpaired, lines, said["extra"])


def _entries(reader: Reader, part: str, node: "Node") -> list[tuple[str, int, str]]:
    wanted, allowed = _PARTS[part]
    keys = (Key(wanted, Value.TEXT, ""),)
    found = []
    for key, _, body in reader.pairs(node, keys):
        for name, line, value in reader.pairs(body, keys):
            if name != wanted:
                reader.unknown(name, line, keys)
                continue
            text = value.value.strip() if isinstance(value.value, str) else shown(value)
            if allowed and text and text not in allowed:
                reader.flaw(
                    line_of(value),
                    f'"{wanted}" is {shown(value)}',
                    ", ".join(allowed),
                    f"write one of them, or leave {wanted} empty",
                )
            elif text:
                found.append((key, line, text))
    return found


def _ranges(
    reader: Reader, said: Mapping[str, str], lines: Mapping[str, int]
) -> dict[str, Lines | None]:
    found: dict[str, Lines | None] = {}
    for key, text in said.items():
        match = _RANGE.fullmatch(text)
        if text == "none":
            found[key] = None
        elif match and 0 < int(match[1]) <= int(match[2] or match[1]):
            found[key] = int(match[1]), int(match[2] or match[1])
        else:
            remedy = "look the lines up in the translated post"
            reader.flaw(lines[key], f'"target" is "{text}"', _EXAMPLE, remedy)
    return found


def write_review(language: str, path: str, listed: Sequence[Listed], review: Review) -> bytes:
    """Return the review file for what is listed; b"" where there is nothing to decide.

    ``path`` is the translated post. Decisions in ``review`` are kept where they still concern
    something.
    """
    parts = {
        "conflicts": _part(listed, (Matter.CONFLICT,), review),
        "doubtful": _part(listed, (Matter.DOUBT,), review),
        "unpaired": _part(listed, (Matter.UNPAIRED, Matter.SAME), review),
        "extra": _part(listed, (Matter.EXTRA, Matter.UNREAD), review),
    }
    if not any(parts.values()):
        return b""
    text = _HEAD.format(language=language, path=_line(path, len(path)))
    for name, entries in parts.items():
        if entries:
            text += f"\n{_HEADS[name]}\n{name}:\n" + "".join(entries)
    return text.encode("utf-8", "replace")


def _part(listed: Sequence[Listed], matters: Sequence[Matter], review: Review) -> list[str]:
    entries: dict[str, str] = {}
    for one in listed:
        if one.matter in matters and one.key and one.key not in entries:
            entries[one.key] = _entry(one, review)
    return list(entries.values())


def _entry(one: Listed, review: Review) -> str:
    lines = [f'  "{one.key}":']
    there = f"lines {range_of(one.target)}" if one.target else "post"
    if one.matter in (Matter.EXTRA, Matter.UNREAD):
        lines.append(f"    # {there}: {_line(one.translation)}")
        lines.append(f"    do: {review.extra.get(one.key, 'keep')}")
        return "\n".join(lines) + "\n"
    where = f"lines {range_of(one.source)}" if one.source else "source"
    lines.append(f"    # {where}: {_line(one.text)}")
    if one.matter is Matter.CONFLICT:
        lines.append(f"    # catalog: {_line(one.catalog)}")
        lines.append(f"    # {there}: {_line(one.translation)}")
        lines.append(f"    take: {review.conflicts.get(one.key, '')}".rstrip(" "))
    elif one.matter is Matter.DOUBT:
        lines.append(f"    # {there}, score {one.score:.2f}: {_line(one.translation)}")
        lines.append(f"    do: {review.doubts.get(one.key, 'draft')}")
    else:
        wanted = review.unpaired.get(one.key, ())
        said = "none" if wanted is None else range_of(wanted) if wanted else ""
        lines.append(f"    target: {said}".rstrip(" "))
    return "\n".join(lines) + "\n"


def range_of(lines: "tuple[int, ...] | None") -> str:
    """Return lines as a person writes them: "12" or "12-14"."""
    if not lines:
        return ""
    return str(lines[0]) if lines[0] == lines[-1] else f"{lines[0]}-{lines[-1]}"


def _line(text: str, most: int = _WORDS) -> str:
    """Return text on one line of a comment, nothing in it that could end the comment."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
