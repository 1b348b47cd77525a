"""What a translated post proposes for each segment of its source."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from l10n.markdown.segments import ReadPost
from l10n.model.adoption import Lines
from l10n.model.passage import Passage
from l10n.workflow.adoption.cut import cut
from l10n.workflow.adoption.texts import joined, spoken
from l10n.workflow.align import Aligned


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rendering of one segment. ``sure`` is 1.0 where it is known and not only likely."""

    segment: int  # index into the source's segments
    text: str
    score: float
    source: Lines
    target: Lines
    parts: tuple[int, ...] = ()  # segments of the target that it is made of
    cut: bool = False  # one part of a passage that renders several
    meant: bool = False  # a person paired it


@dataclass(frozen=True, slots=True)
class Spot:
    """A segment with the lines it stands on and its words."""

    lines: Lines
    text: str


def spots_of(passages: Sequence[Passage], read: ReadPost) -> dict[int, Spot]:
    """Return the segments of a post that count, that is all but those inside comments."""
    return {
        number: Spot((passage.line, passage.end_line), spoken(passage.text))
        for passage in passages
        for number in passage.segments
        if number < len(read.segments)
    }


def propose(
    aligned: Aligned,
    source: ReadPost,
    taken: Mapping[int, int],
) -> list[Proposal]:
    """Return what the aligned passages say of the segments of ``source``, in order.

    ``taken`` are segments of the source whose counterpart in the target is known already.
    """
    used = set(taken.values())
    ours = spots_of(aligned.source_passages, source)
    found: list[Proposal] = []
    for pair in aligned.alignment.pairs:
        heads = [n for at in pair.source for n in aligned.source_passages[at].segments]
        passages = [aligned.target_passages[at] for at in pair.target]
        passages = [one for one in passages if one.segments and not used.intersection(one.segments)]
        heads = [number for number in heads if number not in taken]
        if not heads or not passages:
            continue
        lines = min(one.line for one in passages), max(one.end_line for one in passages)
        parts = tuple(number for one in passages for number in one.segments)
        msgids = " ".join(source.segments[number].msgid for number in heads)
        texts = [spoken(one.text, msgids) for one in passages]
        if len(heads) == 1:
            segment = source.segments[heads[0]]
            rendering = joined(texts, segment)
            pieces = [rendering]
        else:
            whole = joined(texts, source.segments[heads[0]])
            pieces = cut(whole, [source.segments[number].msgid for number in heads])
        for number, text in zip(heads, pieces, strict=True):
            if text:
                several = len(heads) > 1
                spot = ours[number].lines
                found.append(Proposal(number, text, pair.score, spot, lines, parts, several))
    return sorted(found, key=lambda proposal: proposal.segment)


def by_hand(
    aligned: Aligned,
    source: ReadPost,
    wanted: Mapping[str, Lines],
    missing: Callable[[str], None],
) -> list[Proposal]:
    """Return proposals for the msgids that a person paired with lines of the target.

    ``missing`` is told of each msgid on whose lines there is no text.
    """
    ours = spots_of(aligned.source_passages, source)
    found: list[Proposal] = []
    for number, spot in ours.items():
        segment = source.segments[number]
        lines = wanted.get(segment.msgid)
        if lines is None:
            continue
        passages = [
            one
            for one in aligned.target_passages
            if one.segments and one.line <= lines[1] and lines[0] <= one.end_line
        ]
        text = joined([spoken(one.text, segment.msgid) for one in passages], segment)
        if text:
            parts = tuple(number for one in passages for number in one.segments)
            found.append(Proposal(number, text, 1.0, spot.lines, lines, parts, meant=True))
        else:
            missing(segment.msgid)
    return found
