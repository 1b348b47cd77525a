"""Mojibake: UTF-8 that was read as another encoding, found and put right without loss."""

import re
from collections import Counter
from collections.abc import Iterable
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
    taken: list[tuple[Span, str, str]] = []
    used = bytearray(len(text))
    sizes = {name: sum(end - start for (start, end), _ in found[name]) for name in found}
    for name in sorted(found, key=lambda name: -sizes[name]):
        for span, meant in found[name]:
            if used.find(1, *span) < 0:
                used[slice(*span)] = b"\1" * (span[1] - span[0])
                taken.append((span, meant, name))
    taken.sort()
    formulas = {span for span, _, _ in taken if _FORMULA.fullmatch(text[slice(*span)])}
    strong = Counter(name for span, _, name in taken if span not in formulas)
    rest = _put(text, ((span, " " * (span[1] - span[0])) for span, _, _ in taken))
    return tuple(
        Garbled(
            span,
            meant,
            name,
            not _damaged(rest, span, name)
            and (span not in formulas or bool(strong[name] and _touches(text, span))),
        )
        for span, meant, name in taken
    )


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
        text = _put(text, ((one.span, one.meant) for one in sure)) if whole is None else whole
    return text


def _put(text: str, new: Iterable[tuple[Span, str]]) -> str:
    """Return ``text`` with what is new for its spans, which are in order."""
    pieces: list[str] = []
    position = 0
    for (start, end), instead in new:
        pieces += text[position:start], instead
        position = end
    return "".join((*pieces, text[position:]))


def _passages(text: str, encoding: str, language: str) -> list[tuple[Span, str]]:
    """Return where characters of UTF-8 stand side by side in ``encoding``, and what they mean."""
    runs: list[tuple[int, int, list[str]]] = []
    for match in _pattern(encoding).finditer(text):
        meant = _read(match[0], encoding)
        if not meant or _CAPITALS.match(text, match.start()):
            continue
        if runs and runs[-1][1] == match.start():
            start, _, parts = runs.pop()
            parts.append(meant)
            runs.append((start, match.end(), parts))
        else:
            runs.append((*match.span(), [meant]))
    usual = _plausible(language)
    passages = [((start, end), "".join(parts)) for start, end, parts in runs]
    return [each for each in passages if usual.fullmatch(_ANY_SCRIPT.sub("", each[1]))]


def _touches(text: str, span: Span) -> bool:
    """Whether a letter stands beside the passage: few formulas have that."""
    start, end = span
    return text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()


def _damaged(rest: str, span: Span, encoding: str) -> bool:
    """Whether a part was lost of what the passage belongs to; ``rest`` is the text without any.

    That is everything around it that can be written in the encoding, but not in ASCII.
    """
    codes = _codes(encoding)
    start, end = span
    while start and _belongs(rest[start - 1], codes):
        start -= 1
    while end < len(rest) and _belongs(rest[end], codes):
        end += 1
    around = rest[start : span[0]] + " " + rest[span[1] : end]
    return bool(_LOST.search(around) or _cut(encoding).search(around))


def _belongs(letter: str, codes: dict[str, int]) -> bool:
    return codes.get(letter, 0) > 0x7F or bool(_LOST.match(letter))


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
