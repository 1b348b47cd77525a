"""The block skeleton of a body: what a translation may never change."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pyromark import Options, html

from l10n.markdown.dialects import OPTIONS, find_masks
from l10n.markdown.masks import Mask, Role, cover
from l10n.model.dialect import Dialect

# Of the page as the parser itself renders it: every tag but those that flow within a sentence,
# which translators may move about. Code blocks come with their content, lists with their start.
_TAG = re.compile(
    r"<(pre><code[^<>]*>[^<]*</code></pre>|ol start=\"\d+\"|!--"
    r"|/?(?!(?:a|abbr|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp"
    r"|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)\b)[a-zA-Z][\w:-]*)"
)
_LONE_CR = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What stays of a page without its words."""

    tags: tuple[str, ...]
    blocks: tuple[str | bytes, ...] = ()  # foreign syntax on lines of its own
    values: tuple[tuple[str, str, bytes], ...] = ()  # foreign syntax within text, sorted

    def same_as(self, source: "Skeleton") -> bool:
        """Whether this is the skeleton of ``source``, but for values that were left out."""
        return (
            self.tags == source.tags
            and self.blocks == source.blocks
            and (self.values == source.values or not Counter(self.values) - Counter(source.values))
        )


def with_line_feeds(body: bytes) -> bytes:
    """Return ``body`` with every lone CR as LF: as long as before, and easier to scan."""
    return _LONE_CR.sub(b"\n", body) if b"\r" in body else body


def read_skeleton(body: bytes, dialect: Dialect) -> Skeleton:
    """Return the block skeleton of a Markdown body, to be compared with another's."""
    data = with_line_feeds(body)
    masks = find_masks(data, dialect, ())
    return skeleton_of(cover(data, masks).decode(), data, masks, OPTIONS[dialect])


def skeleton_of(text: str, data: bytes, masks: Sequence[Mask], options: Options) -> Skeleton:
    """Return the skeleton of ``text``, which is ``data`` behind its ``masks``.

    Foreign syntax counts too: the blocks of it in their order, the rest in any order.
    """
    tags = tuple(_TAG.findall(html(text, options=options)))
    if not masks:
        return Skeleton(tags)
    blocks: list[str | bytes] = []
    values: list[tuple[str, str, bytes]] = []
    for mask in masks:
        if mask.role is Role.BLOCK:
            blocks.append(mask.name or data[mask.start : mask.end])
        elif mask.role is not Role.VOID:
            raw = b"" if mask.name else data[mask.start : mask.end]
            values.append((mask.role.value, mask.name, raw))
    return Skeleton(tags, tuple(blocks), tuple(sorted(values)))
