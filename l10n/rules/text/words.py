"""The small words of a language: what tells it from others, and a sentence from a name."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from l10n.model.inline import Inline, Span

_LISTS = {
    "en": (
        "the of and to in is that it for was are with as be this by at from or have an not but "
        "which they you we can will if has more when there all their its been would about into "
        "than then them these some only other your our should how what does do each between "
        "because while where also any may could must let's we'll you'll it's don't isn't"
    ),
    "fr": (
        "le la les de des du et un une est dans que qui pour pas sur au aux avec ce cette ces il "
        "elle on nous vous ils sont ou par plus ne se sa son ses leur leurs mais comme être été "
        "cela ainsi entre aussi peut sans lorsque dont où"
    ),
    "es": (
        "el la los las de del y en un una es que para por con no se su sus al lo como más pero "
        "este esta estos estas son o si ya muy sin sobre también entre cuando donde ser está "
        "puede pueden hay cada"
    ),
    "pt": (
        "o a os as de do da dos das e em um uma é que para por com não se seu sua no na nos nas "
        "ao como mais mas este esta são ou já muito sem sobre também entre quando onde ser está "
        "pode isso"
    ),
    "it": (
        "il lo la i gli le di del della dei delle e in un una è che per con non si su al alla "
        "come più ma questo questa sono o se anche tra quando dove essere può nel nella"
    ),
    "de": (
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es "
        "an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen "
        "so zum oder aber kann wenn wir"
    ),
    "nl": (
        "de het een en van in is dat op te voor met niet zijn die aan er ook als door om bij uit "
        "maar of naar dan nog wordt kan deze dit we je worden meer"
    ),
    "pl": "i w na z się do nie jest że to o jak ale za od po co tak przez może dla są oraz lub",
    "sv": "och att det i en som på är av för med den till inte om har de ett var men kan vi när",
    "da": "og at det i en som på er af for med den til ikke om har de et var men kan vi når",
    "nb": "og at det i en som på er av for med den til ikke om har de et var men kan vi når",
    "cs": "a se v na je že s z do o to jako pro by k ale nebo jsou být který která které při také",
    "ro": "și de la în a cu nu un o care pe este din pentru că mai sunt sau dar prin poate ca",
    "hu": "a az és hogy nem is egy van ez ha meg csak de mint vagy még kell lehet ezt azt",
    "fi": "ja on ei että se oli ole myös kun mutta tai joka niin kuin voi ovat jos sen tämä",
    "ca": "el la els les de del i en un una és que per amb no es a com més o si també pot",
    "tr": "ve bir bu için ile de da olarak olan daha gibi ya veya ise en çok kadar değil her ki",
    "id": "yang dan di dari untuk dengan ini itu pada adalah dalam tidak akan atau juga ke oleh",
    "vi": "và của là các có được cho trong một những với không này để khi từ người như đã",
}
_WORDS = {tag: frozenset(words.split()) for tag, words in _LISTS.items()}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Word(NamedTuple):  # made in a fifth of the time of a frozen dataclass, and by the thousand
    """A word of the prose of a message, in lower case and as it is written."""

    plain: str
    raw: str
    span: Span
    quoted: bool  # between quotation marks, emphasised, the words of a link, or part of a path
    inside: bool  # between brackets


def small_words(tag: str) -> frozenset[str]:
    """Return the function words of a language, none for one that is not known."""
    return _WORDS.get(tag.partition("-")[0], frozenset())


@cache
def telling(there: str, here: str) -> frozenset[str]:
    """Return the function words of language ``there`` that ``here`` does not have as well."""
    return small_words(there) - small_words(here)


@lru_cache(maxsize=4)  # rules ask one after another about one message
def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in lower case, wherever they stand."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def holds(text: str, small: frozenset[str]) -> int:
    """Return how many of the words of ``text`` are in ``small``, wherever they stand."""
    return sum(map(small.__contains__, plain_words(text)))


def prose(side: Inline) -> str:
    """Return the words of a message and whatever stands between them, code and markup left out."""
    runs = side.texts
    return runs[0].raw if len(runs) == 1 else "\n".join([run.raw for run in runs])


_QUOTED = re.compile(
    r"\"[^\"]{2,}\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|『[^』]*』|《[^》]*》|〈[^〉]*〉"
    r"|(?<!\w)'[^']+'(?!\w)|‘[^’]*’|(?<![*\w])\*[^*\s][^*]*\*(?!\*)|(?<!\w)_[^_\s][^_]*_(?!\w)"
)
_QUOTE = re.compile("[\"“„«「『《〈'‘*_]")  # without one of these nothing is quoted
_PART = re.compile(r"[/\\_]|\.[a-z]")  # nor is anything part of a path without these
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_PATH = re.compile(r"(?<![\w.~-])(?:[\w.~-]*[/\\_][\w./\\_~-]*|[\w-]+\.[a-z]{1,4}(?!\w))")


_SIGN = re.compile(r"[^\w\s,;:!?-]|_")  # one of those that may quote, bracket or make a path


def words(side: Inline) -> Iterator[Word]:
    """Yield the words of a message's prose, in order; those inside images are left out."""
    if not _SIGN.search(side.text.rstrip(".")):  # as in most messages
        for match in _WORD.finditer(side.text):
            yield Word(match[0].lower(), match[0], match.span(), False, False)
        return
    text = side.text
    quoted = [link.span for link in side.links] + [label.span for label in side.labels]
    if _QUOTE.search(text):
        quoted += [match.span() for match in _QUOTED.finditer(text)]
    if _PART.search(text):
        quoted += [match.span() for match in _PATH.finditer(text)]
    quoted = _merged(quoted)
    bracketed = (
        [match.span() for match in _BRACKETED.finditer(text)] if "(" in text or "（" in text else []
    )
    for run in side.texts:
        if run.kind != "text":
            continue
        before = run.span[0]
        for match in _WORD.finditer(run.raw):
            start, end = match.span()
            span = before + start, before + end
            raw = match[0]
            plain = raw.lower()
            if "’" in raw:
                plain = plain.replace("’", "'")
            is_quoted = bool(quoted) and _in(span, quoted)
            yield Word(plain, raw, span, is_quoted, bool(bracketed) and _in(span, bracketed))


def _in(span: Span, places: Sequence[Span]) -> bool:
    """Whether a span begins in one of ``places``, which are in order and do not overlap."""
    at = bisect_right(places, span[0], key=itemgetter(0)) - 1
    return at >= 0 and span[0] < places[at][1]


def _merged(places: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def prosaic(side: Inline, small: frozenset[str]) -> bool:
    """Whether a message is surely not titled(), as a look at all its words at once shows.

    ``small`` are all function words of its language. False where words may be quoted.
    """
    text = side.text
    linked = side.links or side.labels or side.images
    if linked or _QUOTE.search(text) or _PART.search(text):
        return False
    found = _WORD.findall(prose(side).replace("’", "'"))
    lower = sum(map(str.islower, found))
    return len(found) - lower < 3 * (lower - sum(map(small.__contains__, found)))


def titled(found: list[Word], small: frozenset[str]) -> bool:
    """Whether words are written as in a title or name: all that matter begin with a capital."""
    content = [word for word in found if word.plain not in small]
    capital = sum(word.raw[0].isupper() for word in content)
    return capital * 4 >= len(content) * 3
