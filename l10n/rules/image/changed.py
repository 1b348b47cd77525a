"""image-changed"""

from collections.abc import Iterator

from l10n.model.conventions import Conventions, Rewrite
from l10n.model.finding import Fix, Severity
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.image.compared import images
from l10n.rules.near_miss import near_miss
from l10n.rules.quote import quote
from l10n.rules.schemes import unsafe_scheme


def _look(unit: Unit) -> Iterator[Hit]:
    for ours, theirs in images(unit).changed:
        if unsafe_scheme(theirs.target):
            continue  # link-unsafe speaks on those
        right = quote(ours.target)
        others = [image.target for image in unit.source.images]
        meant = near_miss(ours.target, theirs.target, others)
        written = unit.source.text[slice(*ours.spot)]
        yield Hit(
            f"{quote(theirs.target)} stands where the source shows {right}",
            f"write {right}",
            theirs.spot,
            fix=(Fix(theirs.spot, written),) if meant else (),
        )


RULE = Rule(
    name="image-changed",
    summary="An image is not the one of the source.",
    why="A file name that was translated shows readers a gap, and one that was mistaken a picture "
    "that has nothing to do with the text. Its edition in the reader's language is right where the "
    "address says so, or `rewrite` in `[links]`.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    parts=Parts.IMAGES,
    compares=True,
    examples=(
        Example("![A cat](img/cat.png)", "![Un chat](img/cat.png)"),
        # link-unsafe tells of this one.
        Example("![A cat](img/cat.png)", "![Un chat](javascript:go)"),
        Example("![A cat](img/en/cat.png)", "![Un chat](img/fr/cat.png)"),
        Example(
            "![A cat](https://cdn.example/1*x.png)",
            "![Un chat](/img/chat.png)",
            conventions=Conventions(rewrites=(Rewrite("https://cdn.example/*", "/img/*"),)),
        ),
        Example(
            "![A cat](img/cat.png)",
            "![Un chat](img/chat.png)",
            says=("img/chat.png stands where the source shows img/cat.png",),
            hints=("write img/cat.png",),
            marks=("img/chat.png",),
            fixed="![Un chat](img/cat.png)",
        ),
    ),
)
