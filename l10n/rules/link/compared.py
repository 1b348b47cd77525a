"""The links of a Unit's two sides compared, for all rules that look at them."""

from l10n.model.inline import Link
from l10n.model.unit import Unit
from l10n.rules.addresses import normal
from l10n.rules.differences import Differences, compare
from l10n.rules.legitimate import legitimate


def links(unit: Unit) -> Differences[Link]:
    """Return how the links of the translation differ from the source's, by where they lead.

    One that leads to the same page for readers of the translation is no difference.
    """
    if not unit.source.links and not unit.target.links:
        return Differences()

    def same(ours: Link, theirs: Link) -> bool:
        return legitimate(unit, ours.target, theirs.target)

    return compare(unit.source.links, unit.target.links, _address, same)


def _address(link: Link) -> str:
    return normal(link.target)
