"""html-changed"""

from collections.abc import Iterator, Sequence

from l10n.model.finding import Severity
from l10n.model.inline import Tag
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.kept import changes


def _look(unit: Unit) -> Iterator[Hit]:
    yield from changes(_tags(unit.source.tags), _tags(unit.target.tags), _normal, _raw)


def _tags(tags: Sequence[Tag]) -> list[Tag]:
    return [tag for tag in tags if tag.kind != "comment"]


def _normal(tag: Tag) -> str:
    return tag.normal


def _raw(tag: Tag) -> str:
    return tag.raw


RULE = Rule(
    name="html-changed",
    summary="The HTML or JSX tags are not those of the source.",
    why="A tag lost or left open damages all that follows it, and a tag or attribute that the "
    "source lacks may load or run something foreign. The order of attributes makes no "
    "difference; the words in `alt`, `title` and their like are there to be translated.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    examples=(
        Example("Press <kbd>Esc</kbd>.", "Appuyez sur <kbd>Échap</kbd>."),
        Example('<img src="a.png" alt="A cat">', "<img alt='Un chat' src='a.png' />"),
        Example(
            "Press <kbd>Esc</kbd>.",
            "Appuyez sur <kbd>Échap.",
            says=("</kbd> is missing",),
            hints=("put </kbd> where it belongs, as it is in the source",),
            marks=("",),
        ),
        Example(
            '<a href="/en/">Home</a>',
            '<a href="/fr/">Accueil</a>',
            says=('<a href="/fr/"> stands where the source has <a href="/en/">',),
            hints=('write <a href="/en/">',),
            marks=('<a href="/fr/">',),
        ),
        Example(
            "A cat.",
            'Un chat.<script src="//x.example/y.js"></script>',
            says=(
                '<script src="//x.example/y.js"> is not in the source',
                "</script> is not in the source",
            ),
            hints=("remove it, or write its characters so that they are read as text",) * 2,
            marks=('<script src="//x.example/y.js">', "</script>"),
        ),
    ),
)
