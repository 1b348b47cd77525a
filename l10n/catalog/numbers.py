"""Numbers: texts that differ in nothing else, and the new numbers put into a translation."""

import re
from collections import Counter

from l10n.catalog.wording import MARK, URL, read_wording

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SIGN = "\x02"


def numberless(skeleton: str) -> str:
    """Return ``skeleton`` (see wording.py) with a sign for each of its numbers."""
    return _NUMBER.sub(_SIGN, skeleton)


def renumbered(old: str, new: str, translation: str) -> str:
    """Return ``translation`` of ``old`` with the numbers of ``new``.

    ``old`` and ``new`` are skeletons that are the same without their numbers. A number that
    stands in the translation as often as in ``old``, and that became one other number, is
    replaced; any other stays for the translator to see to.
    """
    before, after = _NUMBER.findall(old), _NUMBER.findall(new)
    became: dict[str, set[str]] = {}
    for was, now in zip(before, after, strict=False):
        became.setdefault(was, set()).add(now)
    pieces = read_wording(translation)
    words = [text for kind, text in pieces if kind not in (URL, MARK)]
    said = Counter(number for text in words for number in _NUMBER.findall(text))
    meant = Counter(before)
    mapping = {
        was: next(iter(now))
        for was, now in became.items()
        if len(now) == 1 and said[was] == meant[was]
    }
    return "".join(
        text
        if kind in (URL, MARK)
        else _NUMBER.sub(lambda match: mapping.get(match[0], match[0]), text)
        for kind, text in pieces
    )
