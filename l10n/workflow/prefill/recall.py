"""What the memory has for the messages of a sheet."""

from collections.abc import Sequence

from l10n.memory import Memory
from l10n.model.engine import Suggestion
from l10n.model.memory import Kind, Match, Origin
from l10n.model.settings import PrefillSettings
from l10n.workflow.memory import queries_of
from l10n.workflow.prefill.sheet import Key, Sheet
from l10n.workflow.prefill.vet import Proposal

_ALIKE = 60  # from this score on, a remembered translation is an example for an engine
_MATCHES = 3  # looked at for one message


def recall(
    sheet: Sheet, memory: Memory, kept: Sequence[str], settings: PrefillSettings
) -> dict[Key, tuple[Proposal, ...]]:
    """Return what the memory proposes for open messages, the best first.

    Matches too unlike to be proposed become the sheet's examples.
    """
    live = [message for message in sheet.file.catalog.messages if not message.obsolete]
    found: dict[Key, tuple[Proposal, ...]] = {}
    least = min(_ALIKE, settings.min_score)
    for message, query in zip(live, queries_of(live), strict=True):
        if message.key not in sheet.open:
            continue
        matches = memory.lookup(query, sheet.tag, least, _MATCHES, kept)
        good = [match for match in matches if match.score >= settings.min_score]
        if good:
            found[message.key] = tuple(_proposal(match, settings.accept) for match in good)
        sheet.examples[message.key] = tuple((match.source, match.target) for match in matches)
    return found


def _proposal(match: Match, accept: int | None) -> Proposal:
    suggestion = Suggestion(match.target, "memory", match.score, match.place)
    same = match.kind in (Kind.CONTEXT, Kind.EXACT) and not match.penalty
    confirmed = same and match.origin is Origin.HUMAN
    return Proposal(suggestion, accept is not None and confirmed and match.score >= accept)
