"""Names in a message, and words that look like one of them without being it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from unicodedata import combining, normalize

from rapidfuzz.distance import OSA

from l10n.model.inline import Inline, Span

LATIN: Final = "0-9A-Za-zÀ-ÖØ-öø-ɏ"
_TOKEN = re.compile(rf"[{LATIN}]+")
# Part of an address, a path, a handle or a variable: no prose, however it is written.
_TECHNICAL = re.compile(rf"[@#/\\_=]$|[{LATIN}][.:]$|[{LATIN}]&$")
_TECHNICAL_AFTER = re.compile(rf"[@/\\_=(]|[.:&][{LATIN}]")
_SIGN = re.compile(rf"[@#/\\_=&]|[.:][{LATIN}]|[{LATIN}]\(")
_SPECIAL = re.compile(r"[a-zà-ÿ].*[A-Z]|[A-Z]{2}.*[a-zà-ÿ]|[A-Za-z].*[0-9]")
# What stands inside each of those, found in one pass: a capital behind anything else, capitals
# before a small letter, a digit behind a letter.
_OTHER: Final = "À-ÖØ-öø-ɏ"
_INNER = re.compile(  # what it begins with is rare, so that a search passes over all else quickly
    rf"[A-Z0-9](?:(?<=[0-9a-z{_OTHER}][A-Z])|(?<=[A-Za-z{_OTHER}][0-9])"
    rf"|(?<=[A-Z])[A-Z][0-9{_OTHER}]*[a-zà-ÿ])"
)
_DIGITS = re.compile(r"[0-9]+")
_CAPITAL = re.compile("[A-ZÀ-ÖØ-Þ]")
_ENDING = re.compile("[a-zß-öø-ɏ]{1,4}$")
_LONG = 8  # letters that allow for two slips
SHORT = 4  # letters that allow for one, if all else speaks for it
# Languages that put endings on names, "PyTorchin"; elsewhere they take an -s at most.
_INFLECTING: Final = frozenset(
    "az be bg bs cs et eu fi hr hu ka kk lt lv mk mn pl ro ru sk sl sr tr uk uz".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A Latin word of the prose, with its place in the message."""

    raw: str
    span: Span


@dataclass(frozen=True, slots=True)
class Near:
    """What stands where ``name`` should. ``slips``: letters that differ, 0 for blanks only."""

    name: str
    raw: str
    span: Span
    slips: int
    ending: str = ""  # what clings to it and is no part of the name

    @property
    def safe(self) -> bool:
        """Whether it can be nothing but a slip: no other word is so long, or written so."""
        shaped = self.slips == 0 or _CAPITAL.search(self.raw, 1) is not None
        return shaped or (self.slips == 1 and len(self.name) >= _LONG)


def tokens_of(side: Inline) -> list[Token]:
    """Return the Latin words of a message, those inside paths and handles left out."""
    found = []
    for run in side.texts:
        raw, offset = run.raw, run.span[0]
        plain = _SIGN.search(raw) is None  # as most texts
        for match in _TOKEN.finditer(raw):
            start, end = match.span()
            if plain or not (
                _TECHNICAL.search(raw[max(0, start - 2) : start])
                or _TECHNICAL_AFTER.match(raw, end)
            ):
                found.append(Token(match[0], (offset + start, offset + end)))
    return found


def specials_of(side: Inline) -> list[Token]:
    """Return the Latin words of a message that are special(), few messages having any."""
    for run in side.texts:
        if _INNER.search(run.raw):
            return [token for token in tokens_of(side) if special(token.raw)]
    return []


def special(raw: str) -> bool:
    """Tell whether a word is a name by its looks: capitals inside it, or digits behind letters."""
    return _SPECIAL.search(raw) is not None and sum(map(str.isalpha, raw)) > SHORT


def plain(text: str) -> str:
    """Return a name's letters and digits, case aside."""
    return "".join(_TOKEN.findall(text)).casefold()


def folded(text: str) -> str:
    """Return ``text`` without accents, case aside: French writes Wikipédia."""
    return "".join(c for c in normalize("NFD", text.casefold()) if not combining(c))


def near_misses(
    names: Sequence[str], target: Inline, known: frozenset[str], language: str
) -> Iterator[Near]:
    """Yield what looks like one of ``names``, the nearest one for each place, in order of place.

    ``names`` are the ways one name may be written. ``known`` are words, without case, that stand
    in the source and hence are no slips.
    """
    tokens = tokens_of(target)
    found = [near for name in names for near in _near(name, tokens, target.text, known, language)]
    chosen: list[Near] = []
    for near in sorted(found, key=lambda near: (near.slips, near.span)):
        start, end = near.span
        if not any(start < other.span[1] and other.span[0] < end for other in chosen):
            chosen.append(near)
    yield from sorted(chosen, key=lambda near: near.span)


def _near(
    name: str, tokens: Sequence[Token], text: str, known: frozenset[str], language: str
) -> Iterator[Near]:
    wanted = plain(name)
    parts = len(_TOKEN.findall(name))
    letters = sum(map(str.isalpha, wanted))
    if letters < SHORT or not _CAPITAL.search(name) or (letters == SHORT and name.isupper()):
        return  # BERT and BART are two names
    most = 2 if letters >= _LONG else 1
    for window in _windows(tokens, text, parts):
        span = window[0].span[0], window[-1].span[1]
        raw = text[slice(*span)]
        if not _alike(raw, name) or all(token.raw.casefold() in known for token in window):
            continue
        if len(window) == parts > 1 and not _parallel(window, name):
            continue
        slips, ending = min(
            (OSA.distance(plain(raw).removesuffix(ending), wanted, score_cutoff=most), ending)
            for ending in _endings(raw, language)
        )
        if len(window) == parts:  # the name itself, in other capitals or with an ending, is right
            right = 0 < slips <= (1 if len(ending) > 1 else most)
        else:  # written together or apart
            right = slips == 0 or (slips == 1 and len(window) < parts)
        right = right and folded(raw).removesuffix("s") != folded(name).removesuffix("s")
        same = _DIGITS.findall(raw) == _DIGITS.findall(name)
        if right and same and raw.casefold() not in known:
            yield Near(name, raw, span, slips, ending)


def _windows(tokens: Sequence[Token], text: str, parts: int) -> Iterator[Sequence[Token]]:
    """Yield runs of as many words as the name has, one less or one more, blanks between them."""
    joined = [text[a.span[1] : b.span[0]] in (" ", "-", "\u00a0") for a, b in pairwise(tokens)]
    for size in (parts, parts + 1, parts - 1):
        for start in range(len(tokens) - size + 1) if size else ():
            if all(joined[start : start + size - 1]):
                yield tokens[start : start + size]


def _parallel(window: Sequence[Token], name: str) -> bool:
    """Tell whether each word is about as long as that of the name."""
    words = _TOKEN.findall(name)
    return all(abs(len(t.raw) - len(word)) <= 1 for t, word in zip(window, words, strict=True))


def _endings(raw: str, language: str) -> Iterator[str]:
    yield ""
    letters = _ENDING.search(raw)
    most = 4 if language.partition("-")[0] in _INFLECTING else int(raw.endswith("s"))
    for size in range(1, min(most, len(letters[0])) + 1) if letters else ():
        yield raw[-size:]


def _alike(raw: str, name: str) -> bool:
    """Tell whether it begins with the same letter, or has a capital inside as names have.

    What has no capital at all is a word of the language: "renforcer" is no Reformer.
    """
    return bool(_CAPITAL.search(raw, 1)) or (
        raw[0].casefold() == name[0].casefold() and bool(_CAPITAL.match(raw))
    )
