"""Display math: `$$ … $$`, in every dialect but CommonMark."""

import re
from collections.abc import Iterator

from l10n.markdown.masks import Mask, Role, alone

_MATH = re.compile(rb"(?<![\\$])\$\$(?!\$)(?:(?!\$\$|\n[ \t]*\r?\n).)+?\$\$(?!\$)", re.S)


def find_math(data: bytes) -> Iterator[Mask]:
    """Yield a Mask for every `$$ … $$` of ``data``; one alone on its lines is a block."""
    if b"$$" not in data:
        return
    for match in _MATH.finditer(data):
        yield Mask(*match.span(), Role.BLOCK if alone(data, *match.span()) else Role.VALUE)
