"""Liquid and Jinja: `{% tags %}`, `{{ values }}`, and blocks whose content is not prose."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Role, alone, paired

# Blocks that show code or nothing; what they hold is never read as Markdown.
_OPENING = re.compile(rb"\{%-?[ \t]*(highlight|raw|comment|verbatim)\b[^%]*%\}")
_CLOSING = {
    name: re.compile(rb"\{%-?[ \t]*end" + name + rb"[ \t]*-?%\}")
    for name in (b"highlight", b"raw", b"comment", b"verbatim")
}
# A tag does not run across a blank line, so a stray `{%` cannot swallow the rest of a post.
_TAG = re.compile(
    rb"\{%(?:(?!%\}|\{%|\n[ \t]*\r?\n).)*%\}"
    rb"|\{\{(?:(?!\}\}|\{\{|\n[ \t]*\r?\n).)*\}\}"
    rb"|\{#(?![\w:-]+[ \t]*\})(?:(?!#\}|\{#|\n[ \t]*\r?\n).)*#\}",
    re.S,
)


def find_liquid(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for every Liquid or Jinja construct of ``data``."""
    if b"{%" in data:
        for opening, closing in paired(data, _OPENING, _CLOSING):
            start, end = opening.start(), closing.end()
            yield Mask(start, end, Role.BLOCK if alone(data, start, end) else Role.VALUE)
    elif b"{{" not in data and b"#}" not in data:
        return
    for match in _TAG.finditer(data):
        if alone(data, *match.span()):
            yield Mask(*match.span(), Role.BLOCK)
        else:
            value = match[0].startswith(b"{{")
            yield Mask(*match.span(), Role.VALUE if value else Role.VOID)
