"""A TOML front matter: what it says, and where."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from l10n.markdown.frontmatter.errors import not_toml, not_utf8, too_deep
from l10n.markdown.frontmatter.toml_locate import Locator, Path, Section, Value
from l10n.markdown.frontmatter.values import FrontMatter

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)\Z")
_LINE_START = re.compile(rb"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Toml:
    """A front matter as `tomllib` reads it; its values and sections count bytes of the file."""

    content: dict[str, Any]
    values: tuple[Value, ...]
    sections: tuple[Section, ...]

    def at(self, path: Path) -> object:
        """Return what stands at ``path``, or None where nothing does."""
        here: Any = self.content
        for name in path:
            if isinstance(here, dict):
                here = here.get(name)
            elif isinstance(here, list) and name.isdecimal() and int(name) < len(here):
                here = here[int(name)]
            else:
                return None
        return here


def parse_toml(data: bytes, front: FrontMatter, path: str) -> Toml:
    """Return what ``front`` says and where; raises InputError at ``path:line`` where broken."""
    raw = data[front.start : front.end]
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise not_utf8(data, front.start + error.start, path) from None
    try:
        content = tomllib.loads(readable(text))
        found = Locator(raw)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        place = _PLACE.search(said)
        line = int(place[1]) if place and place[1] else 0
        starts = [0, *(match.end() for match in _LINE_START.finditer(raw))]
        offset = starts[line - 1] if 0 < line <= len(starts) else len(raw)
        said = said[: place.start()] if place else said
        raise not_toml(data, front.start + offset, path, said) from None
    except RecursionError:
        raise too_deep(data, front.start, path) from None
    values = (
        value._replace(start=value.start + front.start, end=value.end + front.start)
        for value in found.values
    )
    sections = (
        section._replace(start=section.start + front.start, end=section.end + front.start)
        for section in found.sections
    )
    return Toml(content, tuple(values), tuple(sections))


def readable(text: str) -> str:
    """Return ``text`` for `tomllib`: TOML knows no CR line ends, our files do."""
    return text if "\n" in text else text.replace("\r", "\n")
