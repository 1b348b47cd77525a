"""Damaged posts made from the English posts of the corpus, and what was found in each."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.align.blocks import BlockPairs, Blocks, Range, block_pairs
from benchmarks.align.damage import Damaged, blocks_of, damage, draw
from benchmarks.align.plain import plain, plain_blocks
from l10n.markdown.passages import passages
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect
from l10n.model.passage import Passage

_SOURCES = (
    ("dair/_posts/*.md", Dialect.KRAMDOWN),
    ("hf-course/chapters/en/*/*.mdx", Dialect.MDX),
    ("prompt-guide/pages/**/*.en.mdx", Dialect.MDX),
)
_TRANSLATED = ("PT-BR", "ZH", "TR", "简报")
_LEAST = 8  # blocks of a post worth damaging


@dataclass(frozen=True, slots=True)
class Sample:
    """One damaged post, cut up, with the pairs of blocks that correspond."""

    name: str
    damaged: Damaged
    source: tuple[Passage, ...]
    target: tuple[Passage, ...]
    blocks: tuple[Blocks, Blocks]
    gold: BlockPairs

    def touched(self, source: range, target: range) -> BlockPairs:
        """Return the pairs of blocks that a pair of passages names."""
        ours = [(self.source[at].line, self.source[at].end_line) for at in source]
        theirs = [(self.target[at].line, self.target[at].end_line) for at in target]
        return block_pairs([(ours, theirs)], *self.blocks)


def samples(corpus: Path, number: int, seed: int) -> Iterator[Sample]:
    """Yield ``number`` samples, the same ones for the same seed."""
    posts = _posts(corpus)
    for at in range(number):
        chance = random.Random(f"{seed} {at}")
        name, text, dialect = chance.choice(posts)
        other = blocks_of(chance.choice(posts)[1])
        yield _sample(name, damage(text, other, draw(chance), at), dialect)


def plain_samples(corpus: Path, number: int, seed: int) -> Iterator[Sample]:
    """Yield as many short posts without anything that survives translation."""
    posts = [(name, plain_blocks(text)) for name, text, _ in _posts(corpus)]
    at = 0
    while number:
        at += 1
        chance = random.Random(f"plain {seed} {at}")
        (name, blocks), (_, other) = chance.sample(posts, 2)
        made = plain(blocks, other, draw(chance), at)
        if made:
            number -= 1
            yield _sample(name, made, Dialect.GFM)


def _posts(corpus: Path) -> list[tuple[str, str, Dialect]]:
    posts = [
        (path.name, path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), dialect)
        for pattern, dialect in _SOURCES
        for path in sorted(corpus.glob(pattern))
        if not any(mark in path.name for mark in _TRANSLATED)
    ]
    return [post for post in posts if len(blocks_of(post[1])) > _LEAST]


def _sample(name: str, damaged: Damaged, dialect: Dialect) -> Sample:
    sides = _cut(damaged.source, dialect), _cut(damaged.target, dialect)
    blocks = Blocks(damaged.source.encode()), Blocks(damaged.target.encode())
    lines = tuple(list(_lines(side)) for side in damaged.blocks)
    gold = block_pairs((([lines[0][a]], [lines[1][b]]) for a, b in damaged.pairs), *blocks)
    return Sample(name, damaged, sides[0], sides[1], blocks, gold)


def _cut(text: str, dialect: Dialect) -> tuple[Passage, ...]:
    return passages(read_post(text.encode(), dialect))


def _lines(blocks: tuple[str, ...]) -> Iterator[Range]:
    line = 1
    for block in blocks:
        last = line + block.count("\n")
        yield line, last
        line = last + 2
