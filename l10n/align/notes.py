"""Addresses that a post keeps apart from where they are cited.

Translators move links into a list of works at the end, and authors use reference definitions
and footnotes. There a passage begins with a label in brackets and holds an address; elsewhere
passages cite that label. What is cited counts as if it stood in the passage that cites it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from l10n.align.traits import Traits, address_tokens, traits_of
from l10n.model.passage import Passage

_LABEL = r"[\[［【](\^?[^\[\]［］【】\r\n]{1,60})[\]］】]"
_NOTE = re.compile(rf"^[\\ \t>*+-]*{_LABEL}(?!\()[:：]?(.*)$", re.M)
_NONE = frozenset[str]()
_CITED = re.compile(rf"{_LABEL}(?![(:：])")


def traits_of_side(side: Sequence[Passage], marks: Sequence[frozenset[str]] = ()) -> list[Traits]:
    """Return the traits of all passages of a post, addresses counted where they are cited.

    The notes become a family of their own, which keeps what it knows for other notes. ``marks``
    are what a glossary or memory knows each passage by; none, or one for each.
    """
    traits = [
        traits_of(passage, known)
        for passage, known in zip(side, marks or [_NONE] * len(side), strict=True)
    ]
    notes: dict[str, tuple[int, frozenset[str]]] = {}
    for at, passage in enumerate(side):
        if traits[at].links and passage.kind not in ("code", "image", "html"):
            for match in _NOTE.finditer(passage.raw):
                tokens = frozenset(address_tokens(match[2]))
                if tokens and not _CITED.search(match[2]):
                    notes.setdefault(match[1].casefold(), (at, tokens))
    found = list(traits)
    if not notes:
        return found
    cited: set[int] = set()
    for at, passage in enumerate(side):
        for match in _CITED.finditer(passage.raw):
            note, tokens = notes.get(match[1].casefold(), (at, _NONE))
            if note != at:
                cited.add(note)
                links = found[at].links + 1
                found[at] = replace(found[at], tokens=found[at].tokens | tokens, links=links)
    for note in cited:
        tokens = frozenset(f"r{key[1:]}" if key[0] in "uf" else key for key in traits[note].tokens)
        found[note] = replace(traits[note], family="note", tokens=tokens)
    return found
