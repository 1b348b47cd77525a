"""Compose: a paragraph's translation put together from those of its sentences."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from l10n.memory.keys import text_key
from l10n.memory.placeables import shape, substituted
from l10n.memory.rows import Wanted, same_text, translations
from l10n.memory.sentences import joined, split
from l10n.model.memory import Kind, Match, Origin, Remembered

_PENALTY = 5  # points: sentences may refer to one another in another way than they did
_SUBSTITUTED = 1
_TRUST = (Origin.HUMAN, Origin.DOUBTFUL, Origin.MACHINE)


def compose(connection: sqlite3.Connection, text: str, wanted: Wanted) -> Iterator[Match]:
    """Yield up to one Match for a text of several sentences of which some are remembered.

    Each counts by its length; those that are not remembered stay in the source language and
    count nothing.
    """
    sentences = split(text)
    if len(sentences) < 2:
        return
    parts: list[tuple[str, str]] = []
    used: list[Remembered] = []
    points = penalty = 0
    for sentence, gap in sentences:
        found = next(_remembered(connection, sentence, wanted), None)
        if found is None:
            parts.append((sentence, gap))
            continue
        loss = wanted.penalty(found)
        exact = found.source == sentence
        parts.append((found.target, gap))
        used.append(found)
        penalty = max(penalty, loss)
        points += (100 if exact else 100 - _SUBSTITUTED) * len(sentence)
    if not used:
        return
    score = points // sum(len(sentence) for sentence, _ in sentences) - _PENALTY
    worst = max(used, key=lambda each: _TRUST.index(each.origin))
    other = next((each.language for each in used if each.language != wanted.language), None)
    yield Match(
        score - penalty,
        text,
        joined(parts),
        worst.origin,
        other or wanted.language,
        ", ".join(dict.fromkeys(each.place for each in used if each.place)),
        Kind.COMPOSED,
        penalty,
    )


def _remembered(
    connection: sqlite3.Connection, sentence: str, wanted: Wanted
) -> Iterator[Remembered]:
    """Yield translations of a sentence, the best first; their target is that of the sentence."""
    yield from same_text(connection, sentence, wanted)
    own = shape(sentence)
    key = text_key(own)
    within = "t.id IN (SELECT translation FROM sentence WHERE shape = ? LIMIT 1000)"
    pairs = list(_within(translations(connection, within, wanted, key)))
    yield from (pair for pair in pairs if pair.source == sentence)
    if own == sentence:
        return
    for pair in (*translations(connection, "s.shape = ?", wanted, key), *pairs):
        if shape(pair.source) == own:
            target = substituted(pair.source, sentence, pair.target)
            if target is not None:
                yield replace(pair, target=target)


def _within(paragraphs: list[Remembered]) -> Iterator[Remembered]:
    """Yield the sentences of ``paragraphs``, which have as many in both languages."""
    for paragraph in paragraphs:
        pairs = zip(split(paragraph.source), split(paragraph.target), strict=False)
        for (source, _), (target, _) in pairs:
            yield replace(paragraph, source=source, target=target)
