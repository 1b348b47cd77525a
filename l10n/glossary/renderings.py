"""What translators made of a phrase: the words that come and go with it in translations."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from l10n.glossary.prose import prose_of
from l10n.glossary.tokens import connected, is_unspaced, tokens_of
from l10n.glossary.words import Words
from l10n.model.inline import Inline

_LONGEST_WORDS, _LONGEST_CHARACTERS = 4, 6
_LEAST = 0.3  # of Dice's coefficient; below it the words hardly belong together
_SHARE = 0.5  # of the best rendering's coefficient
# Particles at whose side a Chinese or Japanese word ends.
_PARTICLES = frozenset("的了和是在会于与或这那为以及其中は が を に で と の も".replace(" ", ""))
_RUN = re.compile(r"[^\W\d_]+")
_MOST = 3

Gram = tuple[str, ...]


def find_renderings(
    phrases: Sequence[str], pairs: Iterable[tuple[Inline, Inline]], language: str
) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return, by phrase, up to three likely renderings with the messages they are in, best first.

    ``pairs`` are sources and translations. A run of words is likely where it stands in the
    translations of the phrase and in few others: Dice's coefficient (Smadja, McKeown,
    Hatzivassiloglou, "Translating collocations for bilingual lexicons", 1996) of 0.3 at least.
    A phrase that stays as it is counts as its own rendering.
    """
    words = Words(language)
    sides = [(prose_of(source).text.lower(), prose_of(target).text) for source, target in pairs]
    patterns = {
        phrase: re.compile(rf"(?<!\w){re.escape(phrase.lower())}(?:e?s)?(?!\w)")
        for phrase in phrases
    }
    hits = {
        phrase: [n for n, (source, _) in enumerate(sides) if pattern.search(source)]
        for phrase, pattern in patterns.items()
    }
    wanted = {n for numbers in hits.values() for n in numbers}
    grams = {n: dict(_grams(sides[n][1], words)) for n in wanted}
    interesting = {gram for each in grams.values() for gram in each}
    frequency: Counter[Gram] = Counter()
    for number, (_, target) in enumerate(sides):
        found = grams[number] if number in grams else dict(_grams(target, words))
        frequency.update(gram for gram in found if gram in interesting)
    return {
        phrase: tuple(_best([grams[n] for n in numbers], frequency))
        for phrase, numbers in hits.items()
        if len(numbers) > 1
    }


def _best(found: Sequence[dict[Gram, str]], frequency: Counter[Gram]) -> Iterator[tuple[str, int]]:
    together: Counter[Gram] = Counter(gram for each in found for gram in each)
    scores = {
        gram: 2 * count / (len(found) + frequency[gram])
        for gram, count in together.items()
        if count > 1
    }
    chosen: list[str] = []
    best = max(scores.values(), default=0.0)
    for gram in sorted(scores, key=lambda gram: (-scores[gram], -len("".join(gram)), gram)):
        if scores[gram] < max(_LEAST, _SHARE * best) or len(chosen) == _MOST:
            return
        surface = Counter(each[gram] for each in found if gram in each).most_common(1)[0][0]
        folded = [other.lower() for other in chosen]
        if not any(surface.lower() in other or other in surface.lower() for other in folded):
            chosen.append(surface)
            yield surface, together[gram]


def _grams(text: str, words: Words) -> Iterator[tuple[Gram, str]]:
    """Yield every run of words as its stems, with how it is written; of characters in Chinese."""
    tokens = tokens_of(text)
    stems = [words.stem(token.raw) for token in tokens]
    edge = [
        len(token.raw) > 2 and stem not in words.light
        for token, stem in zip(tokens, stems, strict=True)
    ]
    for start in range(len(tokens)):
        if not edge[start]:
            continue
        for end in range(start, min(start + _LONGEST_WORDS, len(tokens))):
            if end > start and not connected(text[tokens[end - 1].end : tokens[end].start]):
                break
            if edge[end]:
                written = text[tokens[start].start : tokens[end].end]
                content = (stem for stem in stems[start : end + 1] if stem not in words.light)
                yield tuple(content), written
    for run in _RUN.findall(text) if is_unspaced(text) else ():
        for start in range(len(run)):
            for end in range(start + 2, min(start + _LONGEST_CHARACTERS, len(run)) + 1):
                gram = run[start:end]
                if is_unspaced(gram[0]) and is_unspaced(gram[-1]) and _PARTICLES.isdisjoint(gram):
                    yield (gram,), gram
