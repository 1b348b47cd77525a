"""What a run is to a translator: its form and its kind."""

import re
from functools import lru_cache

from l10n.markdown.runs import Run
from l10n.model.segment import Form

_WORDS = r"\[[^\]\\]*+(?:\\.[^\]\\]*+)*+\]"
_IMAGE = re.compile(rf"!{_WORDS}\([^()]*\)")
_LINK_LIST = re.compile(rf"(?:{_WORDS}\([^()]*\)[\s,;|·•—–-]*){{2,}}")
_CONTAINERS = {
    "Item": "list item",
    "BlockQuote": "quote",
    "FootnoteDefinition": "footnote",
    "DefinitionListDefinition": "definition",
}


def form_and_kind(data: bytes, run: Run) -> tuple[Form, str]:
    """Return the form and the kind of a run; ``data`` is the body it was found in."""
    if run.block == "Heading":
        sign = data[run.block_start : run.block_start + 1]
        if sign == b"[":  # the marker of an alert, hidden as a heading's
            return Form.LINE, "admonition title"
        return (Form.LINE if sign == b"#" else Form.BLOCK), f"heading {run.level}"
    return _by_containers(run.block, run.containers)


@lru_cache(maxsize=256)
def _by_containers(block: str, containers: tuple[str, ...]) -> tuple[Form, str]:
    if block == "TableCell":
        return Form.CELL, "table header" if "TableHead" in containers else "table cell"
    if block == "DefinitionListTitle":
        return Form.LINE, "term"
    found = (_CONTAINERS[name] for name in reversed(containers) if name in _CONTAINERS)
    return Form.BLOCK, next(found, "paragraph")


def paragraph_kind(msgid: str) -> str:
    """Return what a paragraph is whose text is ``msgid``: an image, a list of links, or none."""
    if msgid[0] == "!" and _IMAGE.fullmatch(msgid):
        return "image"
    if msgid[0] == "[" and msgid.count("](") > 1 and _LINK_LIST.fullmatch(msgid):
        return "link list"
    return "paragraph"
