"""Titles of link reference definitions: `[label]: target "title"`."""

import re
from collections.abc import Iterator

from pyromark import Options, reference_definitions

from l10n.markdown.runs import has_words

_TITLE = re.compile(
    rb"(?:\"((?:\\.|[^\"\\])*)\"|'((?:\\.|[^'\\])*)'|\(((?:\\.|[^()\\])*)\))\s*\Z", re.S
)


def read_titles(text: str, data: bytes, options: Options) -> Iterator[tuple[int, int, bytes]]:
    """Yield ``(start, end, closing quote)`` of every definition's title that holds words.

    ``text`` is the masked body, ``data`` its bytes. A definition that repeats a label has no
    effect on the page and is passed over, as the parser does.
    """
    if "]:" not in text:
        return
    for definition in reference_definitions(text, options=options).values():
        if not definition["title"] or not has_words(definition["title"]):
            continue
        start, end = definition["span"]["start"], definition["span"]["end"]
        match = _TITLE.search(data[start:end])
        if match and match.lastindex:
            first, last = match.span(match.lastindex)
            yield start + first, start + last, data[start + last : start + last + 1]
