"""Similar: which old message each new one most likely was, in time linear in their number.

No text is compared with all others. Candidates come from an inverted index whose rarest
features are asked first and only so many entries of it are read for each text: Spärck Jones
1972 for the weights, Broder 1997 for shingles, Chaudhuri, Ganti and Kaushik 2006 for asking a
rare prefix only; msgmerge's index (msgl-fsearch.c) reads all entries of all 4-grams instead.
Neighbours of unchanged messages are candidates too, after Heckel 1978, who lets unique unchanged
lines anchor the changed ones between them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log

from l10n.catalog.features import Text, features, similarity

_READ = 128  # index entries read for one text
_WEIGHED = 16  # of the texts so found, how many are looked at more closely,
_COMPARED = 6  # and how many of those are compared character by character
_NEAR = 2  # messages before and after the expected place that are compared as well
_BETWEEN = 0.45  # enough where both neighbours say that it is the same message
_SURELY = 0.8  # at its expected place, enough not to look anywhere else
_FOUND = 0.85  # enough in prose not to compare less likely ones
_PROSE = 12  # words; shorter texts may have look-alikes next to them, as list items do


@dataclass(frozen=True, slots=True)
class Place:
    """A text and where it stands: in the old catalog, or where it is expected there.

    ``at`` holds up to two positions: as the unchanged message before and the one after say.
    """

    text: Text
    at: tuple[int, ...]
    rank: float = 0.0  # taken from the similarity: others are preferred


def assign(
    wanted: Sequence[Place], old: Sequence[Place], enough: float, once: bool = True
) -> dict[int, int]:
    """Return for numbers of ``wanted`` the slot of ``old`` that fits best, where one fits.

    ``old`` is in order of position. The most similar pairs are chosen first; ``enough`` is the
    least similarity. With ``once`` no slot is given twice.
    """
    slots = {place.at[0]: slot for slot, place in enumerate(old)}
    pairs: list[tuple[float, int, int, int]] = []
    unsure: list[int] = []
    for number, place in enumerate(wanted):
        slot = slots.get(place.at[0])
        if slot is not None and place.at[0] == place.at[-1]:
            score = similarity(place.text, old[slot].text) - old[slot].rank
            certain = len(place.at) == 2 or len(place.text.codes) >= _PROSE
            if certain and score >= max(enough, _SURELY):
                pairs.append((-score - 0.04 * len(place.at), 0, number, slot))
                continue
        unsure.append(number)
    if unsure:
        index = _Index(old, [wanted[number] for number in unsure])
        for at, number in enumerate(unsure):
            pairs += index.pairs(at, number, enough)
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, number, slot in sorted(pairs):
        if number not in chosen and slot not in taken:
            chosen[number] = slot
            if once:
                taken.add(slot)
    return chosen


class _Index:
    """Finds old texts that may be similar to a new one."""

    def __init__(self, old: Sequence[Place], wanted: Sequence[Place]) -> None:
        self._old = old
        self._wanted = wanted
        self._positions = [place.at[0] for place in old]
        self._asked = [features(place.text) for place in wanted]
        needed = set().union(*self._asked)
        entries: defaultdict[str, list[int]] = defaultdict(list)
        for slot, place in enumerate(old):
            for feature in features(place.text) & needed:
                entries[feature].append(slot)
        self._entries = dict(entries)

    def pairs(self, at: int, number: int, enough: float) -> Iterator[tuple[float, int, int, int]]:
        """Give (rank, distance, ``number``, slot) of each old text similar to the wanted ``at``."""
        place = self._wanted[at]
        for slot in self._candidates(at, place):
            old = self._old[slot]
            aligned = place.at.count(old.at[0])
            score = similarity(place.text, old.text) - old.rank
            if score >= enough or (aligned == 2 and score >= min(enough, _BETWEEN)):
                distance = min(abs(old.at[0] - expected) for expected in place.at)
                yield -score - 0.04 * aligned, distance, number, slot
                if score >= _FOUND and len(place.text.codes) >= _PROSE:
                    break

    def _candidates(self, at: int, place: Place) -> list[int]:
        """Return slots of old texts, the likeliest first, two dozen at most."""
        near = {bisect_left(self._positions, position) for position in place.at}
        middle = min(near)
        entries = self._entries
        found = sorted((entries[each] for each in self._asked[at] if each in entries), key=len)
        weights: defaultdict[int, float] = defaultdict(float)
        budget = _READ
        for slots in found:
            if budget <= 0:
                break
            weight = log(1 + len(self._old) / len(slots))
            if len(slots) > budget:  # those nearest to where the text is expected
                first = max(0, bisect_left(slots, middle) - budget // 2)
                slots = slots[first : first + budget]
            budget -= len(slots)
            for slot in slots:
                weights[slot] += weight
        best = sorted(weights, key=weights.__getitem__, reverse=True)[:_WEIGHED]
        if len(best) > _COMPARED:
            length = len(place.text.folded) + 1
            best.sort(key=lambda slot: (-weights[slot] / self._unlike(slot, length), slot))
        last = len(self._old)
        beside = (range(max(0, each - _NEAR), min(last, each + _NEAR + 1)) for each in near)
        return list(dict.fromkeys([*best[:_COMPARED], *chain(*beside)]))

    def _unlike(self, slot: int, length: int) -> float:
        return 1 + abs(log((len(self._old[slot].text.folded) + 1) / length))
