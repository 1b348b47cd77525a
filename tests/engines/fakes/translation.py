"""What a fake engine makes of words: nothing a person would, but every mark in its place."""

import re

_KEPT = re.compile(r"(<x [^<>/]*>[^<>]*</x>|<[^<>]*>|&#?\w+;|[A-Z]P[OCH][0-9]+[A-Z])")


def translated(text: str) -> str:
    """Return ``text`` with its words in reverse letters, and marks and entities as they are."""
    parts = _KEPT.split(text)
    parts[::2] = [re.sub(r"[A-Za-z]{2,}", lambda word: word[0][::-1], part) for part in parts[::2]]
    return "".join(parts)
