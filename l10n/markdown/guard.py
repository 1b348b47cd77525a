"""A translation may not add tags, Liquid or expressions that its source lacks."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from l10n.model.dialect import Dialect

_LIQUID = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{[%{]", re.S)
_CODE = r"(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?:[^`]|(?!(?P=ticks)(?!`))`+)*?(?<!`)(?P=ticks)(?!`))"
_ESCAPE = r"|(?P<escape>\\[!-/:-@\[-`{-~])"
_AUTOLINK = r"|(?P<auto><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[\w.+-]+@[\w.-]+>)"
_TAG = r"|(?P<tag><!--.*?-->|</?[A-Za-z][\w.:-]*(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*|/)?>|</?>)"
_BRACES = r"|(?P<brace>\{(?:[^{}]|\{[^{}]*\})*\})"
_STRAY = r"|(?P<stray>[<{])"
_TOKENS = re.compile(_CODE + _ESCAPE + _AUTOLINK + _TAG + _BRACES + _STRAY, re.S)
_WORDS_OF_TAG = re.compile(
    r"\b(alt|title|aria-label|label|caption|placeholder)\s*=\s*(\"[^\"]*\"|'[^']*')"
)
_TAG_NAME = re.compile(r"<(/?)\s*([\w.:-]*)(?:.*?)(/?)>\Z", re.S)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def guard(source: str, text: str, dialect: Dialect, escape: str = "\\") -> str | None:
    """Return ``text`` with every tag and expression that ``source`` lacks made literal.

    ``escape`` is what goes before a character to make it literal: a backslash in Markdown, ""
    in HTML, where an entity replaces it. Returns None where nothing can be made safe: Liquid
    or shortcodes added, their tags lost, or tags that no longer balance as in the source.
    """
    if "{" not in text and "<" not in text and "{" not in source and "<" not in source:
        return text
    if dialect is not Dialect.MDX and not _same_liquid(source, text):
        return None
    allowed = Counter(_normal(token) for token in _significant(source))
    pieces: list[str] = []
    kept: list[str] = []
    position = 0
    for match in _TOKENS.finditer(text):
        if match["tag"] or match["brace"]:
            normal = _normal(match[0])
            if allowed[normal] > 0:
                allowed[normal] -= 1
                kept.append(match[0])
                continue
        elif not match["stray"]:
            continue
        if not _dangerous(match[0], text[match.end() : match.end() + 1], dialect, bool(escape)):
            continue
        pieces.append(text[position : match.start()])
        pieces.append(_literal(match[0][0], escape))
        # What stands behind the first character may hold tokens of its own: one level suffices,
        # since `<` and `{` inside a tag or braces are escaped here as well.
        pieces.append(_literal_inside(match[0][1:], escape, dialect))
        position = match.end()
    pieces.append(text[position:])
    source_balance = _balance(token for token in _significant(source) if token[0] == "<")
    if _balance(token for token in kept if token[0] == "<") != source_balance:
        return None
    return "".join(pieces)


def _significant(text: str) -> Iterator[str]:
    for match in _TOKENS.finditer(text):
        if match["tag"] or match["brace"]:
            yield match[0]


@lru_cache(maxsize=256)
def _normal(token: str) -> str:
    """A tag without the words in it, so that a translated `alt` is still the same tag."""
    return " ".join(_WORDS_OF_TAG.sub(r"\1", token).split())


def _dangerous(token: str, following: str, dialect: Dialect, markdown: bool) -> bool:
    if dialect is Dialect.MDX and markdown:
        return True  # a lone `<` or `{` stops the whole page from compiling
    if token[0] == "{":
        return dialect is Dialect.KRAMDOWN or token[1:2] in ("#", ".", ":")
    if len(token) > 1:
        return True
    return following.isalpha() or following in ("/", "!", "?")


def _literal(character: str, escape: str) -> str:
    if escape:
        return escape + character
    return {"<": "&lt;", "{": "&#123;"}.get(character, character)


def _literal_inside(rest: str, escape: str, dialect: Dialect) -> str:
    return re.sub(
        r"(?<!\\)[<{]",
        lambda match: (
            _literal(match[0], escape) if dialect is Dialect.MDX or match[0] == "<" else match[0]
        ),
        rest,
    )


def _same_liquid(source: str, text: str) -> bool:
    """Whether the tags are the same and no value was added; a value may be left out."""
    if "{%" not in text and "{{" not in text and "{%" not in source and "{{" not in source:
        return True
    ours, theirs = Counter(_LIQUID.findall(source)), Counter(_LIQUID.findall(text))
    if theirs - ours:
        return False
    return all(_is_value(token) for token in ours - theirs)


def _is_value(token: str) -> bool:
    return token.startswith("{{") and token[2:3] not in ("<", "%")


def _balance(tags: Iterator[str]) -> dict[str, int]:
    """Return how many more times each element is opened than closed, zeros left out."""
    balance: Counter[str] = Counter()
    for tag in tags:
        match = _TAG_NAME.match(tag)
        if not match or tag.startswith("<!--") or match[3] or match[2].lower() in _VOID:
            continue
        balance[match[2]] += -1 if match[1] else 1
    return {name: count for name, count in balance.items() if count}
