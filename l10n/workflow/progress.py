"""How far a translation is: counted over the messages its source has now."""

import re

from l10n.model.message import State
from l10n.model.progress import Progress
from l10n.workflow.build import Draft

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_MARKUP = re.compile(r"\]\([^()\s]*\)|`+[^`]*`+|<[^>]*>|https?://\S+")


def count_words(msgid: str) -> int:
    """Return the number of words in a msgid, code, tags and addresses left out.

    A run of letters is one word; Chinese and Japanese text counts by such runs, too.
    """
    return len(_WORD.findall(_MARKUP.sub(" ", msgid)))


def progress_of(draft: Draft) -> Progress:
    """Return the Progress of a post: over its distinct msgids as they are now.

    A msgid that the catalog does not know yet is untranslated.
    """
    messages = {
        message.msgid: message
        for message in (draft.catalog.catalog.messages if draft.catalog else ())
        if not message.obsolete
    }
    msgids = dict.fromkeys(segment.msgid for segment in draft.read.segments)
    states = dict.fromkeys(State, 0)
    words = translated = 0
    for msgid in msgids:
        message = messages.get(msgid)
        state = message.state if message else State.UNTRANSLATED
        states[state] += 1
        count = count_words(msgid)
        words += count
        translated += count if state is State.TRANSLATED else 0
    return Progress(
        language=draft.language.tag,
        post=draft.post.id,
        messages=len(msgids),
        translated=states[State.TRANSLATED],
        draft=states[State.DRAFT],
        outdated=states[State.OUTDATED],
        untranslated=states[State.UNTRANSLATED],
        words=words,
        words_translated=translated,
    )
