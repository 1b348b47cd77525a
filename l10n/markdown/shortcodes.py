"""Hugo shortcodes: `{{< name … >}}` and `{{% name … %}}`."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Role, alone, paired

_SHORTCODE = re.compile(
    rb"\{\{(?:<[ \t]*(/?)[ \t]*([\w./-]*)(?:(?!>\}\}|\{\{[<%]).)*>"
    rb"|%[ \t]*(/?)[ \t]*([\w./-]*)(?:(?!%\}\}|\{\{[<%]).)*%)\}\}",
    re.S,
)
# The content of these is code to show, not prose.
_OPENING = re.compile(rb"\{\{[<%][ \t]*(highlight|math|mermaid|raw)\b")
_CLOSING = {
    name: re.compile(rb"\{\{[<%][ \t]*/[ \t]*" + name + rb"[ \t]*[>%]\}\}")
    for name in (b"highlight", b"math", b"mermaid", b"raw")
}


def find_shortcodes(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for every Hugo shortcode of ``data``; paired ones carry their name."""
    if b"{{<" not in data and b"{{%" not in data:
        return
    for opening, closing in paired(data, _OPENING, _CLOSING):
        start, end = opening.start(), closing.end()
        yield Mask(start, end, Role.BLOCK if alone(data, start, end) else Role.VALUE)
    found = list(_SHORTCODE.finditer(data))
    closed = {match[2] or match[4] for match in found if match[1] or match[3]}
    for match in found:
        name = match[2] or match[4] or b""
        if alone(data, *match.span()):
            yield Mask(*match.span(), Role.BLOCK)
        elif match[1] or match[3]:
            yield Mask(*match.span(), Role.CLOSE, name.decode("utf-8", "replace"))
        elif name in closed and not match[0][:-3].rstrip().endswith(b"/"):
            yield Mask(*match.span(), Role.OPEN, name.decode("utf-8", "replace"))
        else:
            yield Mask(*match.span(), Role.VALUE)
