"""Progress: how far the translation of one post into one language is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of one post's messages by State, and of the words in their msgids."""

    language: str  # BCP 47 tag
    post: str  # the Post's id
    messages: int  # live ones, that is translated + draft + outdated + untranslated
    translated: int
    draft: int
    outdated: int
    untranslated: int
    words: int
    words_translated: int
