"""The block skeleton of a body: what a translation may never change."""

import re
from collections import Counter
from dataclasses import dataclass

from pyromark import Options, html

from l10n.markdown.dialects import OPTIONS
from l10n.markdown.hidden import Hidden, hide
from l10n.markdown.masks import Role
from l10n.model.dialect import Dialect

# Of the page as the parser itself renders it: every tag but those that flow within a sentence,
# which translators may move about. Code blocks come with their content, lists with their start.
_TAG = re.compile(
    r"<(pre><code[^<>]*>[^<]*</code></pre>|ol start=\"\d+\"|!--"
    r"|/?(?!(?:a|abbr|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp"
    r"|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)\b)[a-zA-Z][\w:-]*)"
)


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


def read_skeleton(body: bytes, dialect: Dialect) -> Skeleton:
    """Return the block skeleton of a Markdown body, to be compared with another's."""
    return skeleton_of(hide(body, dialect, ()), OPTIONS[dialect])


def skeleton_of(hidden: Hidden, options: Options) -> Skeleton:
    """Return the skeleton of a body.

    Foreign syntax counts too: the blocks of it in their order, the rest in any order.
    """
    tags = tuple(_TAG.findall(html(hidden.text, options=options)))
    blocks: list[str | bytes] = []
    values: list[tuple[str, str, bytes]] = []
    for mask in hidden.masks:
        if mask.role is Role.BLOCK:
            blocks.append(mask.name or hidden.data[mask.start : mask.end])
        elif mask.role is not Role.VOID:
            raw = b"" if mask.name else hidden.data[mask.start : mask.end]
            values.append((mask.role.value, mask.name, raw))
    for start, end in hidden.html:
        blocks += _TAG.findall(hidden.masked[start:end].decode())
    return Skeleton(tags, tuple(blocks), tuple(sorted(values)))
