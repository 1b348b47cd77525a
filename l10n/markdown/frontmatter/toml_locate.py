"""Where the values of valid TOML lie. `tomllib` says what is valid; this says where it is."""

import re
from typing import Final, NamedTuple

_BLANK = re.compile(rb"[ \t]*+")
_BLANK_LINES = re.compile(rb"(?:[ \t\r\n]|#[^\r\n]*+)*+")
_KEY = re.compile(rb"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*+"|'[^']*'""")
_OTHER = re.compile(rb"[^,\]}#\r\n]*")
_STRINGS: Final = (
    ("toml multiline basic", re.compile(rb'"""(?:\\.|(?!""")[^\\])*+"{3,5}', re.DOTALL)),
    ("toml multiline literal", re.compile(rb"'''(?:(?!''').)*+'{3,5}", re.DOTALL)),
    ("toml basic", re.compile(rb'"(?:\\.|[^"\\])*+"')),
    ("toml literal", re.compile(rb"'[^']*'")),
)

Path = tuple[str, ...]


class Value(NamedTuple):
    """A value at a full path (list items by their index); ``start:end`` count bytes.

    ``style`` is a Scalar's for a string, "table" for an inline table, "array", or "other".
    """

    path: Path
    start: int
    end: int
    style: str
    inline: bool = False  # inside an inline table or an array


class Section(NamedTuple):
    """A ``[table]`` or ``[[table]]``: from its header to the end of its last value.

    The first section has an empty path and holds the keys above all headers.
    """

    path: Path
    start: int
    end: int


class Locator:
    """One walk over valid TOML; ``values`` and ``sections`` are then in the order of the text.

    What is invalid ends in ValueError, or in places that `tomllib` does not confirm.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._at = 0
        self._items: dict[Path, int] = {}  # how many items each array of tables has so far
        self.values: list[Value] = []
        self.sections: list[Section] = []
        self._walk()

    def _skip(self, pattern: re.Pattern[bytes]) -> bytes:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise ValueError(f"no TOML at byte {self._at}")
        self._at = match.end()
        return match[0]

    def _next(self, sign: bytes) -> bool:
        found = self._text.startswith(sign, self._at)
        self._at += len(sign) * found
        return found

    def _walk(self) -> None:
        here: Path = ()
        start = end = 0
        self._skip(_BLANK_LINES)
        while self._at < len(self._text):
            if self._text.startswith(b"[", self._at):
                self.sections.append(Section(here, start, end))
                start = self._at
                here = self._header()
            else:
                self._pair(here, inline=False)
            end = self._at
            self._skip(_BLANK_LINES)
        self.sections.append(Section(here, start, end))

    def _header(self) -> Path:
        array = self._next(b"[[") or not self._next(b"[")
        *above, last = self._keys()
        path: Path = ()
        for name in above:
            path = self._item((*path, name))
        path = (*path, last)
        if array:
            self._items[path] = self._items.get(path, -1) + 1
            path = self._item(path)
        self._next(b"]]" if array else b"]")
        return path

    def _item(self, path: Path) -> Path:
        """Return the path of the last item, where ``path`` is an array of tables."""
        count = self._items.get(path)
        return path if count is None else (*path, str(count))

    def _keys(self) -> list[str]:
        names = []
        while True:
            self._skip(_BLANK)
            names.append(_name(self._skip(_KEY)))
            self._skip(_BLANK)
            if not self._next(b"."):
                return names

    def _pair(self, above: Path, inline: bool) -> None:
        path = (*above, *self._keys())
        self._next(b"=")
        self._skip(_BLANK)
        self._value(path, inline)

    def _value(self, path: Path, inline: bool) -> None:
        start, place = self._at, len(self.values)
        if self._next(b"["):
            style = "array"
            self._skip(_BLANK_LINES)
            index = 0
            while not self._next(b"]"):
                self._value((*path, str(index)), True)
                index += 1
                self._separator(b"]")
        elif self._next(b"{"):
            style = "table"
            self._skip(_BLANK_LINES)
            while not self._next(b"}"):
                self._pair(path, True)
                self._separator(b"}")
        else:
            style = self._simple()
        self.values.insert(place, Value(path, start, self._at, style, inline))

    def _separator(self, closing: bytes) -> None:
        self._skip(_BLANK_LINES)
        if not self._next(b",") and not self._text.startswith(closing, self._at):
            raise ValueError(f"no TOML at byte {self._at}")
        self._skip(_BLANK_LINES)

    def _simple(self) -> str:
        for style, pattern in _STRINGS:
            if match := pattern.match(self._text, self._at):
                self._at = match.end()
                return style
        start = self._at
        self._at = start + len(self._skip(_OTHER).rstrip(b" \t"))
        return "other"


def _name(raw: bytes) -> str:
    """Return a key without its quotes."""
    import tomllib

    if raw[:1] in (b'"', b"'"):
        return str(tomllib.loads(f"x = {raw.decode()}")["x"])
    return raw.decode()
