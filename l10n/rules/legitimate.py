"""Addresses that a translation may rightly have in the place of the source's."""

import posixpath
import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from l10n.model.conventions import Pages
from l10n.model.language import Language
from l10n.model.unit import Unit
from l10n.rules.addresses import normal
from l10n.rules.localized import localized

_ENDING = re.compile(r"(?:\.(?:mdx?|markdown|html?)|/index(?:\.\w+)?)$", re.I)


def legitimate(unit: Unit, source: str, target: str) -> bool:
    """Return whether ``target`` may stand where the source has ``source``.

    It is the same page in the reader's language, as the address itself says; or the project
    says so, by a rewrite of ``[links]`` or because both are one of its posts.
    """
    here, there = unit.source_language, unit.language
    return (
        localized(source, target, here, there)
        or any(
            _fits(rewrite.source, here, source) and _fits(rewrite.target, there, target)
            for rewrite in unit.conventions.rewrites
        )
        or _same_post(unit.conventions.pages, source, target)
    )


def welcome(unit: Unit, target: str) -> bool:
    """Return whether the project says that translations link to such an address."""
    return any(
        _fits(rewrite.target, unit.language, target) for rewrite in unit.conventions.rewrites
    )


def _fits(pattern: str, language: Language, address: str) -> bool:
    expression = _pattern(pattern, language)
    return bool(expression.fullmatch(address) or expression.fullmatch(normal(address)))


@lru_cache(maxsize=1024)
def _pattern(pattern: str, language: Language) -> re.Pattern[str]:
    names = {language.path, language.tag, language.tag.partition("-")[0]} - {""}
    one_of = "(?:" + "|".join(map(re.escape, sorted(names))) + ")"
    parts = re.split(r"(\*|\{lang\})", pattern.rstrip("/"))
    wild = {"*": ".*", "{lang}": one_of}
    return re.compile("".join(wild.get(part) or re.escape(part) for part in parts) + "/?", re.S)


def _same_post(pages: Pages, source: str, target: str) -> bool:
    if not pages.localized:
        return False
    ours, theirs = _split(source, pages.here), _split(target, pages.there)
    if ours is None or theirs is None:
        return False
    # An address template may leave out the host, which links have; it must stay the same then.
    pairs = [(ours[0] + ours[1], theirs[0] + theirs[1])]
    if ours[0] == theirs[0]:
        pairs.append((ours[1], theirs[1]))
    return any(there in pages.localized.get(here, ()) for here, there in pairs)


def _split(address: str, base: str) -> tuple[str, str] | None:
    """Return scheme and host, and the path without ending; None for what is no page.

    A relative path is taken from where ``base`` is.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # brackets that are no IPv6 host
        return None
    if not parts.path or (parts.scheme and not parts.netloc):
        return None
    path = unquote(parts.path)
    if not parts.netloc:
        path = posixpath.join(posixpath.dirname(base), path)
    site = f"{parts.scheme.lower()}://{parts.netloc.lower()}" if parts.netloc else ""
    return site, bare(posixpath.normpath(path))


def bare(path: str) -> str:
    """Return the path of a page without its ending, "index" and a slash at the end."""
    return _ENDING.sub("", re.sub("/{2,}", "/", path)).rstrip("/")
