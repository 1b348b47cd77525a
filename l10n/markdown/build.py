"""Translations become a localized post: Edits on the source's bytes, then a second look."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.markdown.frontmatter import write_scalar
from l10n.markdown.segments import ReadPost, read_skeleton
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


ADDS = "it would add or lose tags, Liquid or shortcodes that the source has otherwise"
BREAKS = "it would change the structure of the page"


def build_post(post: ReadPost, translations: Sequence[str | None]) -> Built:
    """Return the post with the translation of each of its segments written in.

    ``translations`` has one value per segment of ``post``; None, an empty one and one equal to
    the msgid leave the source's bytes alone. The block skeleton of what comes back is always
    that of the source: a translation that would change it is refused.
    """
    refused: list[Refused] = []
    front: list[Edit] = []
    body: list[tuple[Edit, Segment, str]] = []
    scalars = dict(post.scalars)
    for segment, text in zip(post.segments, translations, strict=True):
        if not text or text == segment.msgid or not text.strip():
            continue
        if segment.form is Form.SCALAR:
            front.append(write_scalar(post.data, scalars[segment.start], text))
            continue
        new = write_segment(segment, text, post.dialect)
        if new is None:
            refused.append(Refused(segment, text, ADDS))
        else:
            body.append((Edit(segment.start, segment.end, new), segment, text))
    kept = _keep_skeleton(post, [edit for edit, _, _ in body])
    refused += (Refused(segment, text, BREAKS) for edit, segment, text in body if edit not in kept)
    return Built(apply_edits(post.data, [*front, *kept]), tuple(refused))


def _keep_skeleton(post: ReadPost, edits: list[Edit]) -> set[Edit]:
    """Return those edits that together leave the block skeleton as it is.

    Tried all at once, then by halves: the price is one parse where nothing is wrong, and a
    logarithmic number of parses for each edit that is refused.
    """

    def same(candidates: list[Edit]) -> bool:
        built = apply_edits(post.data, candidates)
        # Offsets before the body do not move: the front matter's edits are not among these.
        return read_skeleton(built[post.body :], post.dialect) == post.skeleton

    def keep(accepted: list[Edit], candidates: list[Edit]) -> list[Edit]:
        if not candidates:
            return accepted
        together = [*accepted, *candidates]
        if same(together):
            return together
        if len(candidates) == 1:
            return accepted
        middle = len(candidates) // 2
        return keep(keep(accepted, candidates[:middle]), candidates[middle:])

    return set(keep([], edits))
