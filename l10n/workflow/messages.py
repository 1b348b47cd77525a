"""The messages of a post: what its catalogs hold, before anybody translates."""

from l10n.markdown.segments import ReadPost, heading_trails
from l10n.model.message import Message
from l10n.model.post import Post


def messages_of(post: Post, read: ReadPost) -> tuple[Message, ...]:
    """Return one untranslated Message for each different text of the post, in reading order.

    Text that occurs more than once is one message, as everywhere in gettext; its extracted
    comments say every place.
    """
    places: dict[str, dict[str, None]] = {}
    for segment, trail in zip(read.segments, heading_trails(read.segments), strict=True):
        place = f"{segment.kind} · {' › '.join(trail)}" if trail else segment.kind
        places.setdefault(segment.msgid, {})[" ".join(place.split())] = None
    return tuple(
        Message(msgid, extracted_comments=tuple(comments), references=(post.path,))
        for msgid, comments in places.items()
    )
