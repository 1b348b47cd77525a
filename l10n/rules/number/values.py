"""Numbers by value: the same figure in other digits, or with other separators, is the same."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from l10n.model.inline import Span, Text

_ENTITY = re.compile(r"&#?\w+;")
_NUMBER = re.compile(
    r"\d{1,3}(?:[ \u00a0\u2009\u202f'’_]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٫٬]\d+)*"
)
_CITED = re.compile(r"\[\d{1,3}\]")  # the number of a work in a list, not of anything in the text
_SEPARATOR = re.compile(r"[.,٫٬]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,٬]\d{3})+")
_INDIAN = re.compile(r"\d{1,3}(?:,\d{2})+,\d{3}")
_BLANKS = re.compile(r"[ \u00a0\u2009\u202f'’_]")
# What multiplies by a power of ten, so that only the digits that are not zeros can be compared.
_SCALE = re.compile(
    r"[\s\u00a0\u202f-]?(?:[kKMBG](?!\w)|[千万萬億亿百만억천]|thousand|hundred|million|billion|trillion"
    r"|mil(?!\w)|mill|mila|milh|millia|milyon|milyar|bin(?!\w)|tausend|cien|cent|тыс|млн|млрд|ألف|مليون)"
)
_CLOCK = re.compile(r"(?<![\w.,])\d{1,2}(?:[:.]\d\d)?[\s\u00a0\u202f]?[ap]\.?m\b", re.I)
_TIME = re.compile(r"(?<![\w.,])\d{1,2}(?:[:.：]|[\s\u00a0\u202f]?h[\s\u00a0\u202f]?)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Number:
    """A figure of a text: ``keys`` are the values it may have, in plain digits."""

    raw: str
    span: Span
    keys: frozenset[str]
    scaled: bool  # a word or sign behind it multiplies it

    @property
    def digits(self) -> str:
        """The digits without separators, and without zeros at either end."""
        return "".join(sorted(self.keys)[0].split(".")).strip("0")


def numbers(texts: tuple[Text, ...], *, times: bool) -> Iterator[Number]:
    """Yield the numbers in runs of prose, those of ``times`` of the day among them or not."""
    for run in texts:
        raw = run.raw
        if "&" in raw:
            raw = _ENTITY.sub(_blank, raw)
        if "[" in raw:
            raw = _CITED.sub(_blank, raw)
        if not times:
            raw = _TIME.sub(_blank, _CLOCK.sub(_blank, raw))
        for match in _NUMBER.finditer(raw):
            start = run.span[0]
            yield Number(
                match[0],
                (start + match.start(), start + match.end()),
                keys(match[0]),
                bool(_SCALE.match(raw, match.end())),
            )


def has_clock(texts: tuple[Text, ...]) -> bool:
    """Return whether a time is given by "am" or "pm", which other languages write otherwise."""
    return any(_CLOCK.search(run.raw) for run in texts)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def keys(raw: str) -> frozenset[str]:
    """Return the values that a number may have: "1,000" is 1000, or 1.000 where "," is a point."""
    text = _BLANKS.sub("", raw)
    if not text.isascii():
        text = "".join(
            str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text
        )
    parts = _SEPARATOR.split(text)
    if len(parts) == 1:
        return frozenset({_whole(text)})
    dotted = ".".join((_whole(parts[0]), *parts[1:]))
    if _INDIAN.fullmatch(text):
        return frozenset({_whole("".join(parts))})
    if _GROUPED.fullmatch(text):
        return frozenset({_whole("".join(parts)), dotted})
    if len(parts) > 2 and _GROUPED.fullmatch(text[: -len(parts[-1]) - 1]):
        return frozenset({f"{_whole(''.join(parts[:-1]))}.{parts[-1]}", dotted})
    return frozenset({dotted})


def _whole(digits: str) -> str:
    return digits.lstrip("0") or "0"


def pieces(number: Number) -> tuple[str, ...]:
    """Return the values of the parts between separators: of a date, a version, a time."""
    parts = _SEPARATOR.split(number.raw)
    return tuple(next(iter(keys(part))) for part in parts if part)
