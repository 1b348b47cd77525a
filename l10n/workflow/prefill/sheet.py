"""A Sheet: one post's catalog while it is being filled."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from l10n.catalog import CatalogFile, update_catalog
from l10n.model.message import Message
from l10n.model.plan import FileChange
from l10n.model.segment import Form, Segment
from l10n.workflow.build import Draft
from l10n.workflow.prefill.comment import untouched

Key = tuple[str | None, str]
# Where no sign can be escaped: what stands there is no Markdown, or has quotes around it.
LITERAL = frozenset({Form.SCALAR, Form.HTML, Form.ATTRIBUTE, Form.SCRIPT, Form.TITLE})


@dataclass(slots=True)
class Sheet:
    """A catalog with the messages to be filled, and what became of them so far.

    ``open`` are those without a good suggestion, by key, in reading order; ``new`` what replaces
    the catalog's messages. ``reasons`` say why a suggestion was no good.
    """

    draft: Draft
    file: CatalogFile
    open: dict[Key, Message]
    forms: Mapping[str, frozenset[Form]]  # of the places of a text, by msgid
    new: dict[Key, Message] = field(default_factory=dict)
    reasons: dict[Key, list[str]] = field(default_factory=dict)
    examples: dict[Key, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    unsent: set[Key] = field(default_factory=set)  # the budget, or a dry run, kept them back
    filled: dict[Key, str] = field(default_factory=dict)  # by what: "memory", an engine's name
    written: bytes = b""  # of the file, as far as it was written

    @property
    def tag(self) -> str:
        """The language's tag."""
        return self.draft.language.tag

    def because(self, key: Key, reason: str) -> None:
        """Note why a suggestion was no good."""
        known = self.reasons.setdefault(key, [])
        if reason not in known:
            known.append(reason)

    def literal(self, key: Key) -> bool:
        """Whether a message stands anywhere where nothing can be escaped."""
        return bool(LITERAL & self.forms.get(key[1], frozenset()))

    def change(self) -> FileChange | None:
        """Return what is to be written since the last time, if anything."""
        if not self.new:
            return None
        messages = tuple(
            message if message.obsolete else self.new.get(message.key, message)
            for message in self.file.catalog.messages
        )
        data = update_catalog(self.file, replace(self.file.catalog, messages=messages))
        before = self.written or self.file.data
        if data == before:
            return None
        self.written = data
        return FileChange(self.file.path, data, before)


def sheet_of(draft: Draft, redo: bool) -> Sheet | None:
    """Return what is to be filled of a post's catalog; None where there is no catalog.

    Those are the empty messages that the post has now, and with ``redo`` the drafts that are
    exactly as they were made.
    """
    if draft.catalog is None:
        return None
    segments: dict[str, list[Segment]] = {}
    for segment in draft.read.segments:
        segments.setdefault(segment.msgid, []).append(segment)
    wanted = {
        message.key: message
        for message in draft.catalog.catalog.messages
        if message.msgid in segments
        and not message.obsolete
        and message.msgid_plural is None
        and (not message.msgstr or (redo and untouched(message)))
    }
    forms = {
        msgid: frozenset(segment.form for segment in places) for msgid, places in segments.items()
    }
    return Sheet(draft, draft.catalog, wanted, forms)
