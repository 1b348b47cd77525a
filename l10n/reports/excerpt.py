"""The part of a message that a finding is about, with the spot underlined."""

from dataclasses import dataclass
from itertools import accumulate

from l10n.model.inline import Span
from l10n.reports.printable import shown, widths

_BEFORE = 24  # columns shown before a spot that is far from the start
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One printable line, and the carets that stand under its spot ("" where there is none)."""

    line: str
    carets: str = ""


def excerpt(text: str, span: Span | None, columns: int) -> Excerpt:
    """Return as much of ``text`` as fits into ``columns``, with ``span`` (in characters) marked."""
    plain = text.isascii() and text.isprintable()
    if plain and span is None:
        return Excerpt(text if len(text) <= columns else text[: columns - 1] + _CUT)
    pieces = list(text) if plain else [shown(character) for character in text]
    places = list(range(len(text) + 1)) if plain else _places(pieces)
    start, end = span or (0, 0)
    first = _first(places, start, end, columns) if places[-1] > columns else 0
    lead = _CUT if first else ""
    room = columns - len(lead)
    last = len(pieces)
    if places[last] - places[first] > room:
        room -= len(_CUT)
        while places[last] - places[first] > room:
            last -= 1
    line = lead + "".join(pieces[first:last]) + (_CUT if last < len(pieces) else "")
    if span is None:
        return Excerpt(line)
    start, end = min(max(start, first), last), min(end, last)
    indent = len(lead) + places[start] - places[first]
    return Excerpt(line, " " * indent + "^" * max(1, places[end] - places[start]))


def _places(pieces: list[str]) -> list[int]:
    """Return the column at which each piece begins, and the one behind the last."""
    line = "".join(pieces)
    if len(line) == len(pieces):  # as nearly always
        return list(accumulate(widths(line), initial=0))
    columns = iter(widths(line))
    places = [0]
    for piece in pieces:
        places.append(places[-1] + sum(next(columns) for _ in piece))
    return places


def _first(places: list[int], start: int, end: int, columns: int) -> int:
    """Return the first piece to show: the start of the text if the spot can be seen with it."""
    if places[end] < columns:
        return 0
    wanted = max(0, places[start] - min(_BEFORE, columns // 4))
    # Not within a letter or emoji made of several characters: alone its rest would look different.
    return next(
        (at for at in range(len(places) - 1) if wanted <= places[at] < places[at + 1]),
        len(places) - 1,
    )
