"""The translation memory: what was translated before, found again, and exchanged as TMX."""

from l10n.memory.concordance import Excerpt, Piece, differences
from l10n.memory.keys import text_key
from l10n.memory.memory import Memory, Stats
from l10n.memory.tags import tidy_tag
from l10n.memory.tmx_read import TmxTally, read_tmx
from l10n.memory.tmx_write import write_tmx

__all__ = [
    "Excerpt",
    "Memory",
    "Piece",
    "Stats",
    "TmxTally",
    "differences",
    "read_tmx",
    "text_key",
    "tidy_tag",
    "write_tmx",
]
