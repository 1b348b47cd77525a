"""Setting keys in TOML front matter: Edits for what differs, and a proof of the result."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from l10n.markdown.frontmatter.errors import not_settable
from l10n.markdown.frontmatter.toml_locate import Path, Value
from l10n.markdown.frontmatter.toml_quote import quote_toml, write_toml
from l10n.markdown.frontmatter.toml_tree import Toml, parse_toml, readable
from l10n.markdown.frontmatter.values import FrontMatter, Style
from l10n.markdown.frontmatter.wanted import Wanted, nested
from l10n.model.edit import Edit, apply_edits
from l10n.model.errors import InputError

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")
_LINE_END = re.compile(rb"\r\n?|\n")


def set_toml(
    data: bytes, front: FrontMatter, values: Sequence[tuple[str, str]], new_line: str, path: str
) -> list[Edit]:
    """Return the Edits that set ``values``; a key whose table is nowhere is written dotted."""
    toml = parse_toml(data, front, path)
    setter = _Setter(data, front, toml, new_line, path)
    leaves = tuple(_leaves(nested(values)))
    edits: list[Edit] = []
    for place, text in leaves:
        if edit := setter.edit(place, text, frozenset(edit.start for edit in edits)):
            edits.append(edit)
    if edits and not _is_proven(data, front, leaves, edits):
        why = "the TOML around it leaves no room"
        raise not_settable(data, edits[0].start, path, values[0][0], why)
    return edits


@dataclass(frozen=True, slots=True)
class _Setter:
    data: bytes
    front: FrontMatter
    toml: Toml
    new_line: str
    path: str

    def edit(self, place: Path, text: str, used: frozenset[int]) -> Edit | None:
        """Return the Edit that puts ``text`` at ``place``, or None where it stands there.

        ``used`` are the offsets where Edits before this one insert.
        """
        there = self.toml.at(place)
        if isinstance(there, str) and there == text:
            return None
        values = {value.path: value for value in self.toml.values}
        if value := values.get(place):
            raw = self.data[value.start : value.end]
            style = next((style for style in get_args(Style) if style == value.style), None)
            new = write_toml(raw, text, style) if style else quote_toml(text).encode()
            return Edit(value.start, value.end, new)
        if there is not None:
            raise self._error(place, "it is a table")
        sections = {section.path: section for section in self.toml.sections}
        for depth in range(len(place) - 1, -1, -1):
            parent, line = place[:depth], f"{_dotted(place[depth:])} = {quote_toml(text)}"
            if not isinstance(self.toml.at(parent), dict | None):
                raise self._error(place, f"`{'.'.join(parent)}` is not a table")
            if table := values.get(parent):
                return self._into_inline(table, line, used)
            if section := sections.get(parent):
                at = self._below(section.path, section.start, section.end)
                return Edit(at, at, (line + self.new_line).encode())
        raise AssertionError("the section above all headers is always there")

    def _into_inline(self, table: Value, line: str, used: frozenset[int]) -> Edit:
        inner = [value.end for value in self.toml.values if table.start < value.start < table.end]
        at = max(inner, default=table.start + 1)
        return Edit(at, at, (f", {line}" if inner or at in used else line).encode())

    def _below(self, path: Path, start: int, end: int) -> int:
        """Return where a line at the end of a section goes."""
        if not path and len(self.toml.sections) == 1:
            return self.front.end
        if start == end:
            return start
        line_end = _LINE_END.search(self.data, end, self.front.end)
        return line_end.end() if line_end else self.front.end

    def _error(self, place: Path, why: str) -> InputError:
        return not_settable(self.data, self.front.start, self.path, ".".join(place), why)


def _leaves(wanted: Wanted, above: Path = ()) -> Iterator[tuple[Path, str]]:
    for name, want in wanted.items():
        if isinstance(want, str):
            yield (*above, name), want
        else:
            yield from _leaves(want, (*above, name))


def _dotted(path: Path) -> str:
    return ".".join(name if _BARE.match(name) else quote_toml(name) for name in path)


def _is_proven(
    data: bytes, front: FrontMatter, leaves: Sequence[tuple[Path, str]], edits: Sequence[Edit]
) -> bool:
    """Tell whether ``data`` with ``edits`` reads as before with ``leaves`` set."""
    growth = sum(len(edit.new) - (edit.end - edit.start) for edit in edits)
    try:
        new = apply_edits(data, edits)[front.start : front.end + growth]
        # Numbers are compared as they are written: a NaN never equals itself.
        after = tomllib.loads(readable(new.decode()), parse_float=str)
    except ValueError:
        return False
    expected = tomllib.loads(readable(data[front.start : front.end].decode()), parse_float=str)
    for place, text in leaves:
        here: Any = expected
        for name in place[:-1]:
            here = here[int(name)] if isinstance(here, list) else here.setdefault(name, {})
        here[int(place[-1]) if isinstance(here, list) else place[-1]] = text
    return bool(after == expected)
