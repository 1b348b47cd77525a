"""A translation is aligned with its source: front matter by key, the rest by what it shows."""

from collections.abc import Sequence

from l10n.align.notes import traits_of_side
from l10n.align.passes import find_pairs
from l10n.align.score import score
from l10n.align.trust import trust
from l10n.model.alignment import Alignment, Pair
from l10n.model.passage import Passage

_FRONT = "front matter"
_SAME_KEY = 0.99


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

    Languages are BCP 47 tags; one method serves them all. The marks are evidence from a glossary
    or a memory: for each passage the names of what was recognised in it, where the same name on
    both sides speaks for a pair, such as a term and its rendering.
    """
    fronts = _by_key(source, target)
    rest = _body(source), _body(target)
    traits = tuple(
        traits_of_side([side[at] for at in indexes], [marks[at] for at in indexes] if marks else ())
        for side, marks, indexes in zip(
            (source, target), (source_marks, target_marks), rest, strict=True
        )
    )
    body = list(find_pairs(traits[0], traits[1]))
    trusted = trust(traits[0], traits[1], body)
    pairs = fronts + [
        Pair(
            tuple(rest[0][at] for at in found.source),
            tuple(rest[1][at] for at in found.target),
            round(score(found.signs, trusted), 4),
            found.moved,
        )
        for found in body
    ]
    pairs.sort(key=lambda pair: pair.source)
    ours = {at for pair in pairs for at in pair.source}
    theirs = {at for pair in pairs for at in pair.target}
    return Alignment(
        tuple(pairs),
        tuple(at for at in range(len(source)) if at not in ours),
        tuple(at for at in range(len(target)) if at not in theirs),
    )


def _by_key(source: Sequence[Passage], target: Sequence[Passage]) -> list[Pair]:
    """Return the pairs of front matter with the same key, in order where there are several."""
    theirs: dict[str, list[int]] = {}
    for at, passage in enumerate(target):
        if passage.kind.startswith(_FRONT):
            theirs.setdefault(passage.kind, []).append(at)
    return [
        Pair((at,), (theirs[passage.kind].pop(0),), _SAME_KEY)
        for at, passage in enumerate(source)
        if passage.kind.startswith(_FRONT) and theirs.get(passage.kind)
    ]


def _body(side: Sequence[Passage]) -> list[int]:
    return [at for at, passage in enumerate(side) if not passage.kind.startswith(_FRONT)]
