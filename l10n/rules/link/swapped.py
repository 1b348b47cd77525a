"""link-swapped"""

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.fuzz import ratio, token_sort_ratio

from l10n.model.finding import Severity
from l10n.model.inline import Inline, Link
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.addresses import normal
from l10n.rules.quote import quote

_MOST = 12  # links; what has more is a list, and is compared with its neighbours only
_MARKS = str.maketrans("", "", "*_`")
_CLEAR = 15  # of 200: how much better the other way round must fit
_FAMILIAR = -25  # where the order has changed as well, in a language that seldom changes it
# Languages whose grammar keeps the order of an English sentence's parts nearly always: in 46
# messages with several links, Spanish translators changed none; Turkish ones did in 3 of 30.
_SAME_ORDER = frozenset("ca da es fr gl it nb nn no pt ro sv".split())


def _look(unit: Unit) -> Iterator[Hit]:
    ours, theirs = _by_address(unit.source), _by_address(unit.target)
    shared = [address for address in ours if address in theirs]
    if len(shared) < 2 or len(shared) > _MOST:
        return
    swapped: set[str] = set()
    for one, other in combinations(shared, 2):
        if swapped.isdisjoint((one, other)) and _clearly(unit, ours, theirs, one, other):
            swapped |= {one, other}
            first, second = theirs[one], theirs[other]
            yield Hit(
                f"{quote(_words(unit.target, first))} leads to {quote(first.target)}, and "
                f"{quote(_words(unit.target, second))} to {quote(second.target)}: "
                "in the source it is the other way round",
                "exchange the two addresses",
                first.spot,
            )


def _by_address(side: Inline) -> dict[str, Link]:
    """Return links with words by their address, none that stands twice."""
    found: dict[str, Link] = {}
    twice: set[str] = set()
    for link in side.links:
        if link.kind != "inline":
            continue
        address = normal(link.target)
        if address in found:
            twice.add(address)
        found[address] = link
    return {address: link for address, link in found.items() if address not in twice}


def _clearly(
    unit: Unit, ours: dict[str, Link], theirs: dict[str, Link], one: str, other: str
) -> bool:
    source = _words(unit.source, ours[one]), _words(unit.source, ours[other])
    target = _words(unit.target, theirs[one]), _words(unit.target, theirs[other])
    if target[0] == target[1]:
        return False  # "an article" and "an article": either may come first
    straight = _alike(source[0], target[0]) + _alike(source[1], target[1])
    crossed = _alike(source[0], target[1]) + _alike(source[1], target[0])
    moved = ours[one].span < ours[other].span and theirs[one].span > theirs[other].span
    same = {unit.source_language.tag.split("-")[0], unit.language.tag.split("-")[0]}
    expected = moved and same - {"en"} <= _SAME_ORDER
    return crossed - straight > (_FAMILIAR if expected else _CLEAR)


def _alike(one: str, other: str) -> float:
    """Return how alike two links' words are, 0 to 100; names and code stay in translations."""
    one, other = (words.lower().translate(_MARKS) for words in (one, other))
    return max(ratio(one, other), token_sort_ratio(one, other))


def _words(side: Inline, link: Link) -> str:
    return side.text[link.span[0] + 1 : link.spot[0]].rpartition("](")[0]


RULE = Rule(
    name="link-swapped",
    summary="Two links have exchanged their addresses.",
    why="Both addresses are there, but each leads to the other's page. It can be told only where "
    "the words of the links are partly the same in both languages, as names and code are: "
    "where all words are translated, another order is just another grammar, but for languages "
    "that nearly always keep it.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    parts=Parts.LINKS,
    compares=True,
    examples=(
        Example(
            "[BERT](https://x.example/b) and [GPT-2](https://x.example/g)",
            "[GPT-2](https://x.example/g) et [BERT](https://x.example/b)",
        ),
        Example(
            "[here](https://x.example/b) and [there](https://x.example/g)",
            "[ici](https://x.example/b) et [là](https://x.example/g)",
        ),
        Example(
            "[BERT](https://x.example/b) and [GPT-2](https://x.example/g)",
            "[BERT](https://x.example/g) et [GPT-2](https://x.example/b)",
            says=(
                "GPT-2 leads to https://x.example/b, and BERT to https://x.example/g: "
                "in the source it is the other way round",
            ),
            hints=("exchange the two addresses",),
            marks=("https://x.example/b",),
        ),
    ),
)
