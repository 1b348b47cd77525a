"""A post's bytes become its segments, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.markdown.body import read_body
from l10n.markdown.dialects import OPTIONS
from l10n.markdown.frontmatter import FrontMatter, Scalar, find_front_matter, read_scalars
from l10n.markdown.hidden import Hidden, hide
from l10n.markdown.skeleton import Skeleton, read_skeleton, skeleton_of
from l10n.markdown.trails import heading_trails
from l10n.model.dialect import Dialect
from l10n.model.segment import Form, Segment

__all__ = ["ReadPost", "heading_trails", "read_post", "read_skeleton"]

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class ReadPost:
    """A source post as it was read: what `build_post` needs to write a translation of it."""

    data: bytes
    dialect: Dialect
    body: int  # byte offset of the Markdown behind BOM and front matter
    segments: tuple[Segment, ...]
    hidden: Hidden
    front: FrontMatter | None
    scalars: tuple[tuple[int, Scalar], ...]  # start offset → what the front matter room needs

    @property
    def skeleton(self) -> Skeleton:
        """The block skeleton of the body, made anew each time: only builds need it."""
        return skeleton_of(self.hidden, OPTIONS[self.dialect])


def read_post(
    data: bytes,
    dialect: Dialect,
    front_matter: Sequence[str] = (),
    attributes: Sequence[str] = ("alt", "title"),
    path: str = "",
) -> ReadPost:
    """Return what is translatable in the UTF-8 bytes of a post.

    ``front_matter`` names the dotted keys to offer, ``attributes`` those of HTML and JSX tags.
    Raises InputError when the front matter is needed and cannot be parsed, and
    UnicodeDecodeError for bytes that are not UTF-8; never anything else on content.
    """
    data.decode()
    front = find_front_matter(data)
    body = front.body if front else len(BOM) if data.startswith(BOM) else 0
    scalars = read_scalars(data, front, front_matter, path) if front and front_matter else ()
    found = [
        # The line end of a block scalar is layout: gettext wants it in both strings or in none.
        Segment(
            scalar.value.strip("\n"),
            scalar.start,
            scalar.end,
            Form.SCALAR,
            f"front matter: {scalar.key}",
        )
        for scalar in scalars
    ]
    hidden = hide(data[body:], dialect, attributes)
    segments = read_body(data[body:], hidden, dialect, attributes, body)
    return ReadPost(
        data,
        dialect,
        body,
        (*found, *segments),
        hidden,
        front,
        tuple((scalar.start, scalar) for scalar in scalars),
    )
