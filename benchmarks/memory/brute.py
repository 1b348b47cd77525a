"""Brute force: rapidfuzz compares every query with every text, in two workers."""

import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib.util import find_spec

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

WORKERS = 2
_texts: Sequence[str] = ()  # of a worker, which has them by being forked or from _take()


def extract(
    texts: Sequence[str], queries: Sequence[str], threshold: int
) -> tuple[float, float, list[str | None]]:
    """Return seconds, seconds of each worker's processor, and the most similar text of each
    query (the first of several), by process.extractOne in two processes."""
    with ProcessPoolExecutor(WORKERS, initializer=_take, initargs=(texts,)) as pool:
        list(pool.map(_one, queries[:WORKERS], [threshold] * WORKERS))  # started, texts there
        start = time.perf_counter()
        found = list(pool.map(partial(_one, threshold=threshold), queries, chunksize=5))
        seconds = time.perf_counter() - start
    return seconds, sum(busy for busy, _ in found) / WORKERS, [text for _, text in found]


def cdist(texts: Sequence[str], queries: Sequence[str], threshold: int) -> float | None:
    """Return seconds of process.cdist with two workers; None where numpy is absent."""
    if not find_spec("numpy"):
        return None
    start = time.perf_counter()
    for first in range(0, len(texts), 100_000):  # a part at a time, for the sake of memory
        process.cdist(
            queries,
            texts[first : first + 100_000],
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=threshold / 100,
            workers=WORKERS,
        )
    return time.perf_counter() - start


def _take(texts: Sequence[str]) -> None:
    global _texts
    _texts = texts


def _one(query: str, threshold: int) -> tuple[float, str | None]:
    start = time.process_time()
    found = process.extractOne(
        query, _texts, scorer=Levenshtein.normalized_similarity, score_cutoff=threshold / 100
    )
    return time.process_time() - start, found[0] if found else None
