"""link-missing"""

from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.model.finding import Severity
from l10n.model.inline import Link
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.addresses import normal
from l10n.rules.link.compared import links
from l10n.rules.quote import quote


def _look(unit: Unit) -> Iterator[Hit]:
    if not unit.source.links:
        return
    for link in links(unit).missing:
        shown = quote(link.target)
        yield Hit(f"the link to {shown} is missing", f"put it back: [words]({shown})")
    yield from _bare(unit.source.links, unit.target.links)


def _bare(source: Sequence[Link], target: Sequence[Link]) -> Iterator[Hit]:
    """Yield a Hit for each target that is there, but has lost the words that led to it."""
    wanted = Counter(normal(link.target) for link in source if link.kind != "bare")
    wanted.subtract(Counter(normal(link.target) for link in target if link.kind != "bare"))
    for link in target:
        address = normal(link.target)
        if link.kind == "bare" and wanted[address] > 0:
            wanted[address] -= 1
            shown = quote(link.target)
            yield Hit(
                f"{shown} stands alone where the source has a link",
                f"write [words]({shown}), without a blank before the parenthesis",
                link.span,
            )


RULE = Rule(
    name="link-missing",
    summary="A link of the source is missing.",
    why="Readers of the translation cannot follow what the post is about. Links are compared by "
    "where they lead, so their order and their words are free.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
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
            "Read [the paper](https://x.example/a).",
            "Lisez [l'article] (https://x.example/a).",
            says=("https://x.example/a stands alone where the source has a link",),
            hints=("write [words](https://x.example/a), without a blank before the parenthesis",),
            marks=("https://x.example/a",),
        ),
    ),
)
