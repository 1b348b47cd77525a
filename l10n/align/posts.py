"""A translation is aligned with its source: in order first, then what was moved."""

from collections.abc import Sequence

from l10n.align.band import Point, anchors_of, at_edge, band_of, chain_of
from l10n.align.beads import Beads
from l10n.align.evidence import Evidence
from l10n.align.lattice import Chosen, Lattice
from l10n.align.length import Lengths
from l10n.align.lexicon import add_lexicon
from l10n.align.moved import find_moved, seeds_of
from l10n.align.notes import resolve_notes
from l10n.align.repeated import first_of_repeated, uncovered, without_copies
from l10n.align.traits import Traits, traits_of
from l10n.model.alignment import Alignment, Pair
from l10n.model.passage import Passage

_WIDTH = 40
_SURE = 0.9
_KNOWN = 4.0  # log odds of a sure pair as an anchor of the next pass
_FRONT = "front matter"
_NO_MARKS = frozenset[str]()


def align(
    source: Sequence[Passage],
    target: Sequence[Passage],
    *,
    source_language: str,
    language: str,
    source_marks: Sequence[frozenset[str]] = (),
    target_marks: Sequence[frozenset[str]] = (),
) -> Alignment:
    """Return which passages of ``target`` render which of ``source``.

    Languages are BCP 47 tags. The marks are evidence from a glossary or a memory: for each
    passage the names of what was recognised in it, where the same name on both sides speaks for
    a pair, such as a term and its rendering.
    """
    marks = source_marks or [_NO_MARKS] * len(source), target_marks or [_NO_MARKS] * len(target)
    fronts, rest = _by_key(source, target)
    traits = tuple(
        resolve_notes(
            [side[at] for at in indexes], [traits_of(side[at], marked[at]) for at in indexes]
        )
        for side, marked, indexes in zip((source, target), marks, rest, strict=True)
    )
    pairs = fronts + [
        Pair(
            tuple(rest[0][at] for at in range(*chosen.source)),
            tuple(rest[1][at] for at in range(*chosen.target)),
            round(chosen.posterior, 4),
            moved,
        )
        for chosen, moved in _Aligner(traits[0], traits[1]).run()
    ]
    pairs.sort(key=lambda pair: pair.source)
    ours = {at for pair in pairs for at in pair.source}
    theirs = {at for pair in pairs for at in pair.target}
    return Alignment(
        tuple(pairs),
        tuple(at for at in range(len(source)) if at not in ours),
        tuple(at for at in range(len(target)) if at not in theirs),
    )


def _by_key(
    source: Sequence[Passage], target: Sequence[Passage]
) -> tuple[list[Pair], tuple[list[int], list[int]]]:
    """Return the pairs of equal front matter keys, and the passages that are no front matter."""
    theirs: dict[str, list[int]] = {}
    for at, passage in enumerate(target):
        if passage.kind.startswith(_FRONT):
            theirs.setdefault(passage.kind, []).append(at)
    pairs: list[Pair] = []
    for at, passage in enumerate(source):
        if passage.kind.startswith(_FRONT) and theirs.get(passage.kind):
            pairs.append(Pair((at,), (theirs[passage.kind].pop(0),), 0.99))
    body = tuple(
        [at for at, passage in enumerate(side) if not passage.kind.startswith(_FRONT)]
        for side in (source, target)
    )
    return pairs, (body[0], body[1])


class _Aligner:
    """The traits of both posts, and what was learnt of them."""

    def __init__(self, source: list[Traits], target: list[Traits]) -> None:
        self._sides = source, target
        self._titles = tuple([traits.family == "title" for traits in side] for side in self._sides)
        self._learn([])

    def _learn(self, known: list[Chosen]) -> None:
        """Weigh everything anew, by what passages known to correspond have in common."""
        links = [(range(*each.source), range(*each.target)) for each in known]
        source, target = add_lexicon(*self._sides, links)
        single = [
            (first[0], second[0]) for first, second in links if len(first) == len(second) == 1
        ]
        self._evidence = Evidence(source, target, single)
        self._anchors = anchors_of(self._evidence)
        self._beads = self._weigh(
            [(source[first].length, target[second].length) for first, second in single]
        )

    def run(self) -> list[tuple[Chosen, bool]]:
        """Return the chosen pairs, each with whether it was moved."""
        if not self._sides[0] or not self._sides[1]:
            return []
        chosen, moved = self._pass({})
        sure = [each for each in (*chosen, *moved) if each.posterior > _SURE]
        self._learn(sure)
        chosen, moved = self._pass({(each.source[0], each.target[0]): _KNOWN for each in sure})
        return [*((each, False) for each in chosen), *((each, True) for each in moved)]

    def _pass(self, known: dict[Point, float]) -> tuple[list[Chosen], list[Chosen]]:
        """Return what corresponds in order, and what was moved; ``known`` says where to look."""
        source, target = self._sides
        chosen = first_of_repeated(self._in_order(known), source, target)
        spans = [each.source for each in chosen], [each.target for each in chosen]
        left = uncovered(source, spans[0]), uncovered(target, spans[1])
        new = without_copies(source, left[0]), without_copies(target, left[1])
        seeds = seeds_of(new, self._evidence, self._weight)
        return chosen, find_moved(left, seeds, self._part)

    def _weight(self, source: int, target: int) -> float:
        return self._beads.weight(range(source, source + 1), range(target, target + 1))

    def _weigh(self, known: list[tuple[int, int]]) -> Beads:
        lengths = Lengths(
            [traits.length for traits in self._sides[0]],
            [traits.length for traits in self._sides[1]],
            known,
        )
        return Beads(self._sides[0], self._sides[1], self._evidence, lengths)

    def _in_order(self, known: dict[Point, float]) -> list[Chosen]:
        rows, columns = (len(side) for side in self._sides)
        chain = chain_of({**known, **self._anchors})
        width = _WIDTH
        while True:
            band = band_of(chain, rows, columns, width)
            lattice = Lattice(band, self._beads.ending, (self._titles[0], self._titles[1]))
            chosen = lattice.choose(lattice.links())
            corners = [(each.source[1], each.target[1]) for each in chosen]
            if width > max(rows, columns) or not at_edge(band, corners, columns):
                return chosen
            width *= 2

    def _part(self, source: range, target: range) -> list[Chosen]:
        """Return the pairs among some passages of either side, in order."""
        titles = tuple(
            [side[at] for at in part]
            for side, part in zip(self._titles, (source, target), strict=True)
        )
        first, second = source.start, target.start
        whole = [(0, len(target))] * (len(source) + 1)

        def ending(i: int, j: int) -> list[tuple[int, int, float]]:
            found = self._beads.ending(i + first, j + second) if i and j else []
            return [bead for bead in found if bead[0] <= i and bead[1] <= j]

        lattice = Lattice(whole, ending, (titles[0], titles[1]))
        return [
            Chosen(
                (each.source[0] + first, each.source[1] + first),
                (each.target[0] + second, each.target[1] + second),
                each.posterior,
            )
            for each in lattice.choose(lattice.links())
        ]
