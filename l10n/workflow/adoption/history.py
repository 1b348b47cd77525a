"""What git says of a message and its renderings, where nothing else is known of their past."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from l10n.catalog import parse_catalog
from l10n.markdown.segments import ReadPost, read_post
from l10n.model.errors import InputError
from l10n.model.language import Language
from l10n.model.message import Message
from l10n.model.post import Post
from l10n.workflow.adoption.proposals import Proposal
from l10n.workflow.adoption.texts import digest


@dataclass(frozen=True, slots=True)
class Head:
    """A catalog and a translated post as they are in git's HEAD; None for what it has not."""

    catalog: bytes | None = None
    target: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Past:
    texts: dict[str, str]
    segments: frozenset[str]  # digests


def changes_since(
    head: Callable[[], Head], language: Language, target: ReadPost, post: Post | None
) -> Callable[[Message, Sequence[Proposal]], tuple[bool, bool] | None]:
    """Return what tells whether a message, and whether its renderings, changed since HEAD.

    It gives None where HEAD lacks one of the files, or one cannot be read. Git is asked once,
    and only if anything is asked at all.
    """

    @lru_cache(maxsize=1)
    def past() -> _Past | None:
        found = head()
        if found.catalog is None or found.target is None:
            return None
        group = post.group if post else None
        try:
            catalog = parse_catalog(found.catalog, "HEAD").catalog
            read = read_post(
                found.target,
                target.dialect,
                group.front_matter if group else (),
                group.attributes if group else ("alt", "title"),
            )
        except (InputError, UnicodeDecodeError):
            return None
        texts = {one.msgid: one.msgstr for one in catalog.messages if not one.obsolete}
        return _Past(texts, frozenset(digest(segment.msgid) for segment in read.segments))

    def changed(message: Message, renderings: Sequence[Proposal]) -> tuple[bool, bool] | None:
        known = past()
        if known is None:
            return None
        parts = [target.segments[at].msgid for each in renderings for at in each.parts]
        mine = known.texts.get(message.msgid, "") != message.msgstr
        theirs = any(digest(part) not in known.segments for part in parts)
        return mine, theirs

    return changed
