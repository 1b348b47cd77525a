"""link-missing"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from l10n.model.finding import Severity
from l10n.model.inline import Link
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.addresses import normal
from l10n.rules.link.broken import broken
from l10n.rules.link.compared import links
from l10n.rules.quote import quote


def _look(unit: Unit) -> Iterator[Hit]:
    if not unit.source.links:
        return
    told = frozenset(normal(one.address) for one in broken(unit))
    for link in links(unit).missing:
        if normal(link.target) in told:
            continue
        shown = quote(link.target)
        yield Hit(f"the link to {shown} is missing", f"put it back: [words]({shown})")
    yield from _bare(unit.source.links, unit.target.links, told)


def _bare(source: Sequence[Link], target: Sequence[Link], told: Collection[str]) -> Iterator[Hit]:
    """Yield a Hit for each target that is there, but has lost the words that led to it."""
    wanted = Counter(normal(link.target) for link in source if link.kind != "bare")
    wanted.subtract(Counter(normal(link.target) for link in target if link.kind != "bare"))
    for link in target:
        address = normal(link.target)
        if link.kind == "bare" and wanted[address] > 0 and address not in told:
            wanted[address] -= 1
            shown = quote(link.target)
            yield Hit(
                f"{shown} stands alone where the source has a link",
                f"write [words]({shown})",
                link.span,
            )


RULE = Rule(
    name="link-missing",
    summary="A link of the source is missing.",
    why="Readers of the translation cannot follow what the post is about. Links are compared by "
    "where they lead, so their order and their words are free. One that is there, but broken, is "
    "link-broken-syntax.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    parts=Parts.LINKS,
    compares=True,
    examples=(
        Example(
            "Read [the paper](https://x.example/a) and [the code](https://x.example/b).",
            "[Le code](https://x.example/b) et [l'article](https://X.example/a/).",
        ),
        Example("See https://x.example/a.", "Voir [ici](https://x.example/a)."),
        Example(
            "Read [the paper](https://x.example/a).",
            "Lisez l'article.",
            says=("the link to https://x.example/a is missing",),
            hints=("put it back: [words](https://x.example/a)",),
            marks=("",),
        ),
        Example(
            # No address by its looks, so that nobody else tells of it.
            "Look [here](install).",
            "Regardez [ici] (install).",
            says=("the link to install is missing",),
            hints=("put it back: [words](install)",),
            marks=("",),
        ),
        Example(
            "`[a] (/b)` and [c](/b)",
            "`[a] (/b)` et c",
            says=("the link to /b is missing",),
            hints=("put it back: [words](/b)",),
            marks=("",),
        ),
        Example(
            # link-broken-syntax tells of this one.
            "Read [the paper](https://x.example/a).",
            "Lisez [l'article] (https://x.example/a).",
        ),
        Example(
            "Read [the paper](https://x.example/a).",
            "Lisez l'article, https://x.example/a.",
            says=("https://x.example/a stands alone where the source has a link",),
            hints=("write [words](https://x.example/a)",),
            marks=("https://x.example/a",),
        ),
    ),
)
