"""Mojibake: UTF-8 that was read as another encoding, found and put right without loss."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from l10n.model.inline import Span

_LAYERS = 3  # how often a text may have been read wrongly, one upon the other
_MANY = 8  # passages that show the whole text to be in one wrong encoding, if it can be read so
# What is met in translations: browsers' reading of Windows code pages (WHATWG Encoding,
# section 9), the Mac of old, and bytes taken for characters one by one.
_ENCODINGS = {
    "Windows-1252": "cp1252",
    "Mac Roman": "mac_roman",
    "Windows-1254": "cp1254",
    "ISO 8859-1": "latin-1",
}
# Letters and signs of Latin script, punctuation, arrows, symbols and emoji with what joins them.
_USUAL = (
    "\u00a0-\u017f\u2000-\u203a\u20ac\u20e3\u2122\u2190-\u2193\u231a-\u23ff\u2600-\u27bf"
    "\u2b05-\u2b55\ufe0f\U0001f000-\U0001faff"
)
_SCRIPTS = {  # of characters that a language writes outside Latin: where they are in Unicode
    "zh": "\u3000-\u9fff\uff00-\uffef",
    "ja": "\u3000-\u9fff\uff00-\uffef",
    "ko": "\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af",
    **dict.fromkeys(("ar", "fa", "ur"), "\u0600-\u06ff"),
    "he": "\u0590-\u05ff",
    "el": "\u0370-\u03ff",
    "vi": "\u01a0-\u01b0\u1e00-\u1eff",
    "hi": "\u0900-\u097f",
    "th": "\u0e00-\u0e7f",
    **dict.fromkeys(("ru", "uk", "bg", "sr", "be", "mk", "kk"), "\u0400-\u04ff"),
}
_ANY_SCRIPT = re.compile("[\u0370-\u06ff\u0900-\u0e7f\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]{2,}")
# Pairs that people write in formulas: the root of pi, not minus one.
_FORMULA = re.compile("[√¬≈∆][πΩ∂∆∏∑∫∞µ±≤≥≠°√¬≈]")
# The end of a word in capitals, and what may follow: IRMÃ», MANHÃ…
_CAPITALS = re.compile(r"(?<=[A-ZÀ-Þ])[ÃÂÄÅÖÑ][»›”’…–—™®©°](?!\w)")
_LOST = re.compile(r"[\ufffd\x80-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Garbled:
    """A passage of a text that was read in the wrong encoding.

    ``sure`` where it can be nothing else, and reading it rightly loses nothing.
    """

    span: Span  # half-open range of characters
    meant: str
    encoding: str  # what its UTF-8 was taken for
    sure: bool


def find_garbled(text: str, language: str = "") -> tuple[Garbled, ...]:
    """Return the garbled passages of ``text``, in order; ``language`` is its BCP 47 tag, if known.

    A passage is what stands together: each of its characters, written in the wrong encoding,
    is one character of UTF-8, and one that the language uses; or several of one other script.
    """
    if text.isascii() or not _suspect().search(text):
        return ()
    found = {name: _passages(text, name, language) for name in _ENCODINGS}
    taken: list[Garbled] = []
    for name in sorted(
        found, key=lambda name: -sum(end - start for (start, end), _ in found[name])
    ):
        strong = sum(not _FORMULA.fullmatch(text[slice(*span)]) for span, _ in found[name])
        for span, meant in found[name]:
            if all(span[1] <= one.span[0] or one.span[1] <= span[0] for one in taken):
                taken.append(Garbled(span, meant, name, _is_sure(text, span, name, strong)))
    return tuple(sorted(taken, key=lambda one: one.span))


def repair_mojibake(text: str, language: str = "") -> str:
    """Return ``text`` with each garbled passage as it was meant, where that is sure.

    Nothing is lost: reading the result in the wrong encoding again gives ``text``. What cannot
    be told for sure stays as it is, and so does a passage of which a part was lost.
    """
    for _ in range(_LAYERS):
        sure = [one for one in find_garbled(text, language) if one.sure]
        if not sure:
            break
        whole = None
        if len(sure) >= _MANY:
            most, _ = Counter(one.encoding for one in sure).most_common(1)[0]
            whole = _read(text, most)
        text = _put(text, sure) if whole is None else whole
    return text


def _put(text: str, found: list[Garbled]) -> str:
    pieces: list[str] = []
    position = 0
    for one in found:
        pieces += text[position : one.span[0]], one.meant
        position = one.span[1]
    return "".join((*pieces, text[position:]))


def _passages(text: str, encoding: str, language: str) -> list[tuple[Span, str]]:
    """Return where characters of UTF-8 stand side by side in ``encoding``, and what they mean."""
    passages: list[tuple[Span, str]] = []
    for match in _pattern(encoding).finditer(text):
        meant = _read(match[0], encoding)
        if not meant or _CAPITALS.match(text, match.start()):
            continue
        span = match.span()
        if passages and passages[-1][0][1] == span[0]:
            (start, _), before = passages.pop()
            span, meant = (start, span[1]), before + meant
        passages.append((span, meant))
    return [
        each for each in passages if _plausible(language).fullmatch(_ANY_SCRIPT.sub("", each[1]))
    ]


def _is_sure(text: str, span: Span, encoding: str, strong: int) -> bool:
    """Whether the passage is nothing else; ``strong`` counts those that no formula holds."""
    start, end = span
    touches = text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()
    if _FORMULA.fullmatch(text[start:end]) and not (touches and strong):
        return False
    while start and not text[start - 1].isascii():
        start -= 1
    while end < len(text) and not text[end].isascii():
        end += 1
    around = text[start : span[0]] + " " + text[span[1] : end]
    return not _LOST.search(around) and not _cut(encoding).search(around)


def _read(wrong: str, encoding: str) -> str | None:
    """Return what ``wrong`` says if it is UTF-8 taken for ``encoding``, or None."""
    codes = _codes(encoding)
    try:
        return bytes(codes[letter] for letter in wrong).decode()
    except (KeyError, UnicodeDecodeError):  # chance, and no mojibake
        return None


@cache
def _codes(encoding: str) -> dict[str, int]:
    """Return the byte of each character; what the code page leaves open stands for itself."""
    codec = _ENCODINGS[encoding]
    letters = (bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in range(256))
    return {letter: byte for byte, letter in enumerate(letters)}


@cache
def _plausible(language: str) -> re.Pattern[str]:
    """Return what a text in the language may hold: Latin letters and signs, its own script."""
    own = _SCRIPTS.get(language.partition("-")[0], "")
    return re.compile(f"[{_USUAL}{own}]*")


@cache
def _pattern(encoding: str) -> re.Pattern[str]:
    """Return what one character's two to four bytes of UTF-8 look like in ``encoding``."""
    rest = _letters(encoding, 0x80, 0xBF)
    return re.compile(
        f"{_letters(encoding, 0xC2, 0xDF)}{rest}|{_letters(encoding, 0xE0, 0xEF)}{rest}{{2}}"
        f"|{_letters(encoding, 0xF0, 0xF4)}{rest}{{3}}"
    )


@cache
def _cut(encoding: str) -> re.Pattern[str]:
    """Return what a character of three or four bytes looks like that has lost its last ones."""
    rest = _letters(encoding, 0x80, 0xBF)
    return re.compile(f"{_letters(encoding, 0xE0, 0xF4)}{rest}")


@cache
def _suspect() -> re.Pattern[str]:
    """Return two characters that begin a passage in any encoding."""
    first = "".join(_letters(name, 0xC2, 0xF4)[1:-1] for name in _ENCODINGS)
    rest = "".join(_letters(name, 0x80, 0xBF)[1:-1] for name in _ENCODINGS)
    return re.compile(f"[{first}][{rest}]")


def _letters(encoding: str, first: int, last: int) -> str:
    """Return a class of a regular expression: the characters of a range of bytes."""
    letters = (letter for letter, byte in _codes(encoding).items() if first <= byte <= last)
    return "[" + "".join(map(re.escape, letters)) + "]"
