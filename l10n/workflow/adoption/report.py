"""The report of an adoption: what corresponds, what was filled, what a person should look at."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from l10n.catalog import CatalogFile
from l10n.markdown.segments import ReadPost
from l10n.model.adoption import Adoption, Lines, Listed, Matter
from l10n.model.message import Message, State
from l10n.model.passage import Passage
from l10n.workflow.adoption.decide import Verdict, key_of
from l10n.workflow.adoption.proposals import spots_of
from l10n.workflow.align import Aligned

_OPAQUE = ("code", "html")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"\w+://\S+")
_EMPTY = (State.UNTRANSLATED, State.OBSOLETE)
_DRAFTS = (State.DRAFT, State.OUTDATED)


def outline(post: str, paths: tuple[str, str], aligned: Aligned) -> Adoption:
    """Return how two posts correspond, without a catalog; ``paths`` are theirs."""
    sources, targets = aligned.source_passages, aligned.target_passages
    alignment = aligned.alignment
    return Adoption(
        post,
        *paths,
        tuple(
            (
                _range([sources[at] for at in pair.source]),
                _range([targets[at] for at in pair.target]),
                pair.score,
            )
            for pair in alignment.pairs
        ),
        tuple(_range([sources[at]]) for at in alignment.source_only),
        tuple(_range([targets[at]]) for at in alignment.target_only),
        segments=sum(len(passage.segments) for passage in sources),
    )


def report_of(
    adoption: Adoption,
    aligned: Aligned,
    source: ReadPost,
    file: CatalogFile,
    verdicts: Sequence[Verdict],
    same: Mapping[int, Lines],
    used: frozenset[int],
) -> Adoption:
    """Return ``adoption`` with what became of the messages of ``file``.

    ``same`` are segments that stand in the source language, with the lines where they do;
    ``used`` segments of the translation that a message was given.
    """
    ours = spots_of(aligned.source_passages, source)
    now = {verdict.message.msgid: verdict.message for verdict in verdicts}
    before = {message.msgid: message for message in file.catalog.messages}
    states = {number: now[source.segments[number].msgid].state for number in ours}
    listed = [one for verdict in verdicts for one in verdict.listed]
    told = {one.text for one in listed if one.matter is Matter.DOUBT}
    for number, spot in ours.items():
        msgid = source.segments[number].msgid
        if states[number] is State.UNTRANSLATED and msgid not in told:
            matter = Matter.SAME if number in same else Matter.UNPAIRED
            key = key_of(msgid)
            listed.append(Listed(matter, spot.lines, same.get(number), msgid, key=key))
    listed += (
        Listed(
            Matter.EXTRA,
            target=_range([passage]),
            translation=passage.text.text,
            key=key_of("", passage.text.text),
        )
        for passage in aligned.target_passages
        if passage.segments and not used.intersection(passage.segments)
    )
    listed += _unread(aligned)
    order = list(Matter)
    listed.sort(key=lambda one: (order.index(one.matter), one.source or one.target or (0, 0)))
    filled = sum(state is State.TRANSLATED for state in states.values())
    doubtful = sum(state in _DRAFTS for state in states.values())
    return replace(
        adoption,
        filled=filled,
        doubtful=doubtful,
        unpaired=len(states) - filled - doubtful,
        adopted=sum(
            _filled(message) and not _filled(before[msgid]) for msgid, message in now.items()
        ),
        updated=sum(
            _filled(before[msgid]) and message != before[msgid] for msgid, message in now.items()
        ),
        listed=tuple(listed),
    )


def _unread(aligned: Aligned) -> Iterator[Listed]:
    """Yield the blocks without text for catalogs that have words their counterpart has not."""
    sources, targets = aligned.source_passages, aligned.target_passages
    origins = {at: pair.source for pair in aligned.alignment.pairs for at in pair.target}
    for at, passage in enumerate(targets):
        if passage.segments or passage.kind not in _OPAQUE:
            continue
        known = Counter(word for n in origins.get(at, ()) for word in _words(sources[n].raw))
        if Counter(_words(passage.raw)) - known:
            key = key_of("", passage.raw)
            lines = _range([passage])
            yield Listed(Matter.UNREAD, target=lines, translation=passage.raw, key=key)


def _words(raw: str) -> list[str]:
    return _WORD.findall(_ADDRESS.sub(" ", raw))


def _filled(message: Message) -> bool:
    return message.state not in _EMPTY


def _range(passages: Sequence[Passage]) -> Lines:
    return min(each.line for each in passages), max(each.end_line for each in passages)
