"""Words that go together in passages known to correspond, whatever their scripts.

After Kay and Röscheisen 1993 ("Text-translation alignment"): words whose places correspond are
taken for renderings of one another, which then helps to find further places. How well they go
together is Dice's coefficient; a word needs three places, so that no passage is its only proof.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from l10n.align.traits import Traits

_LEAST = 3  # passages that hold both words
_TOGETHER = 0.55  # Dice's coefficient
_COMMON = 0.4  # share of passages a word may be in; above, it says little

Links = Iterable[tuple[range, range]]


def add_lexicon(
    source: Sequence[Traits], target: Sequence[Traits], known: Links
) -> tuple[list[Traits], list[Traits]]:
    """Return the traits, with a token for each pair of words that go together in ``known``."""
    ours: dict[str, int] = {}  # for each word a bit for each of the known pairs
    theirs: dict[str, int] = {}
    number = 0
    for number, (first, second) in enumerate(known, 1):
        for word in _words(source, first):
            ours[word] = ours.get(word, 0) | 1 << number
        for word in _words(target, second):
            theirs[word] = theirs.get(word, 0) | 1 << number
    most = max(_LEAST, int(number * _COMMON))
    tokens: tuple[dict[str, str], dict[str, str]] = ({}, {})
    others = _frequent(theirs, most)
    for word, (places, count) in _frequent(ours, most).items():
        best = 0.0
        for other, (there, total) in others.items():
            both = (places & there).bit_count()
            if both >= _LEAST and (dice := 2 * both / (count + total)) > max(best, _TOGETHER):
                best, rendering = dice, other
        if best:
            # A rendering of several words is one token, so that either finds it.
            token = tokens[1].setdefault(rendering, f"l{word}")
            tokens[0][word] = token
    return _marked(source, tokens[0]), _marked(target, tokens[1])


def _words(side: Sequence[Traits], part: range) -> frozenset[str]:
    return frozenset[str]().union(*(side[at].words for at in part))


def _frequent(places: dict[str, int], most: int) -> dict[str, tuple[int, int]]:
    # In order of the alphabet, so that of equally good renderings always the same one is taken.
    counts = ((word, places[word].bit_count()) for word in sorted(places))
    return {word: (places[word], n) for word, n in counts if _LEAST <= n <= most}


def _marked(side: Sequence[Traits], tokens: dict[str, str]) -> list[Traits]:
    return [
        replace(
            traits,
            tokens=traits.tokens | {tokens[word] for word in traits.words if word in tokens},
        )
        for traits in side
    ]
