"""link-added"""

from collections.abc import Iterator

from l10n.model.conventions import Conventions, Rewrite
from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.legitimate import welcome
from l10n.rules.link.compared import links
from l10n.rules.quote import quote


def _look(unit: Unit) -> Iterator[Hit]:
    for link in links(unit).added:
        if welcome(unit, link.target):
            continue
        yield Hit(
            f"the link to {quote(link.target)} is not in the source",
            "keep it where it helps readers of this language, remove it otherwise",
            link.span,
        )


RULE = Rule(
    name="link-added",
    summary="The translation links to something that the source does not.",
    why="Translators rightly add an encyclopedia article or an edition in their language; whoever "
    "merges the translation should know where the new link leads. Where `rewrite` in `[links]` "
    "leads to is no news.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    parts=Parts.LINKS,
    compares=True,
    examples=(
        Example(
            "Read [the paper](https://x.example/a).", "Lisez [l'article](https://x.example/a)."
        ),
        Example(
            "A language model.",
            "Un [modèle de langage](https://fr.wiki.example/LM).",
            conventions=Conventions(
                rewrites=(Rewrite("https://en.wiki.example/*", "https://{lang}.wiki.example/*"),)
            ),
        ),
        Example(
            "A language model.",
            "Un [modèle de langage](https://fr.wikipedia.example/wiki/Mod%C3%A8le).",
            says=(
                "the link to https://fr.wikipedia.example/wiki/Mod%C3%A8le is not in the source",
            ),
            hints=("keep it where it helps readers of this language, remove it otherwise",),
            marks=("[modèle de langage](https://fr.wikipedia.example/wiki/Mod%C3%A8le)",),
        ),
    ),
)
