"""Messages that hold nothing but words and code spans, read without the parser.

Most messages are such, and reading one so takes a fraction of the time. What is taken here is
only what the parser would read in the same way; a test holds the two against one another.
"""

import re

from l10n.markdown.inline_spans import read_code
from l10n.model.inline import Code, Inline, Text

_MARKUP = re.compile(r"[\\`*_\[\]<>{}$&~:@!]|www\.")
_ADDRESS = re.compile(r"://|www\.")
# Foreign syntax would be masked first, and may begin inside a code span; blanks at the end go.
_PLAIN = r"[^\\`*_\[\]<>{}$&~\x00]*+"
_SIMPLE = re.compile(rf"{_PLAIN}(?:`[^`<{{$\x00]++`(?!`){_PLAIN})*+(?<!\s)")


def read_plain(text: str) -> Inline | None:
    """Return what a message of words and code spans holds, or None where there may be more."""
    if not _MARKUP.search(text):
        return Inline(text, texts=(Text("text", text, (0, len(text))),) if text else ())
    if not _SIMPLE.fullmatch(text) or "[[" in text or _ADDRESS.search(text):
        return None
    code: list[Code] = []
    texts: list[Text] = []
    position = 0
    for at, piece in enumerate(text.split("`")):
        end = position + len(piece)
        if at % 2:
            span = position - 1, end + 1
            code.append(read_code(text[slice(*span)], span))
        elif piece:
            texts.append(Text("text", piece, (position, end)))
        position = end + 1
    return Inline(text, code=tuple(code), texts=tuple(texts))
