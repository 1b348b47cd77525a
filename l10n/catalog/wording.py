"""Wording: a text taken apart into its words and what is not words.

Emphasis marks, addresses and white space may change without the words changing; a message is
the same one then (docs/adr/0003-merge-identity.md).
"""

import re
from dataclasses import dataclass

URL, MARK, SPACE, TEXT = "url", "mark", "space", "text"

# What stands for a piece in a skeleton; none of them is allowed in a post.
_SIGNS = {URL: "\x00", MARK: "\x01", SPACE: " "}

# The bounds keep a text full of unclosed constructs from taking quadratic time.
_PIECE = re.compile(
    r"""
    (?P<url> (?<=\]\() (?: <[^<>\n]*> | (?: \{\{.{0,999}?\}\} | \\. | [^\s()\\]
                                          | \( (?:\\.|[^\s()\\])* \) )+ )
           | (?: (?<=[ ]href=["']) | (?<=[ ]src=["']) ) [^"'\s<>]+
           | (?: (?:https?|ftp):// | mailto: | (?<!\w)www\. ) [^\s<>"'`()\[\]|]*
             (?: \( [^\s()<>]* \) [^\s<>"'`()\[\]|]* )* (?<![.,;:!?*_])
           )
    | (?P<fixed> \\. | (?<!`)(?P<ticks>`+)(?!`).{1,999}?(?<!`)(?P=ticks)(?!`)  # code
             | \{\{.{0,999}?\}\} | \{%.{0,999}?%\}                          # Liquid
             | \$\$.{1,999}?\$\$ | \$(?=\S)[^$\n]{1,999}?(?<=\S)\$(?!\d) )  # math
    | (?P<mark> [*_]+ )
    | (?P<space> \s+ )
    """,
    re.X | re.S,
)
_PIECE_SIMPLE = re.compile("[*_`\\\\$]|://|\\]\\(|mailto:|www\\.|\\{|href|src")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as pieces ``(kind, text)``, which joined are the text again.

    ``skeleton`` is the text with a sign for each address, emphasis mark and run of white
    space: two texts with one skeleton have the same words.
    """

    pieces: tuple[tuple[str, str], ...]
    skeleton: str

    def texts(self, kind: str) -> list[str]:
        """Return the pieces of ``kind``, in order."""
        return [text for each, text in self.pieces if each == kind]


def read_wording(text: str) -> Wording:
    """Return ``text`` taken apart. Never raises: what is not recognised is words."""
    pieces: list[tuple[str, str]] = []
    position = 0
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or ""
        if kind not in _SIGNS or (kind == MARK and _literal(text, *match.span())):
            continue
        start, end = match.span()
        if start > position:
            pieces.append((TEXT, text[position:start]))
        pieces.append((kind, text[start:end]))
        position = end
    if position < len(text):
        pieces.append((TEXT, text[position:]))
    return Wording(tuple(pieces), _skeleton(pieces))


def skeleton_of(text: str) -> str:
    """Return ``read_wording(text).skeleton``, quickly where the text is plain."""
    if _PIECE_SIMPLE.search(text):
        return read_wording(text).skeleton
    return " ".join(text.split())


def _skeleton(pieces: list[tuple[str, str]]) -> str:
    return "".join(_SIGNS.get(kind, text) for kind, text in pieces).strip(" ")


def _literal(text: str, start: int, end: int) -> bool:
    """Whether a run of ``*`` or ``_`` is no emphasis (CommonMark 0.31.2, section 6.2)."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isspace() and after.isspace():
        return True
    return "*" not in text[start:end] and before.isalnum() and after.isalnum()
