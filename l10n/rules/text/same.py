"""Translations that are their source: numbering, emphasis and blanks aside."""

import re

from l10n.model.unit import Unit

_NUMBERED = re.compile(r"\s*(?:[(（\[]?\d+(?:[.\-]\d+)*\s*(?:[.)）、:：\]]|(?=\s))\s*)")
_EDGE = " \t\n*_#"
_TELLING = 3  # letters
_MARKS = re.compile(r"[\s*_#]+")


def same(unit: Unit) -> bool:
    """Return whether the two sides are the same words; one side may be numbered, or bolder."""
    ours, theirs = unit.message.msgid, unit.message.msgstr
    if ours == theirs:
        return True
    if abs(len(ours) - len(theirs)) > _MOST_NUMBERING or not ours:
        return False
    # Most translations differ in the last letters already, and those are quickly compared.
    if ours.rstrip(_EDGE)[-_TELLING:] != theirs.rstrip(_EDGE)[-_TELLING:]:
        return False
    return ours.split() == theirs.split() or _plain(ours) == _plain(theirs)


_MOST_NUMBERING = 16  # characters of numbering and of marks that one side may have more


def _plain(text: str) -> str:
    bare = _MARKS.sub(" ", text).strip()
    return _NUMBERED.sub("", bare, count=1) if _NUMBERED.match(bare) else bare
