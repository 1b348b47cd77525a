"""link-changed"""

from collections.abc import Iterator

from l10n.model.conventions import Conventions, Pages, Rewrite
from l10n.model.finding import Fix, Severity
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.link.compared import links
from l10n.rules.link.looks import SPLIT
from l10n.rules.near_miss import near_miss
from l10n.rules.quote import quote
from l10n.rules.schemes import unsafe_scheme


def _look(unit: Unit) -> Iterator[Hit]:
    for ours, theirs in links(unit).changed:
        if theirs.kind == "bare" and SPLIT.match(unit.target.text, max(theirs.span[0] - 2, 0)):
            continue  # the front of an address with a blank in it
        if unsafe_scheme(theirs.target):
            continue  # link-unsafe speaks on those
        right = quote(ours.target)
        others = [link.target for link in unit.source.links]
        meant = near_miss(ours.target, theirs.target, others)
        written = unit.source.text[slice(*ours.spot)]
        yield Hit(
            f"{quote(theirs.target)} stands where the source links to {right}",
            f"write {right}",
            theirs.spot,
            fix=(Fix(theirs.spot, written),) if meant else (),
        )


RULE = Rule(
    name="link-changed",
    summary="A link leads elsewhere than in the source.",
    why="A target that was translated or mistyped leads nowhere, and one that was replaced leads "
    "readers where nobody meant them to go. Percent-encoding, the case of the host and a "
    "slash at the end make no difference, and a page may be replaced by its edition in the "
    "translation's language where the address says so. So may a link within the page, which "
    "follows the words of a heading. `rewrite` in `[links]` says which other addresses are right, "
    "and a link to a post of the project may lead to that post's translation.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    parts=Parts.LINKS,
    compares=True,
    examples=(
        Example("[here](https://x.example/caf%C3%A9)", "[ici](https://x.example/café)"),
        Example("[here](https://x.example/a)", "[ici](https://X.EXAMPLE/a/)"),
        Example("[here](https://x.example/en-us/a)", "[ici](https://x.example/fr/a)"),
        Example("[here](/course/a)", "[ici](/course/fr/a)"),
        Example("[above](#reasons)", "[ci-dessus](#raisons)"),
        # link-unsafe tells of this one.
        Example("[here](https://x.example/a)", "[ici](javascript:go)"),
        Example(
            # link-broken-syntax tells of this one.
            "[here](https://x.example/a/b)",
            "[ici](https://x.example/a /b)",
        ),
        Example("[here](https://en.wiki.example/Cat)", "[ici](https://fr.wiki.example/Chat)"),
        Example(
            "[cats](https://en.wiki.example/Cat)",
            "[chats](https://wiki.example/fr/Chat)",
            conventions=Conventions(
                rewrites=(Rewrite("https://en.wiki.example/*", "https://wiki.example/{lang}/*"),)
            ),
        ),
        Example(
            "[issue 5](/en/issue-5/), [issue 4](issue-4.md#tools)",
            "[numéro 5](/fr/numero-5/), [numéro 4](numero-4.md#outils)",
            conventions=Conventions(
                pages=Pages(
                    {"/en/issue-5": ("/fr/numero-5",), "/posts/issue-4": ("/site/fr/numero-4",)},
                    here="/posts/issue-6.md",
                    there="/site/fr/numero-6.md",
                )
            ),
        ),
        Example(
            "[Spanish](https://x.example/es/)",
            "[Espagnol](https://x.example/fr/)",
            says=("https://x.example/fr/ stands where the source links to https://x.example/es/",),
            hints=("write https://x.example/es/",),
            marks=("https://x.example/fr/",),
        ),
        Example(
            "Read [the docs](https://x.example/guide/start).",
            "Lisez [la doc](https://x.example/guide/début).",
            says=(
                "https://x.example/guide/début stands where the source links to "
                "https://x.example/guide/start",
            ),
            hints=("write https://x.example/guide/start",),
            marks=("https://x.example/guide/début",),
        ),
        Example(
            "Read [the docs](https://x.example/guide/installation).",
            "Lisez [la doc](https://x.example/guide/instalation).",
            says=(
                "https://x.example/guide/instalation stands where the source links to "
                "https://x.example/guide/installation",
            ),
            hints=("write https://x.example/guide/installation",),
            marks=("https://x.example/guide/instalation",),
            fixed="Lisez [la doc](https://x.example/guide/installation).",
        ),
    ),
)
