"""What clings to a word in languages where no stemmer of use exists, or where it falls short."""

import re
from collections.abc import Iterator
from typing import Final

# Turkish inflection after folding ı to i: plural, possessives, cases, copula, and -li -siz -ci.
_TURKISH = re.compile(
    r"(?:l[ae]r|[nsy]?[iuü]|[iuü]?m(?:[iuü]z)?|[iuü]?n(?:[iuü]z)?|n[iuü]n|[ny]?[ae]|n?[dt][ae]n?"
    r"|y?l[ae]|ki|[dt][iuü]r|l[iuü]k?|s[iuü]z|c[iuü]|c[ae])+"
)
_HARD: Final = {"ğ": "k", "b": "p", "c": "ç", "d": "t"}
# The prefixes and suffixes of the light10 stemmer: Larkey, Ballesteros, Connell, "Light stemming
# for Arabic information retrieval", 2007; ل with a half-assimilated article is added.
_ARABIC_PREFIX = re.compile("(?:[وف])?(?:لل|[بكل]?ال|[بكل])?")
_ARABIC_SUFFIX = re.compile("(?:ها|ان|ات|ون|ين|يه|ه|ي|هم|نا)$")
_ARABIC_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})
_HEBREW_PREFIX = re.compile("[ושהבכלמ]{1,3}")
_HEBREW_SUFFIX = re.compile("(?:ים|ות|יות|ה|ת|י)$")
_PERSIAN_LETTERS = str.maketrans({"ي": "ی", "ك": "ک", "ۀ": "ه"})


def turkish_bases(word: str) -> Iterator[str]:
    """Yield what ``word``, in lower case with i for ı, may be an inflection of."""
    for cut in range(len(word) - 1, 1, -1):
        if _TURKISH.fullmatch(word, cut):
            base = word[:cut]
            yield base
            if hard := _HARD.get(base[-1]):
                yield base[:-1] + hard


def turkish_noun(word: str) -> str:
    """Return the head of a compound without its possessive: modeli → model; else ``word``."""
    if len(word) > 3 and word[-1] in "iuü":
        return word[:-2] if word[-2] == "s" else word[:-1]
    return word


def arabic_bases(word: str) -> Iterator[str]:
    """Yield ``word`` with letters unified, and without its clitics and its ending."""
    plain = word.translate(_ARABIC_LETTERS)
    yield plain
    prefix = _ARABIC_PREFIX.match(plain)
    for cut in {0, prefix.end() if prefix else 0}:
        base = plain[cut:]
        if len(base) >= 3:
            yield base
            short = _ARABIC_SUFFIX.sub("", base)
            if len(short) >= 3:
                yield short


def hebrew_bases(word: str) -> Iterator[str]:
    """Yield ``word`` without its clitics and its ending."""
    prefix = _HEBREW_PREFIX.match(word)
    for cut in range((prefix.end() if prefix else 0) + 1):
        base = word[cut:]
        if len(base) >= 3:
            yield base
            short = _HEBREW_SUFFIX.sub("", base)
            if len(short) >= 3:
                yield short


def persian(word: str) -> str:
    """Return ``word`` in Persian letters where Arabic ones stand for them."""
    return word.translate(_PERSIAN_LETTERS)


def compound_parts(word: str) -> Iterator[str]:
    """Yield the beginnings and endings of a compound that are long enough to be words."""
    for cut in range(5, len(word) - 2):
        yield word[:cut]
    for cut in range(3, len(word) - 4):
        yield word[cut:]
