"""Pairs of real posts that were labelled by hand: `benchmarks/labels/*.yml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.align.blocks import BlockPairs, Blocks, Range, block_pairs
from benchmarks.tools import ROOT
from l10n.model.dialect import Dialect

FOLDER = ROOT / "benchmarks" / "labels"
NEWSLETTERS = "dair/_posts"  # of the corpus; where a file of labels names no other `folder`


@dataclass(frozen=True, slots=True)
class Labelled:
    """A source, its translation, and which of their lines correspond."""

    name: str
    source: bytes
    target: bytes
    language: str
    pairs: tuple[tuple[Range, Range], ...]
    dialect: Dialect

    @property
    def blocks(self) -> tuple[Blocks, Blocks]:
        """The blocks of both files."""
        return Blocks(self.source), Blocks(self.target)

    @property
    def gold(self) -> BlockPairs:
        """The pairs of blocks that correspond."""
        return block_pairs((([a], [b]) for a, b in self.pairs), *self.blocks)


def labelled(corpus: Path, folder: Path = FOLDER) -> Iterator[Labelled]:
    """Yield every labelled pair whose posts are in ``corpus``."""
    for path in sorted(folder.glob("*.yml")):
        label = yaml.safe_load(path.read_bytes())
        if "pairs" not in label:
            continue
        posts = corpus / label.get("folder", NEWSLETTERS)
        yield Labelled(
            path.stem,
            (posts / label["source"]).read_bytes(),
            (posts / label["target"]).read_bytes(),
            label.get("language") or path.stem.partition("-")[0],
            tuple(((a[0], a[1]), (b[0], b[1])) for a, b in label["pairs"]),
            Dialect.MDX if label["source"].endswith(".mdx") else Dialect.KRAMDOWN,
        )
