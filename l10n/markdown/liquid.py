"""Liquid and Jinja: `{% tags %}`, `{{ values }}`, and blocks whose content is not prose."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Role, alone

# Blocks that show code or nothing; what they hold is never read as Markdown.
_OPAQUE = re.compile(
    rb"\{%-?[ \t]*(highlight|raw|comment|verbatim)\b[^%]*%\}.*?\{%-?[ \t]*end\1[ \t]*-?%\}", re.S
)
# A tag does not run across a blank line, so a stray `{%` cannot swallow the rest of a post.
_TAG = re.compile(
    rb"\{%(?:(?!%\}|\{%|\n[ \t]*\r?\n).)*%\}|\{\{(?:(?!\}\}|\{\{|\n[ \t]*\r?\n).)*\}\}", re.S
)


def find_liquid(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for every Liquid or Jinja construct of ``data``."""
    if b"{%" in data:
        for match in _OPAQUE.finditer(data):
            lone = alone(data, *match.span())
            yield Mask(*match.span(), Role.BLOCK if lone else Role.VALUE)
    elif b"{{" not in data:
        return
    for match in _TAG.finditer(data):
        if alone(data, *match.span()):
            yield Mask(*match.span(), Role.BLOCK)
        elif match[0].startswith(b"{%"):
            yield Mask(*match.span(), Role.VOID)
        else:
            yield Mask(*match.span(), Role.VALUE)
