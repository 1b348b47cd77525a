"""Errors a person can mend: they carry where, what was found, what is allowed, what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with what we were given.

    ``where`` is ``path``, ``path:line`` or an option's name; ``found`` a sentence without its
    full stop; ``allowed`` and ``remedy`` are optional and stand on lines of their own.
    """

    where: str
    found: str
    allowed: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        lines = [f"{self.where}: {self.found}" if self.where else self.found]
        if self.allowed:
            lines.append(f"  allowed: {self.allowed}")
        if self.remedy:
            lines.append(f"  to do: {self.remedy}")
        return "\n".join(lines)


class InputError(Exception):
    """Usage, configuration or input that cannot be used: exit code 2, nothing written.

    Holds every Flaw found, in order, so that all are shown at once.
    """

    def __init__(self, *flaws: Flaw) -> None:
        super().__init__("\n".join(str(flaw) for flaw in flaws))
        self.flaws = flaws
