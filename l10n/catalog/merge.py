"""Merge: the messages of a post as it is now take over what translators did before."""

from collections.abc import Sequence
from dataclasses import replace

from l10n.model.message import Catalog, Message


def merge(old: Catalog, fresh: Sequence[Message]) -> Catalog:
    """Return ``old`` brought to ``fresh``, the post's messages in reading order."""
    before = {message.key: message for message in old.messages}
    merged: list[Message] = []
    for message in fresh:
        known = before.pop(message.key, None)
        if known is None:
            merged.append(message)
            continue
        merged.append(
            replace(
                known,
                obsolete=False,
                extracted_comments=message.extracted_comments,
                references=message.references,
            )
        )
    merged += (
        replace(message, obsolete=True, extracted_comments=(), references=())
        for message in before.values()
        if message.msgstr or any(message.msgstr_plural)
    )
    return replace(old, messages=tuple(merged))
