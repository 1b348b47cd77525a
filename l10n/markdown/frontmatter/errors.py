"""What a person reads when a front matter cannot be read: the line, the reason, the remedy."""

from typing import Final

from l10n.model.errors import Flaw, InputError
from l10n.model.lines import LineIndex

# What the YAML parser says, and what usually mends it; the first that fits is used.
_REMEDIES: Final = (
    ("mapping values are not allowed", "put a value that holds a colon in double quotes"),
    ("unexpected end of stream", "close the quote or bracket that is open"),
    ("found character '\\t'", "indent with blanks instead of tabs"),
    ("found a tab", "indent with blanks instead of tabs"),
    ("cannot start any token", "put the value in double quotes"),
    ("alphabetic or numeric", "put a value that begins with & or * in double quotes"),
    ("could not find expected ':'", "give every line the form `key: value`, or indent it"),
    ("control characters", "remove the invisible character"),
    ("special characters", "remove the invisible character"),
)
_REMEDY: Final = "mend the front matter at this line, or put the value in double quotes"


def flaw_at(data: bytes, offset: int, path: str, found: str, remedy: str) -> InputError:
    """Return the error for what was ``found`` at a byte ``offset`` of the file ``path``."""
    line = LineIndex(data).line(offset)
    where = f"{path}:{line}" if path else f"line {line}"
    return InputError(Flaw(where, found, remedy=remedy))


def not_utf8(data: bytes, offset: int, path: str) -> InputError:
    """Return the error for a byte that is not UTF-8, at ``offset`` of the file."""
    found = f"byte {offset} (0x{data[offset]:02X}) is not UTF-8"
    return flaw_at(data, offset, path, found, "save the file as UTF-8")


def too_deep(data: bytes, offset: int, path: str) -> InputError:
    """Return the error for collections nested beyond what any front matter needs."""
    found = "the front matter is nested too deeply to be read"
    return flaw_at(data, offset, path, found, "close the brackets that are open")


def not_yaml(data: bytes, offset: int, path: str, said: str, context: str = "") -> InputError:
    """Return the error for broken YAML: what the parser ``said`` about the byte at ``offset``."""
    found = f"the front matter is not valid YAML: {said}"
    if context:
        found += f" {context}"
    remedy = next((remedy for sign, remedy in _REMEDIES if sign in said), _REMEDY)
    return flaw_at(data, offset, path, found, remedy)


def not_toml(data: bytes, offset: int, path: str, said: str) -> InputError:
    """Return the error for broken TOML: what the parser ``said`` about the byte at ``offset``."""
    found = f"the front matter is not valid TOML: {said}"
    return flaw_at(data, offset, path, found, "mend the front matter at this line")


def not_settable(data: bytes, offset: int, path: str, key: str, why: str) -> InputError:
    """Return the error for a ``key`` that cannot be set in the front matter as it stands."""
    found = f"the front matter key `{key}` cannot be set: {why}"
    return flaw_at(data, offset, path, found, f"write `{key}` there by hand, or do not set it")
