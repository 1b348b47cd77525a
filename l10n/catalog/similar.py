"""Similar: which old message each new one most likely was, in time linear in their number.

No text is compared with all others. Candidates come from an inverted index whose rarest
features are asked first and only so many entries of it are read for each text: Spärck Jones
1972 for the weights, Broder 1997 for shingles, Chaudhuri, Ganti and Kaushik 2006 for asking a
rare prefix only; msgmerge's index (msgl-fsearch.c) reads all entries of all 4-grams instead.
Neighbours of unchanged messages are candidates too, after Heckel 1978, who lets unique unchanged
lines anchor the changed ones between them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from l10n.catalog.features import Text, features, similarity

_READ = 256  # index entries read for one text
_COMPARED = 8  # of the texts so found, how many are compared character by character
_NEAR = 3  # messages before and after the expected place that are compared as well
_BETWEEN = 0.45  # enough where both neighbours say that it is the same message


@dataclass(frozen=True, slots=True)
class Place:
    """A text and where it stands: in the old catalog, or where it is expected there.

    ``at`` holds up to two positions: as the unchanged message before and the one after say.
    """

    text: Text
    at: tuple[int, ...] = ()
    rank: float = 0.0  # taken from the similarity: others are preferred


class Index:
    """Finds old texts that may be similar to a new one."""

    def __init__(self, old: Sequence[Place], wanted: Iterable[Place]) -> None:
        """``old`` is in order of position, and its places have one; ``wanted`` will be asked."""
        self._old = old
        self._positions = [place.at[0] for place in old]
        self._asked = [features(place.text) for place in wanted]
        needed = set().union(*self._asked)
        self._slots: dict[str, list[int]] = {}
        for slot, place in enumerate(old):
            for feature in features(place.text) & needed:
                self._slots.setdefault(feature, []).append(slot)

    def candidates(self, number: int, place: Place) -> set[int]:
        """Return slots of ``old`` for the wanted text at ``number``, at most a few dozen."""
        slots = self._slots
        found = sorted(
            (slots[feature] for feature in self._asked[number] if feature in slots), key=len
        )
        near = {bisect_left(self._positions, position) for position in place.at}
        middle = min(near, default=0)
        weights: dict[int, float] = {}
        budget = _READ
        for entries in found:
            if budget <= 0:
                break
            weight = log(1 + len(self._old) / len(entries))
            if len(entries) > budget:  # those nearest to where the text is expected
                first = max(0, bisect_left(entries, middle) - budget // 2)
                entries = entries[first : first + budget]
            budget -= len(entries)
            for slot in entries:
                weights[slot] = weights.get(slot, 0.0) + weight
        length = len(place.text.folded) + 1
        best = sorted(
            weights,
            key=lambda slot: (
                -weights[slot] / (1 + abs(log((len(self._old[slot].text.folded) + 1) / length))),
                abs(slot - middle),
            ),
        )[:_COMPARED]
        return set(best).union(
            *(range(max(0, at - _NEAR), min(len(self._old), at + _NEAR + 1)) for at in near)
        )


def assign(
    wanted: Sequence[Place], old: Sequence[Place], enough: float, once: bool = True
) -> dict[int, int]:
    """Return for numbers of ``wanted`` the slot of ``old`` that fits best, where one fits.

    The most similar pairs are chosen first; ``enough`` is the least similarity. With ``once``
    no slot is given twice.
    """
    index = Index(old, wanted)
    pairs: list[tuple[float, int, int, int]] = []
    for number, place in enumerate(wanted):
        for slot in index.candidates(number, place):
            there = old[slot].at[0]
            aligned = place.at.count(there)
            score = similarity(place.text, old[slot].text) - old[slot].rank
            if score >= enough or (aligned == 2 and score >= min(enough, _BETWEEN)):
                distance = min((abs(there - at) for at in place.at), default=0)
                pairs.append((-score - 0.04 * aligned, distance, number, slot))
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, number, slot in sorted(pairs):
        if number not in chosen and slot not in taken:
            chosen[number] = slot
            if once:
                taken.add(slot)
    return chosen
