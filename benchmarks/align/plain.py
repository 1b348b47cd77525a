"""Short posts without links, code or numbers, of which only order, kinds and lengths speak.

The source has often grown since it was translated, and some translations are those of another
post altogether: nothing of them corresponds.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.align.damage import Damaged, Profile, blocks_of, damage

_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_MARKS = re.compile(r"`|https?://\S+|[*_]{0,2}\d[\d.,%]*")
_TEXT = re.compile(r"(?:#{1,6} |[*-] |\*\*)?[A-Za-z]")
_LEAST = 3  # blocks that were translated


def plain_blocks(text: str) -> list[str]:
    """Return the titles, paragraphs and list items of a post, without what survives translation."""
    bare = (_MARKS.sub("", _LINK.sub(r"\1", block)) for block in blocks_of(text))
    return [block for block in bare if _TEXT.match(block) and not re.search(r"[<>{}|\\]", block)]


def plain(
    blocks: Sequence[str], other: Sequence[str], profile: Profile, seed: int
) -> Damaged | None:
    """Return some neighbouring ``blocks`` and a translation of most of them.

    One in four is a translation of ``other`` blocks instead. None where there are too few.
    """
    chance = random.Random(f"plain {seed}")
    size, grown = chance.randint(_LEAST, 12), chance.choice((0, 0, 0, 1, 3, 8))
    stranger = chance.random() < 0.25
    if len(blocks) < size + grown or len(other) < size:
        return None
    first = chance.randrange(len(blocks) - size - grown + 1)
    run = list(blocks[first : first + size + grown])
    begin = chance.randint(1, size)
    kept = [*range(begin), *range(begin + grown, size + grown)]
    begin = chance.randrange(len(other) - size + 1)
    translated = list(other[begin : begin + size]) if stranger else [run[at] for at in kept]
    profile = replace(profile, moved=0, rehosted=False)
    made = damage("\n\n".join(translated), other, profile, seed)
    if len(made.blocks[0]) != size:
        return None
    pairs = frozenset() if stranger else frozenset((kept[a], b) for a, b in made.pairs)
    return Damaged(
        "\n\n".join(run) + "\n", made.target, (tuple(run), made.blocks[1]), pairs, profile
    )
