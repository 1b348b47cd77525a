"""Parts that a translation has exactly as its source: code, tags, placeholders."""

from collections.abc import Callable, Iterator, Sequence

from l10n.model.rule import Hit
from l10n.rules.differences import P, compare
from l10n.rules.quote import quote


def changes(
    source: Sequence[P], target: Sequence[P], key: Callable[[P], str], raw: Callable[[P], str]
) -> Iterator[Hit]:
    """Yield a Hit for each part that is missing, changed or added.

    ``key`` gives what is compared, ``raw`` what is shown of a part.
    """
    found = compare(source, target, key)
    for part in found.missing:
        shown = quote(raw(part))
        yield Hit(f"{shown} is missing", f"put {shown} where it belongs, as it is in the source")
    for ours, theirs in found.changed:
        right, wrong = quote(raw(ours)), quote(raw(theirs))
        yield Hit(f"{wrong} stands where the source has {right}", f"write {right}", theirs.span)
    for part in found.added:
        yield Hit(
            f"{quote(raw(part))} is not in the source",
            "remove it, or write its characters so that they are read as text",
            part.span,
        )
