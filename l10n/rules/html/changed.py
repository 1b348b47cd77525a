"""html-changed"""

import re
from collections.abc import Iterator, Sequence

from l10n.model.finding import Severity
from l10n.model.inline import Span, Tag
from l10n.model.rule import Example, Hit, Parts, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.differences import compare
from l10n.rules.quote import quote

_EMPHASIS = "write *words*, since no tags may be added"
_STRONG = "write **words**, since no tags may be added"
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ku ps sd ug ur yi".split())
_DIRECTION = re.compile(
    r"<(?:span|bdi|bdo)(?:\s+dir\s*=\s*(?:ltr|rtl|auto|\"(?:ltr|rtl|auto)\"))?\s*>", re.I
)
_REMEDIES = {"i": _EMPHASIS, "em": _EMPHASIS, "b": _STRONG, "strong": _STRONG}


def _look(unit: Unit) -> Iterator[Hit]:
    if not unit.source.tags and not unit.target.tags:
        return
    found = compare(_tags(unit.source.tags), _tags(unit.target.tags), _normal)
    for raw, _, _ in _elements(found.missing):
        yield Hit(f"{raw} is missing", f"put {raw} where it belongs, as it is in the source")
    for ours, theirs in found.changed:
        right = quote(ours.raw)
        message = f"{quote(theirs.raw)} stands where the source has {right}"
        yield Hit(message, f"write {right}", theirs.span)
    for raw, name, span in _elements(_turning(unit, found.added)):
        remedy = _REMEDIES.get(name, "remove it, or write it as text: `&lt;` for `<`")
        yield Hit(f"{raw} is not in the source", remedy, span)


def _elements(tags: Sequence[Tag]) -> list[tuple[str, str, Span]]:
    """Return what to show of tags, with name and span: a pair as one, each kind once."""
    closing = _closing(tags)
    closed = set(closing.values())
    found: dict[str, tuple[str, str, Span]] = {}
    for at, tag in enumerate(tags):
        if at in closed:
            continue
        other = tags[closing[at]] if at in closing else None
        raw = f"{quote(tag.raw)}…{other.raw}" if other else quote(tag.raw)
        end = other.span[1] if other else tag.span[1]
        found.setdefault(raw, (raw, tag.name, (tag.span[0], end)))
    return list(found.values())


def _closing(tags: Sequence[Tag]) -> dict[int, int]:
    """Return, for each tag that is opened and closed again, where it is closed."""
    waiting: dict[str, list[int]] = {}
    pairs: dict[int, int] = {}
    for at, tag in enumerate(tags):
        if tag.kind == "open":
            waiting.setdefault(tag.name, []).append(at)
        elif tag.kind == "close" and waiting.get(tag.name):
            pairs[waiting[tag.name].pop()] = at
    return pairs


def _turning(unit: Unit, added: Sequence[Tag]) -> Sequence[Tag]:
    """Return what was added but for tags that only set the direction of Latin words in RTL text.

    Without them C++ comes out as ++C, and nothing but the direction can be said by them.
    """
    if unit.language.tag.partition("-")[0] not in _RIGHT_TO_LEFT:
        return added
    closing = _closing(added)
    harmless = {at for at, tag in enumerate(added) if _DIRECTION.fullmatch(tag.raw)}
    harmless |= {closing[at] for at in harmless if at in closing}
    return [tag for at, tag in enumerate(added) if at not in harmless]


def _tags(tags: Sequence[Tag]) -> list[Tag]:
    return [tag for tag in tags if tag.kind != "comment"]


def _normal(tag: Tag) -> str:
    return tag.normal


RULE = Rule(
    name="html-changed",
    summary="The HTML or JSX tags are not those of the source.",
    why="A tag lost or left open damages all that follows it, and a tag or attribute that the "
    "source lacks may load or run something foreign. The order of attributes makes no "
    "difference; the words in `alt`, `title` and their like are there to be translated. In "
    'languages written from right to left, `<bdi>` and `<span dir="ltr">` may be added.',
    severity=Severity.ERROR,
    check=PerMessage(_look),
    parts=Parts.TAGS,
    compares=True,
    examples=(
        Example("With C++", 'با <span dir="ltr">C++</span>', language="fa"),
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
            says=('<script src="//x.example/y.js">…</script> is not in the source',),
            hints=("remove it, or write it as text: `&lt;` for `<`",),
            marks=('<script src="//x.example/y.js"></script>',),
        ),
        Example(
            "A tokenizer, a model",
            "Un <i>tokenizer</i>, un <i>modèle</i>",
            says=("<i>…</i> is not in the source",),
            hints=("write *words*, since no tags may be added",),
            marks=("<i>tokenizer</i>",),
        ),
    ),
)
