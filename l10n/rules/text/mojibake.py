"""text-mojibake"""

import re
from collections.abc import Iterator
from functools import cache

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit

_LOST = re.compile(r"[\ufffd\x80-\x84\x86-\x9f]+")
_CODECS = ("cp1252", "mac_roman", "cp1254")
_SCRIPTS = {  # of characters that a language writes outside Latin: where they are in Unicode
    "zh": "\u3000-\u9fff\uff00-\uffef",
    "ja": "\u3000-\u9fff\uff00-\uffef",
    "ko": "\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af",
    "ar": "\u0600-\u06ff",
    "fa": "\u0600-\u06ff",
    "ur": "\u0600-\u06ff",
    "he": "\u0590-\u05ff",
    "el": "\u0370-\u03ff",
    "vi": "\u01a0-\u01b0\u1e00-\u1eff",
    "hi": "\u0900-\u097f",
    "th": "\u0e00-\u0e7f",
    "ru": "\u0400-\u04ff",
    "uk": "\u0400-\u04ff",
    "bg": "\u0400-\u04ff",
    "sr": "\u0400-\u04ff",
    "be": "\u0400-\u04ff",
    "mk": "\u0400-\u04ff",
    "kk": "\u0400-\u04ff",
}


def _look(unit: Unit) -> Iterator[Hit]:
    text = unit.target.text
    if text.isascii():
        return
    known = unit.source.text
    hits = [
        (match.span(), "characters that were lost: " + _shown(match[0]))
        for match in _LOST.finditer(text)
        if match[0] not in known
    ]
    for codec in _CODECS:
        for match in _pattern(codec).finditer(text):
            meant = _meant(match[0], codec)
            if match[0] not in known and re.fullmatch(_plausible(unit.language.tag), meant):
                hits.append((match.span(), f"{match[0]} was once {meant}"))
    end = -1
    for span, what in sorted(hits):
        if span[0] >= end:
            end = span[1]
            yield Hit(f"text in a wrong encoding: {what}", "write it anew, in UTF-8", span)


def _shown(lost: str) -> str:
    return ", ".join(f"U+{ord(letter):04X}" for letter in dict.fromkeys(lost))


def _meant(wrong: str, codec: str) -> str:
    try:
        return wrong.encode(codec).decode()
    except UnicodeError:  # cut short or too long for the code: chance, and no mojibake
        return ""


@cache
def _plausible(tag: str) -> re.Pattern[str]:
    """Return what a text in the language may hold: Latin letters and signs, its own script."""
    own = _SCRIPTS.get(tag.partition("-")[0], "")
    return re.compile(rf"[\u00a0-\u017f\u2010-\u203a\u20ac\u2122\u2190-\u2193{own}]")


@cache
def _pattern(codec: str) -> re.Pattern[str]:
    """Return what one character's two or three bytes of UTF-8 look like in ``codec``."""

    def letters(first: int, last: int) -> str:
        read = (bytes((byte,)).decode(codec, "ignore") for byte in range(first, last + 1))
        return "[" + "".join(map(re.escape, read)) + "]"

    rest = letters(0x80, 0xBF)
    return re.compile(f"{letters(0xC2, 0xDF)}{rest}|{letters(0xE0, 0xEF)}{rest}{{2}}")


RULE = Rule(
    name="text-mojibake",
    summary="Letters were read in the wrong encoding.",
    why="Somewhere on its way the text was taken for something else than UTF-8: é has become Ã© or "
    "√©. Readers see garbage. What the source has as well is left alone.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    sourceless=True,
    examples=(
        Example("The coffee of the mole", "Le café de la taupe : « CAFÉ», cœur, naïf…"),
        Example("Ã© is an accident", "Ã© est un accident"),
        Example(
            "A coffee",
            "Un cafÃ©",
            says=("text in a wrong encoding: Ã© was once é",),
            hints=("write it anew, in UTF-8",),
            marks=("Ã©",),
        ),
        Example(
            "A coffee",
            "Un caf√©",
            says=("text in a wrong encoding: √© was once é",),
            hints=("write it anew, in UTF-8",),
            marks=("√©",),
        ),
        Example(
            "It's here",
            "Câ€™est ici",
            says=("text in a wrong encoding: â€™ was once ’",),
            hints=("write it anew, in UTF-8",),
            marks=("â€™",),
        ),
        Example(
            "A coffee",
            "Un caf\ufffd",
            says=("text in a wrong encoding: characters that were lost: U+FFFD",),
            hints=("write it anew, in UTF-8",),
            marks=("\ufffd",),
        ),
    ),
)
