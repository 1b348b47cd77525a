"""Which headings a segment stands below."""

import re
from collections.abc import Sequence

from l10n.model.segment import Segment

_MARKUP = re.compile(r"!?\[((?:[^\]\\]|\\.)*)\](?:\([^()]*\)|\[[^\]]*\])|[*_`]{1,3}")


def heading_trails(segments: Sequence[Segment]) -> list[tuple[str, ...]]:
    """Return for each segment, in reading order, the headings above it, outermost first."""
    result: list[tuple[str, ...]] = []
    above: list[tuple[int, str]] = []
    trail: tuple[str, ...] = ()
    for segment in segments:
        level = int(segment.kind[8:]) if segment.kind.startswith("heading ") else 0
        if not level:
            result.append(trail)
            continue
        above = [entry for entry in above if entry[0] < level]
        result.append(tuple(title for _, title in above))
        title = _MARKUP.sub(lambda match: match[1] or "", segment.msgid)
        above.append((level, " ".join(title.split())))
        trail = tuple(title for _, title in above)
    return result
