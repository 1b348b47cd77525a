"""Translations become a localized post: Edits on the source's bytes, then a second look."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.markdown.frontmatter import write_scalar
from l10n.markdown.second_look import keep_skeleton, keeps_skeleton
from l10n.markdown.segments import ReadPost
from l10n.markdown.write import write_segment
from l10n.model.edit import Edit, apply_edits
from l10n.model.segment import Form, Segment


@dataclass(frozen=True, slots=True)
class Refused:
    """A translation left out of the built post, and why; the source's words stand there."""

    segment: Segment
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Built:
    """A localized post, and what could not go into it."""

    data: bytes
    refused: tuple[Refused, ...]


ADDS = "it would add or lose tags, Liquid, shortcodes or footnotes that the source has otherwise"
BREAKS = "it would change the structure of the page"


def build_post(post: ReadPost, translations: Sequence[str | None]) -> Built:
    """Return the post with the translation of each of its segments written in.

    ``translations`` has one value per segment of ``post``; None, an empty one and one equal to
    the msgid leave the source's bytes alone. The block skeleton of what comes back is always
    that of the source: a translation that would change it is refused.
    """
    refused: list[Refused] = []
    front: list[Edit] = []
    body: list[Edit] = []
    written: list[tuple[Segment, str]] = []
    scalars = dict(post.scalars)
    for segment, text in zip(post.segments, translations, strict=True):
        if not text or text == segment.msgid or not text.strip():
            continue
        if segment.form is Form.SCALAR:
            scalar = scalars[segment.start]
            before, _, after = scalar.value.partition(segment.msgid)
            front.append(write_scalar(post.data, scalar, before + text.strip("\n") + after))
            continue
        new = write_segment(segment, text, post.dialect)
        if new is None:
            refused.append(Refused(segment, text, ADDS))
        else:
            body.append(Edit(segment.start, segment.end, new))
            written.append((segment, text))
    data = apply_edits(post.data, body)
    kept = body
    if not keeps_skeleton(post, data):
        kept = keep_skeleton(post, body)
        places = {edit.start for edit in kept}
        refused += (Refused(*pair, BREAKS) for pair in written if pair[0].start not in places)
        refused.sort(key=lambda refusal: refusal.segment.start)
    if front or kept is not body:
        data = apply_edits(post.data, [*front, *kept])
    return Built(data, tuple(refused))
