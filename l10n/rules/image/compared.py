"""The images of a Unit's two sides compared, for all rules that look at them."""

from l10n.model.inline import Image
from l10n.model.unit import Unit
from l10n.rules.addresses import normal
from l10n.rules.differences import Differences, compare
from l10n.rules.legitimate import legitimate


def images(unit: Unit) -> Differences[Image]:
    """Return how the images of the translation differ from the source's, by their address.

    One for readers of the translation, in its place, is no difference.
    """
    if not unit.source.images and not unit.target.images:
        return Differences()

    def same(ours: Image, theirs: Image) -> bool:
        return legitimate(unit, ours.target, theirs.target)

    return compare(unit.source.images, unit.target.images, _address, same)


def _address(image: Image) -> str:
    return normal(image.target)
