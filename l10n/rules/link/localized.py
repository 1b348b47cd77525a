"""Addresses that lead to the same thing in the reader's language."""

import re

from l10n.model.language import Language
from l10n.rules.addresses import normal

_SPLIT = re.compile(r"[/?#&=]|(?<=[^/])\.(?=[^/]*(?:/|$))")
_SITE = re.compile(r"https?://([^/.]+)(\.[^/]+)")


def localized(source: str, target: str, here: Language, there: Language) -> bool:
    """Return whether ``target`` is ``source`` for readers of ``there`` instead of ``here``.

    The parts between slashes and dots are the same, but for the language: /en-us/ becomes /es/,
    guide.en.html guide.es.html. A site whose name begins with the language, such as an
    encyclopedia's, may give the page another name.
    """
    one, other = normal(source), normal(target)
    ours, theirs = _SITE.match(one), _SITE.match(other)
    if ours and theirs and ours[2] == theirs[2] and _is(ours[1], here) and _is(theirs[1], there):
        return True
    parts, others = _SPLIT.split(one), _SPLIT.split(other)
    return len(parts) == len(others) and all(
        part == opposite or (_is(part, here) and _is(opposite, there))
        for part, opposite in zip(parts, others, strict=True)
    )


def _is(part: str, language: Language) -> bool:
    """Whether ``part`` is the language's tag or path, or begins with its first subtag."""
    primary = re.escape(language.tag.partition("-")[0])
    return part == language.path or bool(re.fullmatch(rf"{primary}(?:[-_]\w{{2,8}})*", part, re.I))
