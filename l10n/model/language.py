"""A Language: a BCP 47 tag, and the two other forms it takes in files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language a project translates from or into; the tag was checked by whoever made it."""

    tag: str  # BCP 47 in its customary case: "pt-BR", "zh-Hans"
    path: str  # what {lang} becomes in paths and addresses; may be empty

    @property
    def gettext(self) -> str:
        """The form of PO headers: "pt_BR", "zh_Hans"."""
        return self.tag.replace("-", "_")

    def __str__(self) -> str:
        return self.tag
