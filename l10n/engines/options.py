"""An engine's options, read once; all that is wrong with them is said at once."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from l10n.model.errors import Flaw, InputError

_T = TypeVar("_T")


class Options:
    """The options of the engine ``name`` as the configuration has them.

    Each reader returns the default where the value is wrong; `finish` then raises InputError.
    """

    __slots__ = ("_flaws", "_name", "_values")

    def __init__(self, name: str, values: Mapping[str, object]) -> None:
        self._name = name
        self._values = values
        self._flaws: list[Flaw] = []

    def text(self, key: str, default: str = "", allowed: Iterable[str] = ()) -> str:
        """Return a string, one of ``allowed`` if any are named."""
        names = tuple(allowed)
        value = self._values.get(key, default)
        if isinstance(value, str) and (not names or value in names or value == default):
            return value
        return self._wrong(key, value, f"one of {', '.join(names)}" if names else "a text", default)

    def number(self, key: str, default: float, least: float = 0) -> float:
        """Return a number that is ``least`` or more."""
        value = self._values.get(key, default)
        if isinstance(value, int | float) and not isinstance(value, bool) and value >= least:
            return float(value)
        return self._wrong(key, value, f"a number, {least:g} or more", default)

    def table(self, key: str) -> dict[str, str]:
        """Return a table whose values are strings."""
        value = self._values.get(key, {})
        if isinstance(value, Mapping) and all(isinstance(each, str) for each in value.values()):
            return {str(name): str(each) for name, each in value.items()}
        return self._wrong(key, value, "a table of texts", {})

    def names(self, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """Return a list of strings."""
        value = self._values.get(key, list(default))
        if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
            return tuple(map(str, value))
        return self._wrong(key, value, "a list of texts", default)

    def flaw(self, found: str, remedy: str) -> None:
        """Note that something is missing."""
        self._flaws.append(Flaw(f"engine {self._name}", found, "", remedy))

    def finish(self) -> None:
        """Raise InputError with everything that was wrong."""
        if self._flaws:
            raise InputError(*self._flaws)

    def _wrong(self, key: str, value: object, allowed: str, default: _T) -> _T:
        shown = str(value) if isinstance(value, str | int | float) else type(value).__name__
        found = f"{key} is {shown[:60]}"
        self._flaws.append(Flaw(f"engine {self._name}", found, allowed, f"correct {key}"))
        return default
