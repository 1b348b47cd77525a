"""Two passes over a pair of posts: the first finds what the second learns from."""

from collections.abc import Iterator
from dataclasses import dataclass

from l10n.align.band import Point, anchors_of, at_edge, band_of, chain_of
from l10n.align.beads import Beads
from l10n.align.evidence import Evidence
from l10n.align.kinds import PROSE, ease_of
from l10n.align.lattice import Chosen, Lattice
from l10n.align.length import Lengths
from l10n.align.lexicon import add_lexicon
from l10n.align.moved import find_moved, seeds_of
from l10n.align.repeated import first_of_repeated, uncovered, without_copies
from l10n.align.score import Signs
from l10n.align.traits import Traits

# Cells to look at beside the diagonals of large gaps and the corners of others, until it is enough.
_WIDTHS = ((40, 5), (160, 20), (640, 80))
_CELLS = 800_000  # of a second try, to stay within half a minute
_SURE = 0.9  # posterior probability of what is learnt from
_KNOWN = 4.0  # log odds of a sure pair as an anchor of the next pass


@dataclass(frozen=True, slots=True)
class Found:
    """A pair of passages, what speaks for it, and whether it stands elsewhere than expected."""

    source: range
    target: range
    signs: Signs
    moved: bool


def find_pairs(source: list[Traits], target: list[Traits]) -> Iterator[Found]:
    """Yield what corresponds: the pairs in order, then those that were moved.

    As in Moore 2002, a first alignment by what needs no learning yields the sure pairs that the
    models of the second are learnt from: lengths, survival of tokens, words that go together.
    """
    if source and target:
        yield from _Passes(source, target).run()


class _Passes:
    """The traits of both posts, and what was learnt of them."""

    def __init__(self, source: list[Traits], target: list[Traits]) -> None:
        self._sides = source, target
        self._ease = ease_of(source), ease_of(target)
        self._learn([], [])

    def _learn(self, known: list[Chosen], likely: list[Chosen]) -> None:
        """Weigh everything anew, by what passages known to correspond have in common."""
        links = [(range(*each.source), range(*each.target)) for each in known]
        source, target = add_lexicon(*self._sides, links)
        single = [
            (first[0], second[0]) for first, second in links if len(first) == len(second) == 1
        ]
        self._evidence = Evidence(source, target, single)
        self._anchors = anchors_of(self._evidence)
        self._beads = self._weigh(
            [
                (
                    sum(source[at].length for at in range(*each.source)),
                    sum(target[at].length for at in range(*each.target)),
                    each.posterior,
                )
                for each in likely
                if source[each.source[0]].family in PROSE
            ]
        )

    def run(self) -> Iterator[Found]:
        """Yield what corresponds: the pairs in order, then those that were moved."""
        chosen, moved = self._pass({})
        sure = [each for each in (*chosen, *moved) if each.posterior > _SURE]
        self._learn(sure, [*chosen, *moved])
        chosen, moved = self._pass({(each.source[0], each.target[0]): _KNOWN for each in sure})
        every = [*chosen, *moved]
        for number, each in enumerate(every):
            first, second = range(*each.source), range(*each.target)
            shared = self._evidence.spans(first, second)
            weight = self._beads.weight(first, second)
            signs = Signs(each.posterior, shared, len(first) + len(second), weight)
            yield Found(first, second, signs, number >= len(chosen))

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
        return self._beads.single(source, target)

    def _weigh(self, known: list[tuple[int, int, float]]) -> Beads:
        lengths = Lengths([traits.length for traits in self._sides[1]], known)
        return Beads(self._sides[0], self._sides[1], self._evidence, lengths)

    def _in_order(self, known: dict[Point, float]) -> list[Chosen]:
        columns = len(self._sides[1])
        chain = chain_of({**known, **self._anchors})
        chosen: list[Chosen] = []
        for width, slack in _WIDTHS:
            band = band_of(chain, self._beads.sums, width, slack)
            if chosen and sum(high - low for low, high in band) > _CELLS:
                break  # what was found will have to do
            lattice = Lattice(band, self._beads.ending, self._ease)
            chosen = lattice.choose(lattice.links())
            corners = [(each.source[1], each.target[1]) for each in chosen]
            if not at_edge(band, corners, columns):
                break
        return chosen

    def _part(self, source: range, target: range) -> list[Chosen]:
        """Return the pairs among some passages of either side, in order."""
        ours, theirs = (
            [side[at] for at in part]
            for side, part in zip(self._ease, (source, target), strict=True)
        )
        first, second = source.start, target.start
        whole = [(0, len(target))] * (len(source) + 1)

        def ending(i: int, j: int) -> list[tuple[int, int, float]]:
            found = self._beads.ending(i + first, j + second) if i and j else []
            return [bead for bead in found if bead[0] <= i and bead[1] <= j]

        lattice = Lattice(whole, ending, (ours, theirs))
        return [
            Chosen(
                (each.source[0] + first, each.source[1] + first),
                (each.target[0] + second, each.target[1] + second),
                each.posterior,
            )
            for each in lattice.choose(lattice.links())
        ]
