"""Bitmaps: counting for tens of thousands of texts at once, with Python's whole numbers.

Bit i of every number belongs to text i. Numbers are added column by column with carry-save adders
(Harley and Seal; Warren, Hacker's Delight, 5-1): five operations on long numbers for each bitmap,
which is a few instructions for each text and gram. As the "vertical counters" of bitmap indexes
for T-occurrence problems (Kaser and Lemire 2016, "Compressed bitmap indexes: beyond unions and
intersections").
"""

import re
from collections.abc import Iterable

_SOME = re.compile(rb"[^\0]")
_BITS = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


def add_up(bitmaps: Iterable[int]) -> list[int]:
    """Return how many of ``bitmaps`` have each bit: the binary digits, the lowest first."""
    planes: list[int] = []
    level = list(bitmaps)
    while level:
        carried: list[int] = []
        while len(level) > 2:
            first, second, third = level.pop(), level.pop(), level.pop()
            either = first ^ second
            level.append(either ^ third)
            carried.append(first & second | either & third)
        if len(level) == 2:
            carried.append(level[0] & level[1])
            level = [level[0] ^ level[1]]
        planes.append(level[0])
        level = carried
    return planes


def at_least(planes: list[int], least: int, everything: int) -> int:
    """Return the bits of ``everything`` that were counted ``least`` times or more often."""
    if least <= 0:
        return everything
    if least >> len(planes):
        return 0
    above, equal = 0, everything
    for digit in range(len(planes) - 1, -1, -1):
        plane = planes[digit]
        if (least - 1) >> digit & 1:
            equal &= plane
        else:
            both = equal & plane
            above |= both
            equal ^= both
    return above


def positions(bitmap: int, size: int) -> list[int]:
    """Return which of the lowest ``size`` bits are set, in order."""
    data = bitmap.to_bytes((size + 7) // 8, "little")
    found = []
    for match in _SOME.finditer(data):
        at = match.start()
        found += [at * 8 + bit for bit in _BITS[data[at]]]
    return found
