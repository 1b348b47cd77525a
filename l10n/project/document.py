"""A TOML file as tables that know their lines and collect what is wrong with them."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field

from l10n.model.errors import Flaw, InputError
from l10n.model.lines import LineIndex
from l10n.project.languages import near
from l10n.project.locate import KeyPath, locate

_AT_LINE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_AT_END = " (at end of document)"


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a TOML file. Flaws of all tables made from one file gather in ``flaws``."""

    file: str
    path: KeyPath
    values: dict[str, object]
    lines: dict[KeyPath, int]
    flaws: list[tuple[int, Flaw]] = field(default_factory=list)

    def line(self, *keys: str | int) -> int:
        """Return the 1-based line of a key of this table, or of the nearest table around it."""
        path = (*self.path, *keys)
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def where(self, *keys: str | int) -> str:
        """Return ``path:line`` of a key of this table."""
        return f"{self.file}:{self.line(*keys)}"

    def flaw(
        self, keys: Sequence[str | int], found: str, allowed: str = "", remedy: str = ""
    ) -> None:
        """Note one Flaw at a key of this table."""
        line = self.line(*keys)
        self.flaws.append((line, Flaw(f"{self.file}:{line}", found, allowed, remedy)))

    def settle(self) -> None:
        """Raise InputError with all flaws noted so far, sorted by line; nothing for none."""
        if self.flaws:
            ordered = sorted(self.flaws, key=lambda noted: noted[0])
            raise InputError(*(flaw for _, flaw in ordered))

    def only(self, allowed: Sequence[str]) -> None:
        """Note every key that is not among ``allowed``, with the one most likely meant."""
        for key in self.values:
            if key not in allowed:
                guess = near(key.replace("_", "-").lower(), allowed)
                self.flaw(
                    (key,),
                    f'unknown key "{key}"',
                    ", ".join(allowed),
                    f'write "{guess}"' if guess else "remove it",
                )

    def below(self, values: dict[str, object], *keys: str | int) -> "Table":
        """Return the table ``values`` that stands at ``keys`` of this one."""
        return Table(self.file, (*self.path, *keys), values, self.lines, self.flaws)

    def text(self, key: str, default: str) -> str:
        """Return the string at ``key``, or ``default`` where it is absent or of another type."""
        value = self.values.get(key, default)
        if isinstance(value, str):
            return value
        self.mistyped((key,), value, "a string")
        return default

    def texts(self, key: str, default: tuple[str, ...], example: str) -> tuple[str, ...]:
        """Return the strings of the array at ``key``, or ``default`` as in text()."""
        if key not in self.values:
            return default
        value = self.values[key]
        if not isinstance(value, list):
            self.mistyped((key,), value, f"an array of strings, such as {example}")
            return default
        for index, element in enumerate(value):
            if not isinstance(element, str):
                self.mistyped((key, index), element, "strings")
        return tuple(element for element in value if isinstance(element, str))

    def mistyped(self, keys: Sequence[str | int], value: object, allowed: str) -> None:
        """Note that the value at ``keys`` has the wrong type."""
        name = ".".join(str(key) for key in keys if isinstance(key, str))
        if keys and isinstance(keys[-1], int):
            self.flaw(keys, f'"{name}" holds {_kind(value)}', allowed)
        else:
            self.flaw(keys, f'"{name}" is {_kind(value)}', allowed)


def read_toml(data: bytes, path: str) -> Table:
    """Return the root table of a TOML file; a byte order mark is passed over.

    Raises InputError with the line where the bytes are not UTF-8 or not TOML.
    """
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + len(data) - len(body)
        raise InputError(
            Flaw(
                f"{path}:{LineIndex(data).line(offset)}",
                f"byte 0x{data[offset]:02X} at offset {offset} is not UTF-8",
                remedy="save the file as UTF-8",
            )
        ) from error
    try:
        values = tomllib.loads(text)
        lines = locate(text)
    except ValueError as error:  # TOMLDecodeError, or an integer of thousands of digits
        message = str(error)
        line = text.rstrip().count("\n") + 1
        column = ""
        if at := _AT_LINE.search(message):
            line, column = int(at[1]), f" at column {at[2]}"
        reason = _AT_LINE.sub("", message).removesuffix(_AT_END)
        raise InputError(
            Flaw(
                f"{path}:{line}",
                f"not valid TOML: {reason[:1].lower()}{reason[1:]}{column}",
                remedy="see https://toml.io/en/v1.0.0 for how values are written",
            )
        ) from error
    except RecursionError as error:
        raise InputError(Flaw(path, "not valid TOML: nested too deeply")) from error
    return Table(path, (), values, lines)


def _kind(value: object) -> str:
    match value:
        case bool():
            return "a boolean"
        case int():
            return "an integer"
        case float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "an array"
        case dict():
            return "a table"
    return "a date or time"
