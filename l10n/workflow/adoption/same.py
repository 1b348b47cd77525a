"""Passages that a translation has in the source language: names and titles, or left undone."""

from collections.abc import Sequence

from l10n.markdown.inline import parse_inline
from l10n.markdown.segments import ReadPost
from l10n.model.language import Language
from l10n.model.message import Message
from l10n.model.rule import PerPost
from l10n.model.unit import Unit
from l10n.rules import RULES, select
from l10n.rules.text.same import same
from l10n.workflow.adoption.proposals import Proposal

_FEW, _SHARE = 3, 0.2  # of the passages, from which nothing is a title any more
(_RULE,) = select(RULES, ("text-untranslated",))


def untranslated(
    source: ReadPost,
    renderings: Sequence[Proposal],
    source_language: Language,
    language: Language,
) -> frozenset[int]:
    """Return the segments whose rendering is the source's own text, but for marks, and no name.

    What is one is up to the rule text-untranslated.
    """
    if not isinstance(_RULE.check, PerPost):
        raise TypeError("text-untranslated looks at posts")
    units: list[Unit] = []
    numbers: dict[int, int] = {}
    for each in renderings:
        segment = source.segments[each.segment]
        parsed = parse_inline(segment.msgid, source.dialect)
        unit = Unit(
            path="",
            line=0,
            language=language,
            dialect=source.dialect,
            message=Message(segment.msgid, each.text),
            source=parsed,
            target=parse_inline(each.text, source.dialect),
            segment=segment,
            source_language=source_language,
        )
        numbers[id(unit)] = each.segment
        units.append(unit)
    found = frozenset(
        numbers[id(hit.unit)]
        for hit in _RULE.check.look(tuple(units))
        if hit.unit is not None and id(hit.unit) in numbers
    )
    if len(found) < max(_FEW, len(units) * _SHARE):
        return found
    # A post that was begun, or built before it was: not even its titles were meant to stay.
    return found | {numbers[id(unit)] for unit in units if same(unit)}
