"""What a catalog and a post last had in common: the base of every later comparison.

Kept on one machine only, and made anew by every build and adoption. Without it nothing is known,
which is always safe: differences are then conflicts.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from l10n.markdown.segments import ReadPost
from l10n.workflow.adoption.texts import digest

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Seen:
    """One translated post as last seen.

    ``file`` is the digest of its bytes, "" while something of it is unsettled. ``messages``
    maps the digest of a msgid to those of its renderings: first the one that catalog and post
    agree on, then those of the post that were passed over.
    """

    file: str = ""
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Synced:
    """What was seen of the translations of one post in one language, by path."""

    posts: Mapping[str, Seen] = field(default_factory=dict)

    def settled(self, path: str, data: bytes) -> bool:
        """Whether nobody has changed the file at ``path`` since, as far as is known."""
        seen = self.posts.get(path)
        return seen is None or seen.file == file_digest(data)

    def with_seen(self, path: str, seen: Seen) -> "Synced":
        """Return it with what is now known of one file."""
        return replace(self, posts={**self.posts, path: seen})


def file_digest(data: bytes) -> str:
    """Return the digest by which a file is known again."""
    return sha256(data).hexdigest()[:32]


def read_synced(data: bytes | None) -> Synced:
    """Return what was written down; nothing where it is absent, damaged or of another version."""
    try:
        found = json.loads(data or b"{}")
        if found.get("version") != _VERSION:
            return Synced()
        return Synced(
            {
                str(path): Seen(
                    str(seen["file"]),
                    {str(key): tuple(map(str, each)) for key, each in seen["messages"].items()},
                )
                for path, seen in found["posts"].items()
            }
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return Synced()


def write_synced(synced: Synced) -> bytes:
    """Return ``synced`` as bytes that read_synced() reads."""
    posts = {
        path: {"file": seen.file, "messages": dict(sorted(seen.messages.items()))}
        for path, seen in sorted(synced.posts.items())
    }
    return json.dumps({"version": _VERSION, "posts": posts}, indent=0).encode() + b"\n"


def synced_build(
    synced: Synced, path: str, data: bytes, read: ReadPost, texts: Mapping[str, str]
) -> Synced:
    """Return what is known once a build has written ``data``, with ``texts`` by msgid in it."""
    old = synced.posts.get(path, Seen()).messages
    messages: dict[str, tuple[str, ...]] = {}
    for segment in read.segments:
        key = digest(segment.msgid)
        text = texts.get(segment.msgid)
        # The source stands there by our own hand, and what a draft was made of is still known.
        kept = (digest(text),) if text else (*old.get(key, ()), key)
        messages[key] = tuple(dict.fromkeys(kept))
    return synced.with_seen(path, Seen(file_digest(data), messages))
