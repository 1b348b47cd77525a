"""Hugo shortcodes: `{{< name … >}}` and `{{% name … %}}`."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Role, alone

_SHORTCODE = re.compile(
    rb"\{\{(?:<[ \t]*(/?)[ \t]*([\w./-]*)(?:(?!>\}\}).)*?(/?)[ \t]*>"
    rb"|%[ \t]*(/?)[ \t]*([\w./-]*)(?:(?!%\}\}).)*?(/?)[ \t]*%)\}\}",
    re.S,
)
# The content of these is code to show, not prose.
_CODE = re.compile(
    rb"\{\{[<%][ \t]*(highlight|math|mermaid|raw)\b.*?\{\{[<%][ \t]*/[ \t]*\1[ \t]*[>%]\}\}", re.S
)


def find_shortcodes(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for every Hugo shortcode of ``data``; paired ones carry their name."""
    if b"{{<" not in data and b"{{%" not in data:
        return
    for match in _CODE.finditer(data):
        yield Mask(*match.span(), Role.BLOCK if alone(data, *match.span()) else Role.VALUE)
    found = list(_SHORTCODE.finditer(data))
    closed = {match[2] or match[5] for match in found if match[1] or match[4]}
    for match in found:
        name = match[2] or match[5] or b""
        if alone(data, *match.span()):
            yield Mask(*match.span(), Role.BLOCK)
        elif match[1] or match[4]:
            yield Mask(*match.span(), Role.CLOSE, name.decode())
        elif name in closed and not (match[3] or match[6]):
            yield Mask(*match.span(), Role.OPEN, name.decode())
        else:
            yield Mask(*match.span(), Role.VALUE)
