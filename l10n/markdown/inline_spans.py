"""Code spans and emphasis inside a message, by the text between and including their marks."""

import re

from l10n.model.inline import Code, Emphasis, Span

# What the parser calls them, and what Emphasis does.
EMPHASES = {"Emphasis": "emphasis", "Strong": "strong", "Strikethrough": "strikethrough"}
_LINE_END = re.compile(r"[\r\n]")


def read_code(raw: str, span: Span) -> Code:
    """Return the Code that ``raw`` is, with the text that a page shows of it."""
    ticks = len(raw) - len(raw.lstrip("`"))
    inner = _LINE_END.sub(" ", raw[ticks : len(raw) - ticks])
    if len(inner) > 2 and inner[0] == inner[-1] == " " and inner.strip():
        inner = inner[1:-1]  # CommonMark 0.31.2, section 6.1
    return Code(raw, span, inner)


def read_emphasis(name: str, raw: str, span: Span) -> Emphasis:
    """Return the Emphasis that the parser calls ``name``; ``~`` may stand once or twice."""
    width = 2 if name == "Strong" or raw.startswith("~~") else 1
    return Emphasis(EMPHASES[name], raw, span, width)
