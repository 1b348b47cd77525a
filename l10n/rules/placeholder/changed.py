"""placeholder-changed"""

from collections.abc import Iterator

from l10n.model.dialect import Dialect
from l10n.model.finding import Severity
from l10n.model.inline import Placeholder
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.differences import compare
from l10n.rules.quote import quote


def _look(unit: Unit) -> Iterator[Hit]:
    found = compare(unit.source.placeholders, unit.target.placeholders, _squeezed)
    for part in found.missing:
        shown = quote(part.raw)
        yield Hit(f"{shown} is missing", f"put {shown} where it belongs, as it is in the source")
    for ours, theirs in found.changed:
        right = quote(ours.raw)
        message = f"{quote(theirs.raw)} stands where the source has {right}"
        yield Hit(message, f"write {right}", theirs.span)
    for part in found.added:
        yield Hit(
            f"{quote(part.raw)} is not in the source",
            "remove it, or write its characters so that they are read as text",
            part.span,
        )


def _squeezed(placeholder: Placeholder) -> str:
    return "".join(placeholder.raw.split())


RULE = Rule(
    name="placeholder-changed",
    summary="Liquid, a shortcode, an expression, an attribute list or math is altered.",
    why="A program reads these. A changed one stops the site from being built or shows readers a "
    "gap; an added one would run what nobody has reviewed.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    parts=Parts.PLACEHOLDERS,
    compares=True,
    examples=(
        Example("By {{ page.author }}.", "Par {{page.author}}."),
        Example("where $x_1$ is small", "où $x_1$ est petit"),
        Example(
            "By {{ page.author }}.",
            "Par {{ page.auteur }}.",
            says=("{{ page.auteur }} stands where the source has {{ page.author }}",),
            hints=("write {{ page.author }}",),
            marks=("{{ page.auteur }}",),
        ),
        Example(
            "By {{ page.author }}.",
            "Par l'auteur.",
            says=("{{ page.author }} is missing",),
            hints=("put {{ page.author }} where it belongs, as it is in the source",),
            marks=("",),
        ),
        Example(
            "By the author.",
            "Par {% include autor.html %}.",
            says=("{% include autor.html %} is not in the source",),
            hints=("remove it, or write its characters so that they are read as text",),
            marks=("{% include autor.html %}",),
        ),
        Example(
            "Set *in red*{:.red}.",
            "Mis *en rouge*{:.rouge}.",
            says=("{:.rouge} stands where the source has {:.red}",),
            hints=("write {:.red}",),
            marks=("{:.rouge}",),
            dialect=Dialect.KRAMDOWN,
        ),
        Example(
            "where $x_1$ is small",
            "où $x_2$ est petit",
            says=("$x_2$ stands where the source has $x_1$",),
            hints=("write $x_1$",),
            marks=("$x_2$",),
        ),
        Example(
            "You have {count} posts.",
            "Vous avez {nombre} articles.",
            says=("{nombre} stands where the source has {count}",),
            hints=("write {count}",),
            marks=("{nombre}",),
            dialect=Dialect.MDX,
        ),
        Example(
            'See {{< ref "intro" >}}.',
            "Voir.",
            says=('{{< ref "intro" >}} is missing',),
            hints=('put {{< ref "intro" >}} where it belongs, as it is in the source',),
            marks=("",),
            dialect=Dialect.COMMONMARK,
        ),
    ),
)
