"""Wording: a text taken apart into its words and what is not words.

Emphasis marks, addresses and white space may change without the words changing; a message is
the same one then (docs/adr/0003-merge-identity.md).
"""

import re

URL, MARK, SPACE, TEXT = "url", "mark", "space", "text"

# What stands for a piece in a skeleton. Posts have no such characters.
_URL_SIGN, _MARK_SIGN = "\x00", "\x01"
_KINDS = {"target": URL, "attribute": URL, "bare": URL, "mark": MARK, "space": SPACE}

# Every alternative begins with certain characters, so that prose is skipped quickly, and the
# bounds keep a text full of unclosed constructs from taking quadratic time.
_MARKUP = r"""
      \]\( (?P<target> <[^<>\n]*> | (?: \{\{.{0,999}?\}\} | \\. | [^\s()\\]
                                      | \( (?: \\. | [^\s()\\] )* \) )+ )
    | (?:href|src)=["'] (?P<attribute> [^"'\s<>]+ )
    | (?P<bare> (?: (?:https?|ftp):// | mailto: | www\. ) [^\s<>"'`()\[\]|]*
                (?: \( [^\s()<>]* \) [^\s<>"'`()\[\]|]* )* (?<![.,;:!?*_]) )
    | (?P<fixed> \\. | (?<!`)(?P<ticks>`+)(?!`).{1,999}?(?<!`)(?P=ticks)(?!`)
               | \{\{.{0,999}?\}\} | \{%.{0,999}?%\}
               | \$\$.{1,999}?\$\$ | \$(?=\S)[^$\n]{1,999}?(?<=\S)\$(?!\d) )
    | (?P<mark> [*_]+ )
"""
_SIGNED = re.compile(_MARKUP, re.X | re.S)
_PIECE = re.compile(rf"{_MARKUP} | (?P<space> \s+ )", re.X | re.S)
_MARKED = re.compile(r"[*_`\\$]|://|\]\(|mailto:|www\.|\{[{%]|=[\"']")  # may hold any of it


def read_wording(text: str) -> tuple[tuple[str, str], ...]:
    """Return the pieces ``(kind, text)`` of ``text``, which joined are ``text`` again.

    Never raises: what is not recognised is TEXT.
    """
    pieces: list[tuple[str, str]] = []
    position = 0
    for match in _PIECE.finditer(text):
        group = match.lastgroup or ""
        kind = _KINDS.get(group, TEXT)
        if kind == TEXT or (kind == MARK and _literal(match)):
            continue
        start, end = match.span(group)
        if start > position:
            pieces.append((TEXT, text[position:start]))
        pieces.append((kind, text[start:end]))
        position = end
    if position < len(text):
        pieces.append((TEXT, text[position:]))
    return tuple(pieces)


def skeleton_of(text: str) -> str:
    """Return ``text`` with a sign for each address and emphasis mark, and single blanks.

    Two texts with one skeleton have the same words.
    """
    if _MARKED.search(text):
        text = _SIGNED.sub(_sign, text)
    return " ".join(text.split())


def _sign(match: re.Match[str]) -> str:
    whole = match[0]
    group = match.lastgroup or ""
    kind = _KINDS.get(group, TEXT)
    if kind == URL:
        return whole[: match.start(group) - match.start()] + _URL_SIGN
    return _MARK_SIGN if kind == MARK and not _literal(match) else whole


def _literal(match: re.Match[str]) -> bool:
    """Whether a run of ``*`` or ``_`` is no emphasis (CommonMark 0.31.2, section 6.2)."""
    text = match.string
    start, end = match.span()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isspace() and after.isspace():
        return True
    return "*" not in match[0] and before.isalnum() and after.isalnum()
