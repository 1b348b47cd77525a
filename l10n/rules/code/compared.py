"""The code of a Unit's two sides compared, for all rules that look at it."""

import re
from dataclasses import dataclass

from l10n.model.inline import Code, Span
from l10n.model.unit import Unit
from l10n.rules.differences import compare

_COMMA = re.compile(r",\s+")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")  # CommonMark 0.31.2, section 2.4


@dataclass(frozen=True, slots=True)
class Codes:
    """What became of code: pairs are (of the source, in the translation)."""

    missing: tuple[Code, ...] = ()
    changed: tuple[tuple[Code, Code], ...] = ()
    unmarked: tuple[tuple[Code, Span], ...] = ()  # with where it stands as plain text


def codes(unit: Unit) -> Codes:
    """Return how the code of the translation differs from the source's.

    What the source names twice may be named once, and more may be marked as code.
    """
    source, target = unit.source.code, unit.target.code
    if not source or [code.text for code in source] == [code.text for code in target]:
        return Codes()
    found = compare(source, target, _text)
    missing: list[Code] = []
    unmarked: list[tuple[Code, Span]] = []
    present = {_text(code) for code in target}
    for code in found.missing:
        if _text(code) in present:
            continue
        present.add(_text(code))
        if spot := _in_prose(unit, code.text):
            unmarked.append((code, spot))
        else:
            missing.append(code)
    return Codes(tuple(missing), found.changed, tuple(unmarked))


def _text(code: Code) -> str:
    """What is compared: the code without blanks that only lay it out."""
    text = code.text
    return text if text.isalnum() else _COMMA.sub(",", " ".join(text.split()))


def _in_prose(unit: Unit, text: str) -> Span | None:
    """Return where the words of the translation hold ``text``, if they do."""
    escaped = "".join(
        rf"\\?{re.escape(letter)}" if letter in _ESCAPABLE else re.escape(letter) for letter in text
    )
    pattern = re.compile(rf"(?<![A-Za-z0-9_]){escaped}(?![A-Za-z0-9_])")
    for run in unit.target.texts:
        if match := pattern.search(run.raw):
            return run.span[0] + match.start(), run.span[0] + match.end()
    return None
