"""A translation may not add tags, Liquid, math or notes that its source lacks, nor lose some."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from l10n.model.dialect import Dialect

_LIQUID = re.compile(
    r"\{%(?:(?!%\}|\{%).)*%\}|\{\{(?:(?!\}\}|\{\{).)*\}\}|\{[%{]|\{#(?=[^{}]*#\})", re.S
)
_SKIPPED = (
    r"(?P<escape>\\[!-/:-@\[-`{-~])|(?P<ticks>`+)|\]\(\s*<(?:\\.|[^<>\\\n])*>"
    r"|(?P<auto><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[\w.+-]+@[\w.-]+>)"
)
_COMMENT = r"<!--(?:(?!<!--|-->).)*-->"
_ATTRIBUTE = r"\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?"
_TAG = rf"{_COMMENT}|<[A-Za-z][\w.:-]*(?:{_ATTRIBUTE})*\s*/?>|</[A-Za-z][\w.:-]*\s*>"
_JSX = rf"{_COMMENT}|</?[A-Za-z][\w.:-]*(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*|/)?>|</?>"
_REST = (
    r"|(?P<brace>\{(?:[^{}]|\{[^{}]*\})*\})|(?P<note>\[\^[^\]\[\s^]+\])|(?P<math>\$\$)"
    r"|(?P<stray>[<{])"
)
_TOKENS = re.compile(f"{_SKIPPED}|(?P<tag>{_TAG}){_REST}", re.S)
_JSX_TOKENS = re.compile(f"{_SKIPPED}|(?P<tag>{_JSX}){_REST}", re.S)
_YIELDED = frozenset({"tag", "brace", "note", "math", "stray"})
_TICKS = re.compile(r"`+")
_WORDS_OF_TAG = re.compile(
    r"\b(alt|title|aria-label|label|caption|placeholder)\s*=\s*(\"[^\"]*\"|'[^']*')"
)
_TAG_NAME = re.compile(r"<(/?)\s*([\w.:-]*)(?:.*?)(/?)>\Z", re.S)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def guard(source: str, text: str, dialect: Dialect, html: bool = False) -> str | None:
    """Return ``text`` with every tag, expression and note that ``source`` lacks made literal.

    ``html`` says that both are text of an HTML block, where nothing but entities makes a
    character literal. Returns None where nothing can be made safe: Liquid or shortcodes added,
    their tags or a note lost, or tags that no longer balance as in the source.
    """
    if not (_has_signs(text) or _has_signs(source)):
        return text
    if dialect is not Dialect.MDX and not _same_liquid(source, text):
        return None
    ours = list(_Scanner(source, dialect, html))
    allowed = Counter(_key(token) for token in ours)
    pieces: list[str] = []
    kept: list[str] = []
    position = 0
    scanner = _Scanner(text, dialect, html)
    for token in scanner:
        key = _key(token)
        if allowed[key] > 0:
            allowed[key] -= 1
            kept += [token[0]] if token["tag"] else []
        elif _dangerous(token, dialect):
            width = 2 if token["math"] else 1
            pieces += (text[position : token.start()], _literal(token[0][:width], html))
            # What stands behind the sign may hold tokens of its own.
            position = scanner.position = token.start() + width
    if any(count > 0 and key.startswith("[^") for key, count in allowed.items()):
        return None
    if _balance(kept) != _balance(token[0] for token in ours if token["tag"]):
        return None
    pieces.append(text[position:])
    return "".join(pieces)


def _has_signs(text: str) -> bool:
    return "<" in text or "{" in text or "$$" in text or "[^" in text


class _Scanner:
    """Iterates over the tokens of a text outside code, from ``position``, which may be moved."""

    __slots__ = ("_html", "_mdx", "_pattern", "_runs", "_text", "position")

    def __init__(self, text: str, dialect: Dialect, html: bool) -> None:
        self._text = text
        self._html = html
        self._mdx = dialect is Dialect.MDX  # which has no autolinks: they look like tags
        self._pattern = _JSX_TOKENS if dialect is Dialect.MDX else _TOKENS
        self._runs: dict[int, list[int]] = {}  # width of a run of backticks → where such start
        self.position = 0
        if not html:
            for match in _TICKS.finditer(text):
                self._runs.setdefault(match.end() - match.start(), []).append(match.start())

    def __iter__(self) -> Iterator[re.Match[str]]:
        while token := self._pattern.search(self._text, self.position):
            self.position = token.end()
            if token["ticks"]:
                width = len(token[0])
                starts = self._runs.get(width, ())
                at = bisect_left(starts, self.position)
                if at < len(starts):
                    self.position = starts[at] + width
            elif token["escape"] and self._html:
                self.position -= 1  # no escape in HTML: the second character counts
            elif token.lastgroup in _YIELDED or (self._mdx and token["auto"]):
                yield token


def _key(token: re.Match[str]) -> str:
    """What makes two tokens the same: a tag without its words, a lone sign with what follows."""
    if token["tag"]:
        return _normal(token[0])
    if token["stray"]:
        return token.string[token.start() : token.end() + 1]
    return token[0]


@lru_cache(maxsize=256)
def _normal(tag: str) -> str:
    return " ".join(_WORDS_OF_TAG.sub(r"\1", tag).split())


def _dangerous(token: re.Match[str], dialect: Dialect) -> bool:
    if dialect is Dialect.COMMONMARK and (token["math"] or token["note"] or token["brace"]):
        return False
    if dialect is Dialect.MDX or token["math"] or token["note"] or token["tag"]:
        return True  # in MDX a lone `<` or `{` stops the whole page from compiling
    if token[0][0] == "{":
        attributes = token[0][1:].lstrip(" \t")[:1] in ("#", ".", ":")
        return dialect is Dialect.KRAMDOWN or (attributes and dialect is Dialect.GFM)
    following = token.string[token.end() : token.end() + 1]
    return following.isalpha() or following in ("/", "!", "?", "_", ":")


def _literal(sign: str, html: bool) -> str:
    if sign == "<":  # an entity, since kramdown reads no escapes inside HTML elements
        return "&lt;"
    if not html:
        return "".join("\\" + character for character in sign)
    return {"{": "&#123;", "$$": "&#36;&#36;", "[": "&#91;"}[sign]


def _same_liquid(source: str, text: str) -> bool:
    """Whether the tags are the same and no value was added; a value may be left out."""
    ours, theirs = Counter(_LIQUID.findall(source)), Counter(_LIQUID.findall(text))
    if theirs - ours:
        return False
    return all(_is_value(token) for token in ours - theirs)


def _is_value(token: str) -> bool:
    return token.startswith("{{") and token[2:3] not in ("<", "%")


def _balance(tags: Iterable[str]) -> dict[str, int]:
    """Return how many more times each element is opened than closed, zeros left out."""
    balance: Counter[str] = Counter()
    for tag in tags:
        match = _TAG_NAME.match(tag)
        if not match or tag.startswith("<!--") or match[3] or match[2].lower() in _VOID:
            continue
        balance[match[2]] += -1 if match[1] else 1
    return {name: count for name, count in balance.items() if count}
