"""Sentences: where a paragraph can be taken apart, and put together again."""

import re

# A sign that ends a sentence with what closes behind it, then a blank and what may begin one; or
# the full-width signs, behind which there is no blank.
_END = re.compile(
    r"(?<=[.!?…])[\"'”’»)\]*_]*(?P<gap>\s+)(?=[\"'“‘«(\[*_`¿¡]*[^\W\d_a-zà-öø-ÿ]|[\"'“«(\[*_`¿¡]*\d)"
    r"|(?<=[。！？।])[”’」』）]*(?P<none>)(?!$|[”’」』）])"
    r"|(?P<break>\n)"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|e\.g|i\.e|etc|vs|cf|al|p|pp|Mr|Mrs|Ms|Dr|Prof|St|No|Fig|Eq|Sec|vol"
    r"|approx|ca|z\.B|bzw|M|Mme|ex|p\.ex|Sr|Sra|ej)\.$"
)

_LONGEST = 10  # characters of an abbreviation and what stands before it


def split(text: str) -> list[tuple[str, str]]:
    """Return the sentences of ``text``, each with the white space behind it.

    Joined they are ``text`` again. Abbreviations end none, as far as they are known.
    """
    found: list[tuple[str, str]] = []
    start = 0
    for match in _END.finditer(text):
        kind = match.lastgroup or ""
        end, next_one = match.span(kind)
        if kind == "gap" and _ABBREVIATED.search(
            text, max(0, match.start() - _LONGEST), match.start()
        ):
            continue
        if end > start:
            found.append((text[start:end], text[end:next_one]))
            start = next_one
    if start < len(text):
        found.append((text[start:], ""))
    return found


def joined(sentences: list[tuple[str, str]]) -> str:
    """Return sentences with their gaps as one text; none behind a full-width full stop."""
    parts: list[str] = []
    for sentence, gap in sentences:
        wide = sentence.rstrip("”’」』）")[-1:] in ("。", "！", "？")
        parts += (sentence, "" if wide and gap == " " else gap)
    return "".join(parts)
