"""Findings: what a Rule, or a workflow, has to say to a person."""

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """Ordered, so that ``--fail-on`` is a comparison."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe repair: ``new`` for a half-open range of characters of the msgstr."""

    span: tuple[int, int]
    new: str


@dataclass(frozen=True, slots=True)
class Region:
    """A spot in a file, 1-based, columns in characters; the end column is the one behind it."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in one message, with the place where a person edits.

    ``line`` and ``end_line`` are 1-based and inclusive, 0 where there is no line. ``span`` is
    a half-open range of characters of ``msgstr``, or None where no single spot is at fault.
    ``known`` ones are in the baseline: told of, but no reason to fail.
    """

    rule: str
    severity: Severity
    language: str
    path: str
    message: str
    hint: str = ""
    line: int = 0
    end_line: int = 0
    post: str = ""
    msgid: str = ""
    msgstr: str = ""
    span: tuple[int, int] | None = None
    fix: tuple[Fix, ...] = ()  # empty where only a person can mend it
    msgctxt: str | None = None
    known: bool = False

    @property
    def fixable(self) -> bool:
        """Whether ``check --fix`` can repair it."""
        return bool(self.fix)
