"""The comment of a draft: where it has its words from, and how it is known again.

Only translators' comments outlive every editor, so all that is to be known of a draft stands
there. Eight hexadecimal digits of a digest of the message tell whether it is still what was
written: a draft that somebody touched is theirs.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from l10n.model.engine import Suggestion
from l10n.model.message import Message, State

_LONGEST = 120  # characters of a model's name or a path
_DRAFT = re.compile(r"l10n: draft by .*, \d{4}-\d\d-\d\d \[([0-9a-f]{8})\]\s*")
_TAKEN = re.compile(r"l10n: taken from .*, \d{4}-\d\d-\d\d\s*")


def drafted(message: Message, suggestion: Suggestion, date: str) -> Message:
    """Return ``message`` with what was suggested, as a draft; ``date`` is in ISO 8601."""
    digest = _digest(message.msgid, suggestion.text)
    comment = f"l10n: draft by {_origin(suggestion)}, {date} [{digest}]"
    flags = message.flags if message.fuzzy else ("fuzzy", *message.flags)
    return _with(message, suggestion.text, comment, flags)


def taken(message: Message, suggestion: Suggestion, date: str) -> Message:
    """Return ``message`` with what was suggested, as translated."""
    comment = f"l10n: taken from {_origin(suggestion)}, {date}"
    flags = tuple(flag for flag in message.flags if flag != "fuzzy")
    return _with(message, suggestion.text, comment, flags)


def untouched(message: Message) -> bool:
    """Whether a message is a draft of ours, exactly as it was written."""
    if message.state is not State.DRAFT or message.msgid_plural is not None:
        return False
    marks = [match[1] for each in message.translator_comments if (match := _DRAFT.fullmatch(each))]
    return _digest(message.msgid, message.msgstr) in marks


def _with(message: Message, text: str, comment: str, flags: Sequence[str]) -> Message:
    others = tuple(
        each
        for each in message.translator_comments
        if not _DRAFT.fullmatch(each) and not _TAKEN.fullmatch(each)
    )
    return replace(
        message,
        msgstr=text,
        flags=tuple(flags),
        translator_comments=(*others, comment),
        previous_msgid=None,
        previous_msgctxt=None,
    )


def _origin(suggestion: Suggestion) -> str:
    parts = [suggestion.origin]
    if suggestion.score is not None:
        parts.append(f"{suggestion.score} %")
    # A server or a file of another tool said it.
    printable = "".join(filter(str.isprintable, " ".join(suggestion.detail.split())))
    detail = printable[:_LONGEST]
    return ", ".join([*parts, detail] if detail else parts)


def _digest(msgid: str, msgstr: str) -> str:
    return sha256(json.dumps([msgid, msgstr]).encode()).hexdigest()[:8]
