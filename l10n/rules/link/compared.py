"""The links of a Unit's two sides compared, for all rules that look at them."""

from l10n.model.inline import Link
from l10n.model.unit import Unit
from l10n.rules.addresses import normal
from l10n.rules.differences import Differences, compare


def links(unit: Unit) -> Differences[Link]:
    """Return how the links of the translation differ from the source's, by where they lead."""
    if not unit.source.links and not unit.target.links:
        return Differences()
    return compare(unit.source.links, unit.target.links, _address)


def _address(link: Link) -> str:
    return normal(link.target)
