"""One paragraph of a translation that renders several of the source is cut at its sentences."""

import re
from collections.abc import Sequence

from l10n.memory.sentences import joined, split

_ANCHOR = re.compile(r"\]\(([^)\s]+)|`([^`]+)`|(\d[\d.,]*\d|\d)|\b([A-Z][\w-]{2,})")
_WORTH = 25.0  # characters of difference in length that a shared anchor outweighs


def cut(text: str, sources: Sequence[str]) -> list[str]:
    """Return the part of ``text`` that renders each of ``sources``, in order; "" for none.

    Cuts stand at sentence ends only, where lengths fit best in proportion (Gale and Church 1993)
    and where addresses, code, numbers and names of a source are in its part.
    """
    sentences = _whole(split(text))
    sizes = [0]
    for sentence, gap in sentences:
        sizes.append(sizes[-1] + len(sentence) + len(gap))
    ratio = len(text) / max(1, sum(map(len, sources)))
    marks = [_anchors(sentence) for sentence, _ in sentences]
    count = len(sentences)
    best = [0.0] + [float("inf")] * count
    back: list[list[int]] = []
    for source in sources:
        wanted, own = ratio * len(source), _anchors(source)
        shared = [0]
        for mark in marks:
            shared.append(shared[-1] + len(mark & own))
        costs, froms = [], []
        for end in range(count + 1):
            options = [
                best[start]
                + abs(sizes[end] - sizes[start] - wanted)
                - _WORTH * (shared[end] - shared[start])
                for start in range(end + 1)
            ]
            first = min(range(end + 1), key=options.__getitem__)
            costs.append(options[first])
            froms.append(first)
        best, back = costs, [*back, froms]
    parts: list[str] = []
    end = count
    for froms in reversed(back):
        parts.append(joined(sentences[froms[end] : end]).strip())
        end = froms[end]
    return parts[::-1]


def _whole(sentences: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return sentences none of which ends inside brackets, such as the words of a link."""
    found: list[tuple[str, str]] = []
    for sentence, gap in sentences:
        if found and any(found[-1][0].count(a) > found[-1][0].count(b) for a, b in ("[]", "()")):
            before, space = found.pop()
            sentence = before + space + sentence
        found.append((sentence, gap))
    return found


def _anchors(text: str) -> set[str]:
    return {next(filter(None, match.groups())) for match in _ANCHOR.finditer(text)}
