"""Where each key of a TOML document stands: tomllib tells the values and not the lines."""

import re
import tomllib
from contextlib import suppress
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY_PART = re.compile(r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_STRING = re.compile(
    r'"{3}(?:\\[\s\S]|[^\\])*?"{3,5}'  # up to two quotes may stand right before the closing three
    r"|'{3}[\s\S]*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
)
_BARE_VALUE = re.compile(r"[^,\]}#\n]*")


def locate(text: str) -> dict[KeyPath, int]:
    """Return the 1-based line of every key path of ``text``, a valid TOML 1.0 document.

    A path holds table names and keys as strings and positions in arrays as integers:
    ``("posts", 0, "set", "lang")``. A table stands where it is first named. Text that is not
    valid TOML gives the lines up to the fault, and never raises.
    """
    walk = _Walk(text)
    walk.document()
    return walk.lines


class _Walk:
    """One pass over the text; ``at`` is the position, ``line`` the line it lies on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self._counted = 0
        self._line = 1
        self._elements: dict[KeyPath, int] = {}  # how many [[tables]] each array has so far

    def document(self) -> None:
        table: KeyPath = ()
        while self._skip():
            if self._take("[["):
                table = self._header(array=True)
                self._take("]]")
            elif self._take("["):
                table = self._header(array=False)
                self._take("]")
            elif not self._pair(table):
                return

    def _skip(self) -> bool:
        """Pass blanks and comments; tell whether anything is left."""
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at < len(self.text)

    def _take(self, mark: str) -> bool:
        if not self.text.startswith(mark, self.at):
            return False
        self.at += len(mark)
        return True

    def _note(self, path: KeyPath) -> None:
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        self.lines.setdefault(path, self._line)

    def _key(self) -> list[str]:
        parts: list[str] = []
        while match := _KEY_PART.match(self.text, self.at):
            part = match[0]
            if part[0] in "\"'":
                with suppress(tomllib.TOMLDecodeError):
                    part = tomllib.loads(f"k = {part}")["k"]
            parts.append(part)
            self.at = match.end()
            dot = _DOT.match(self.text, self.at)
            if not dot:
                break
            self.at = dot.end()
        return parts

    def _header(self, *, array: bool) -> KeyPath:
        self._skip()
        path: KeyPath = ()
        keys = self._key()
        for position, key in enumerate(keys):
            path = (*path, key)
            self._note(path)
            if array and position == len(keys) - 1:
                self._elements[path] = self._elements.get(path, 0) + 1
            if path in self._elements:
                path = (*path, self._elements[path] - 1)
                self._note(path)
        self._skip()
        return path

    def _pair(self, table: KeyPath) -> bool:
        """Pass ``key = value``; False where there is none."""
        path = table
        keys = self._key()
        for key in keys:
            path = (*path, key)
            self._note(path)
        self._skip()
        if not keys or not self._take("="):
            return False
        self._value(path)
        return True

    def _value(self, path: KeyPath) -> None:
        self._skip()
        if self._take("["):
            self._array(path)
        elif self._take("{"):
            while self._skip() and not self._take("}") and self._pair(path):
                self._skip()
                self._take(",")
        elif match := _STRING.match(self.text, self.at) or _BARE_VALUE.match(self.text, self.at):
            self.at = match.end()

    def _array(self, path: KeyPath) -> None:
        index = 0
        while self._skip() and not self._take("]"):
            start = self.at
            self._note((*path, index))
            self._value((*path, index))
            self._skip()
            if not self._take(",") and self.at == start:
                return
            index += 1
