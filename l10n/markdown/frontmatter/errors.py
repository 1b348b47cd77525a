"""What a person reads when a front matter cannot be read: the line, the reason, the remedy."""

from l10n.model.errors import Flaw, InputError
from l10n.model.lines import LineIndex


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


def not_toml(data: bytes, offset: int, path: str, said: str) -> InputError:
    """Return the error for broken TOML: what the parser ``said`` about the byte at ``offset``."""
    found = f"the front matter is not valid TOML: {said}"
    return flaw_at(data, offset, path, found, "mend the front matter at this line")


def not_settable(data: bytes, offset: int, path: str, key: str, why: str) -> InputError:
    """Return the error for a ``key`` that cannot be set in the front matter as it stands."""
    found = f"the front matter key `{key}` cannot be set: {why}"
    return flaw_at(data, offset, path, found, f"write `{key}` there by hand, or do not set it")
