"""A Language: a BCP 47 tag, and what it becomes in paths."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language a project translates from or into; the tag was checked by whoever made it."""

    tag: str  # BCP 47 in its customary case: "pt-BR", "zh-Hans"
    path: str  # what {lang} becomes in paths and addresses; may be empty

    def __str__(self) -> str:
        return self.tag
