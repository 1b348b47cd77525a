"""Labels of reference links: words to translators, syntax to the page."""

import re

_FULL = re.compile(r"\]\[((?:[^\[\]\\]|\\.)+)\]")
_SHORT = re.compile(r"(?<![\]\\!])\[(?!\^)((?:[^\[\]\\]|\\.)+)\](?:\[\]|(?![\[(:]))")


def keep_labels(source: str, text: str) -> str:
    """Return ``text`` with the reference labels of ``source`` where translators lost them.

    `[words][label]` is what they see. A label that was translated along with the words is put
    back, and `[words]` alone gets the label it dropped; both only where it is clear which.
    """
    if "][" not in source:
        return text
    wanted = _FULL.findall(source)
    found = {_normal(label) for label in _FULL.findall(text)}
    missing = [label for label in wanted if _normal(label) not in found]
    if not missing:
        return text
    known = {_normal(label) for label in wanted}
    strange = [m for m in _FULL.finditer(text) if _normal(m[1]) not in known]
    if len(strange) == len(missing):
        return _replace(text, [(m.start(1), m.end(1)) for m in strange], missing)
    plain = {_normal(match[1]) for match in _SHORT.finditer(source)}
    bare = [m for m in _SHORT.finditer(text) if _normal(m[1]) not in plain]
    if not strange and len(bare) == len(missing):
        ends = [(m.end(1) + 1, m.end()) for m in bare]
        return _replace(text, ends, [f"[{label}]" for label in missing])
    return text


def _normal(label: str) -> str:
    """Labels match regardless of case and white space (CommonMark 0.31.2, section 4.7)."""
    return " ".join(label.split()).casefold()


def _replace(text: str, spans: list[tuple[int, int]], new: list[str]) -> str:
    pieces: list[str] = []
    position = 0
    for (start, end), piece in zip(spans, new, strict=True):
        pieces += (text[position:start], piece)
        position = end
    return "".join((*pieces, text[position:]))
