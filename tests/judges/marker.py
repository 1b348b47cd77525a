"""The marker: a translation in which every word of prose is changed and nothing else is.

A word gets one more letter. What a translator has to leave alone keeps every byte: code,
addresses, labels of references, tags (but not their alt and title), Liquid, braces, footnote
references, math, entities and backslash escapes.
"""

import re
from functools import cache
from html import unescape
from pathlib import Path

import polib

from tests.judges.page import WORD

MARK = "ə"

# Blanks are ASCII here: CommonMark lets a no-break space stand in a destination.
_PLAIN = r"(?:\\.|[^ \t\r\n()\\])"
_DESTINATION = rf"(?:<[^<>\n]*>|(?:{_PLAIN}|\((?:{_PLAIN}|\({_PLAIN}*\))*\))*)"
_LABEL = r"\[(?!\^)(?:\\.|[^\[\]\\])+\]"
_TITLE = r"""(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))"""
_ATTRIBUTE = r"""\s+[A-Za-z_:@][\w:.@-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'=<>`{}]+))?"""

# One alternative each, the first that fits wins; `words`, `tag` and `title` hold words to change.
_ALTERNATIVES = (
    r"(?P<math>\\\\\(.*?\\\\\)|\$\$.+?\$\$|(?<![\\\w])\$(?=\S)[^$\n`]*?(?<=\S)\$(?!\d))",
    r"(?P<escape>\\[!-/:-@\[-`{-~])",
    r"(?P<code>(?P<ticks>(?<!`)`+)(?!`).+?(?<!`)(?P=ticks)(?!`))",
    r"(?P<liquid>\{%.*?%\}|\{\{.*?\}\})",
    r"(?P<braces>\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})",
    r"(?P<comment><!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Za-z][^>]*>)",
    r"(?P<element><(?P<name>code|pre|script|style|math|svg)\b[^<>]*>.*?</(?P=name)>)",
    r"(?P<autolink><(?:[A-Za-z][\w+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>)",
    rf"(?P<tag><(?:/[A-Za-z][\w.:-]*\s*|[A-Za-z][\w.:-]*(?:{_ATTRIBUTE})*\s*/?)>)",
    r"(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);)",
    r"(?P<footnote>\[\^[^\]\s]+\])",
    rf"(?P<target>\]\([ \t\r\n]*{_DESTINATION}"
    rf"(?:[ \t\r\n]+(?P<title>{_TITLE}))?[ \t\r\n]*\))",
    # In a row of brackets, text and label pair from the end: [a][b][c] is [a] and [b][c].
    r"(?P<label>\]\[(?:\\.|[^\[\]\\])+\](?=(?:\[[^\[\]]+\]\[[^\[\]]+\])*(?!\[[^\[\]])))",
    r"(?P<address>(?:https?://|www\.)[^\s<>\[\]*]*[^\s<>\[\]().,;:!?*_~\"'`]/?"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
    rf"(?P<words>{WORD.pattern})",
)
_TEXT_ATTRIBUTE = re.compile(r"""(\b(?:alt|title)\s*=\s*)("[^"]*"|'[^']*')""")


def mark(text: str, labels: frozenset[str] = frozenset()) -> str:
    """Return ``text`` with MARK appended to every word of prose.

    ``labels`` are those of reference definitions: ``[label]`` alone, ``[label]: address`` and
    a message that is nothing but a label then stay as they are, as a translator would leave
    them who knows that a link hangs on them.
    """
    if text.casefold() in {label.casefold() for label in labels}:
        return text
    return _spans(labels).sub(_marked, text)


def labels_of(post: str) -> frozenset[str]:
    """Return the labels of ``post``'s reference definitions, as they are written."""
    found = re.findall(rf"^[ >]*({_LABEL}):", post, re.MULTILINE)
    return frozenset(label[1:-1] for label in found)


def has_words(text: str) -> bool:
    """Whether there is anything to translate in ``text``: a letter or digit to be read."""
    return any(
        found["words"] is not None
        or (found["entity"] is not None and WORD.search(unescape(found[0])))
        or (found["title"] is not None and WORD.search(found["title"]))
        or (found["tag"] is not None and _TEXT_ATTRIBUTE.search(found["tag"]))
        for found in _spans(frozenset()).finditer(text)
    )


def fill(path: Path, changed: bool, labels: frozenset[str] = frozenset()) -> list[str]:
    """Fill every message of the PO file at ``path``: marked, or with its msgid itself.

    Returns the msgids. Drafts are confirmed, obsolete messages left alone.
    """
    catalog = polib.pofile(str(path), wrapwidth=0)
    msgids: list[str] = []
    for entry in catalog:
        if entry.obsolete:
            continue
        msgids.append(entry.msgid)
        if entry.msgid_plural:
            continue
        entry.msgstr = mark(entry.msgid, labels) if changed else entry.msgid
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    catalog.save(str(path))
    return msgids


@cache
def _spans(labels: frozenset[str]) -> re.Pattern[str]:
    if not labels:
        return re.compile("|".join(_ALTERNATIVES), re.DOTALL)
    known = rf"\[(?i:{'|'.join(map(re.escape, sorted(labels)))})\]"
    definition = rf"(?P<definition>(?<![^\n])[ >]*{known}:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|[^\s<]\S*))"
    shortcut = rf"(?P<shortcut>{known}(?!\(|\[[^\]]|:))"
    # After tags, whose attributes may hold anything; before the words inside the label.
    spans = (*_ALTERNATIVES[:-1], definition, shortcut, _ALTERNATIVES[-1])
    return re.compile("|".join(spans), re.DOTALL)


def _marked(found: re.Match[str]) -> str:
    if found["words"] is not None:
        return _mark_word(found[0])
    if found["tag"] is not None:
        return _TEXT_ATTRIBUTE.sub(lambda pair: pair[1] + _mark_words(pair[2]), found[0])
    if found["title"] is not None:
        head = found.start("title") - found.start()
        tail = found.end("title") - found.start()
        return found[0][:head] + _mark_words(found["title"]) + found[0][tail:]
    return found[0]


def _mark_words(text: str) -> str:
    return WORD.sub(lambda word: _mark_word(word[0]), text)


def _mark_word(word: str) -> str:
    # A number alone is left: "1." at a line start is a list, and a year is no word.
    return word + MARK if any(char.isalpha() for char in word) else word
