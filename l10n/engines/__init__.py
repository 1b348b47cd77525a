"""Machine translation: what may not change is protected, and each engine is a file of its own.

A package adds one by an entry point of the group ``l10n.engines`` that names its `Offer`.
"""

from collections.abc import Iterable

from l10n.engines import apertium, ctranslate2, deepl, libretranslate, openai, pseudo
from l10n.engines.draft import Paid, Step, Task, draft
from l10n.engines.send import Sent, pack, send
from l10n.engines.terms import dictionary
from l10n.model.engine import Offer

GROUP = "l10n.engines"
OFFERS: tuple[Offer, ...] = (
    apertium.OFFER,
    ctranslate2.OFFER,
    deepl.OFFER,
    libretranslate.OFFER,
    openai.OFFER,
    pseudo.OFFER,
)


def offers(others: Iterable[object] = ()) -> dict[str, Offer]:
    """Return the engines that can be had by name: ours, and ``others`` found by entry point.

    What is no Offer is left out, and none takes the name of another: ours stay what they are.
    """
    found = {offer.name: offer for offer in OFFERS}
    for other in others:
        if isinstance(other, Offer):
            found.setdefault(other.name, other)
    return found


__all__ = (
    "GROUP",
    "OFFERS",
    "Paid",
    "Sent",
    "Step",
    "Task",
    "dictionary",
    "draft",
    "offers",
    "pack",
    "send",
)
