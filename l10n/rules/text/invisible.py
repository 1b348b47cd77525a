"""text-invisible"""

import re
from collections.abc import Iterator

from l10n.model.finding import Fix, Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit

_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff"
    r"\uffa0\U000e0001-\U000e007f]"
)
# Languages that write words without blanks may say with U+200B where a line can break.
_BREAKING = frozenset("km lo my th bo ja zh".split())
# Control characters that count as blanks, and letters of Korean that look like one.
_WIDE = "\x0b\x0c\x1c\x1d\x1e\x1f\u115f\u1160\u3164\uffa0"
_JOINERS = "\u200c\u200d"


def _look(unit: Unit) -> Iterator[Hit]:
    for match in _INVISIBLE.finditer(unit.target.text):
        letter = match[0]
        if letter in unit.source.text or _belongs(unit, letter, match.start()):
            continue
        fix = Fix(match.span(), _instead(unit.target.text, match))
        yield Hit(f"the invisible U+{ord(letter):04X}", "remove it", match.span(), fix=(fix,))


def _instead(text: str, match: re.Match[str]) -> str:
    """Return "", or a blank where the character has kept two words apart."""
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return " " if match[0] in _WIDE and len(around) == 2 and not re.search(r"\s", around) else ""


def _belongs(unit: Unit, letter: str, at: int) -> bool:
    """Whether the character has a purpose: breaking lines, or joining letters and emoji."""
    text = unit.target.text
    if letter == "\u200b":
        return unit.language.tag.split("-")[0] in _BREAKING
    if letter >= "\U000e0001":
        return True  # the flags of England, Scotland and Wales end with these
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return letter in _JOINERS and (_joins(before) or _joins(after))


def _joins(letter: str) -> bool:
    """Whether joiners are letters of the script: Arabic, Syriac, Indic, Khmer; or emoji."""
    return "\u0600" <= letter <= "\u1aff" or (letter >= "\u2190" and not letter.isalnum())


RULE = Rule(
    name="text-invisible",
    summary="An invisible character stands in the translation.",
    why="It comes along when text is copied from a web page. Searching no longer finds the word, "
    "addresses stop working, and nobody sees why. Joiners in scripts and emoji that need them "
    "are left alone, and so is what the source has as well.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    compares=True,
    sourceless=True,
    examples=(
        Example("A cat.", "Un chat."),
        Example("Family: 👨\u200d👩", "Famille : 👩\u200d👨"),
        Example(
            "A cat.",
            "Un\u200b chat.",
            says=("the invisible U+200B",),
            hints=("remove it",),
            marks=("\u200b",),
            fixed="Un chat.",
        ),
        Example(
            "A cat.",
            "Un\x0bchat.",
            says=("the invisible U+000B",),
            hints=("remove it",),
            marks=("\x0b",),
            fixed="Un chat.",
        ),
    ),
)
