"""Addresses that lead to the same thing in the reader's language."""

import re
from urllib.parse import SplitResult, urlsplit

from l10n.model.language import Language
from l10n.rules.addresses import normal

_PARTS = re.compile(r"[/.?#&=]")


def localized(source: str, target: str, here: Language, there: Language) -> bool:
    """Return whether ``target`` is ``source`` for readers of ``there`` instead of ``here``.

    The parts between slashes and dots are the same, but for the language: /en-us/ becomes /es/,
    guide.en.html guide.es.html, /guide/ becomes /es/guide/. A site whose name begins with the
    language, such as an encyclopedia's, may give the page another name; and so may a link within
    the page, since headings are named after their words. The site is always the same.
    """
    try:
        ours, theirs = urlsplit(normal(source)), urlsplit(normal(target))
    except ValueError:  # brackets that are no IPv6 host
        return False
    if ours.scheme != theirs.scheme:
        return False
    label, site = _site(ours, here)
    other_label, other_site = _site(theirs, there)
    if site != other_site:
        return False
    if label and other_label:
        return True
    one, other = _page(ours), _page(theirs)
    if one[:1] == other[:1] == "#":
        return not site
    kept = [part for part in _PARTS.split(one) if not _is(part, here)]
    return kept == [part for part in _PARTS.split(other) if not _is(part, there)]


def _site(address: SplitResult, language: Language) -> tuple[str, str]:
    """Return the host's first label, if that is the language, and the rest of the host."""
    label, _, rest = address.netloc.partition(".")
    return (label, rest) if "." in rest and _is(label, language) else ("", address.netloc)


def _page(address: SplitResult) -> str:
    return address._replace(scheme="", netloc="").geturl()


def _is(part: str, language: Language) -> bool:
    """Whether ``part`` is the language's tag or path, or begins with its first subtag."""
    if part and part == language.path:
        return True
    primary = re.escape(language.tag.partition("-")[0])
    return bool(re.fullmatch(rf"{primary}(?:[-_]\w{{2,8}})*", part, re.I))
