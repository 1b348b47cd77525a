"""Math: `$$ … $$`, `\\\\( … \\\\)` and `\\\\[ … \\\\]`, in every dialect but CommonMark."""

import re
from collections.abc import Iterator

from l10n.markdown.code import code_spans, inside
from l10n.markdown.masks import Mask, Role, alone

_DOLLARS = re.compile(rb"(?<![\\$])\$\$(?!\$)(?:(?!\$\$|\n[ \t>]*\r?\n).)+?\$\$(?!\$)", re.S)
_BRACKETS = re.compile(
    rb"(?<!\\)\\\\(?:\((?:(?!\\\\[()]|\n[ \t>]*\r?\n).)+?\\\\\)"
    rb"|\[(?:(?!\\\\[\[\]]|\n[ \t>]*\r?\n).)+?\\\\\])",
    re.S,
)


def find_math(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for all math of ``data`` outside code; one alone on its lines is a block."""
    patterns = [
        pattern
        for pattern, signs in ((_DOLLARS, (b"$$",)), (_BRACKETS, (b"\\\\(", b"\\\\[")))
        if signs[0][:1] in data and any(sign in data for sign in signs)
    ]
    if not patterns:
        return
    code = code_spans(data)
    for pattern in patterns:
        position = 0
        while match := pattern.search(data, position):
            start, position = match.span()
            if hidden := inside(code, start):
                position = hidden[1]
            else:
                yield Mask(*match.span(), Role.BLOCK if alone(data, *match.span()) else Role.VALUE)
