"""What of a passage survives translation, and what else two passages are compared by."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from l10n.align.length import size_of
from l10n.model.passage import Passage

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]\"'`]+(?:\([^\s<>()\[\]\"']*\))?[^\s<>()\[\]\"'`]*"
    r"|(?<=\]\()[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*"
    r"|(?<=src=[\"'])[^\"']+|(?<=href=[\"'])[^\"']+"
)
_PREFIX = re.compile(r"^https?://(?:www\.)?|^www\.", re.I)
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_NUMBER = re.compile(r"\d+(?:[.,٫٬'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,٫]\d+)?")
# Scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, kana, Han.
_DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_RUN = re.compile(rf"[{_DENSE}]+|(?:(?![{_DENSE}])[^\W_])+")
_DENSE_RUN = re.compile(rf"[{_DENSE}]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BOLD = re.compile(r"(\*{2,3}|_{2,3})(?!\s)(?:(?!\1).)+\1[\s:：.]*", re.S)
_HEADED = re.compile(r"(\*{2,3}|_{2,3})(?!\s)(?:(?!\1)[^\r\n])+\1[ \t:：.]*[\r\n]+\S")
_LEAD = re.compile(r"(\*{2,3}|__|<(?:b|strong)>)[^\s*_]")
_STEM = 4  # letters; after Simard, Foster and Isabelle 1992

# What MDX reads as a program, or as attributes of a component that hold no text.
_PROGRAM = re.compile(r"(?:import|export)\b|[\w:-]+=[\"'{]")

_FAMILIES = {
    "image": "image",
    "code": "code",
    "html": "markup",
    "placeholder": "markup",
    "math": "math",
    "definition": "text",
    "table row": "table",
    "table cell": "table",
    "table header": "table",
    "list item": "list",
    "quote": "quote",
    "link list": "text",
}


@dataclass(frozen=True, slots=True)
class Traits:
    """One passage as it is compared with those of the other side."""

    family: str  # text, title, list, quote, table, image, code, markup, math, note, label
    level: int  # of a heading, else 0
    length: int  # of visible text, see `size_of`
    tokens: frozenset[str]  # each begins with a letter for its class, see `Weights`
    links: int
    ends: str  # "?", ":" or "" for the class of its last punctuation mark
    words: frozenset[str]  # all words, or pairs of characters, for the lexicon
    bold: bool = False  # begins with bold words
    headed: bool = False  # text below a bold line of the same paragraph

    @property
    def content(self) -> tuple[int, frozenset[str], frozenset[str]]:
        """What passages that say the same have in common."""
        return self.length, self.tokens, self.words


def traits_of(passage: Passage, marks: frozenset[str] = frozenset()) -> Traits:
    """Return the Traits of a passage; ``marks`` are what a glossary or memory knows it by."""
    raw = _COMMENT.sub(" ", passage.raw)
    kind = passage.kind
    family = "title" if kind.startswith("heading") else _FAMILIES.get(kind, "text")
    if kind == "paragraph" and not passage.segments and _PROGRAM.match(raw.lstrip()):
        family = "markup"
    if " of " in kind:
        family = "label"
    level = int(kind[-1]) if kind.startswith("heading") else 0
    tokens = {f"m{mark}" for mark in marks}
    addresses = _ADDRESS.findall(raw)
    tokens.update(address_tokens(raw))
    plain = _TAG.sub(" ", _ADDRESS.sub(" ", raw))
    if family == "code":
        tokens.update(f"c{line.strip()}" for line in re.split(r"[\r\n]+", raw) if len(line) > 6)
    else:
        tokens.update(f"c{match[2].strip()}" for match in _CODE.finditer(plain))
    words = set(_words(plain, tokens))
    if family == "text" and len(plain) < 300 and _BOLD.fullmatch(plain.strip()):
        family = "title"
    return Traits(
        family,
        level,
        size_of(plain),
        frozenset(tokens),
        len(addresses),
        _ending(plain),
        frozenset(words),
        family in ("text", "list", "quote") and bool(_LEAD.match(raw)),
        family == "text" and bool(_HEADED.match(raw)),
    )


def address_tokens(raw: str) -> Iterator[str]:
    """Yield each address in a text without what varies, and the file name in it."""
    for match in _ADDRESS.finditer(raw):
        bare = _PREFIX.sub("", match[0]).rstrip("/.,;:!?").casefold()
        yield f"u{bare}"
        path = re.split(r"[?#]", bare)[0].split("/")
        if len(path) > 1 and len(path[-1]) > 3:
            yield f"f{path[-1]}"


def _words(plain: str, tokens: set[str]) -> Iterator[str]:
    """Yield the words of a text, adding to ``tokens`` what of them may survive translation."""
    for match in _NUMBER.finditer(plain):
        digits = "".join(
            str(unicodedata.digit(each)) for each in match[0] if each.isdecimal()
        ).lstrip("0")
        if digits:
            tokens.add(f"n{digits}")
    for match in _RUN.finditer(plain):
        word = match[0]
        if _DENSE_RUN.match(word):
            yield from (word[at : at + 2] for at in range(max(1, len(word) - 1)))
            tokens.update(f"d{word[at : at + 2]}" for at in range(len(word) - 1))
            continue
        if word.isdecimal():
            continue
        key = fold(word)
        yield key
        if len(word) > 1:
            named = any(each.isupper() for each in word[1:]) or any(
                each.isdecimal() for each in word
            )
            tokens.add(f"{'N' if named else 'C' if word[0].isupper() else 'w'}{key}")
        if len(key) > _STEM:
            tokens.add(f"k{key[:_STEM]}")
    tokens.update(f"e{each}" for each in plain if unicodedata.category(each) == "So")


def fold(word: str) -> str:
    """Return ``word`` without case and marks above or below its letters."""
    return "".join(
        each
        for each in unicodedata.normalize("NFKD", word.casefold())
        if not unicodedata.combining(each)
    )


def _ending(plain: str) -> str:
    last = plain.rstrip(" \t\r\n*_`\"'»”’)）]")[-1:]
    return "?" if last in "?？؟;" and last else ":" if last in ":：" and last else ""
