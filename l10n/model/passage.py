"""A Passage: one block of a post as alignment sees it, whether there is anything to translate."""

from dataclasses import dataclass

from l10n.model.inline import Inline


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment of a post, or a block without words: an image, code, HTML.

    ``line`` and ``end_line`` are 1-based lines of the file, both inclusive.
    """

    kind: str  # as in Segment.kind; "image", "code", "html", "front matter" … without a segment
    text: Inline  # the segment's message parsed; empty without a segment
    raw: str  # the source text of the block
    line: int
    end_line: int
    segments: tuple[int, ...] = ()  # indexes into ReadPost.segments
