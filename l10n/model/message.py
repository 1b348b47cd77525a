"""Messages and Catalogs: what a PO file says, free of how it was laid out."""

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """Where a Message stands. Drafts and outdated messages are both fuzzy in the file."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    TRANSLATED = "translated"
    OUTDATED = "outdated"
    OBSOLETE = "obsolete"

    __hash__ = object.__hash__  # Enum's own takes long, and a check asks for it often


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a Catalog. Strings are unescaped; comments are without their markers."""

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    msgid_plural: str | None = None
    msgstr_plural: tuple[str, ...] = ()
    previous_msgid: str | None = None
    previous_msgctxt: str | None = None
    flags: tuple[str, ...] = ()
    translator_comments: tuple[str, ...] = ()  # "# …", one per line
    extracted_comments: tuple[str, ...] = ()  # "#. …", one per line
    references: tuple[str, ...] = ()  # "#: …", decoded: a path may hold blanks
    obsolete: bool = False

    @property
    def key(self) -> tuple[str | None, str]:
        """What makes a Message unique in its Catalog."""
        return self.msgctxt, self.msgid

    @property
    def fuzzy(self) -> bool:
        """Whether the translation still waits for a person to confirm it."""
        return "fuzzy" in self.flags

    @property
    def state(self) -> State:
        """The Message's State, derived from what the file says and nothing else."""
        if self.obsolete:
            return State.OBSOLETE
        filled = all(self.msgstr_plural) if self.msgstr_plural else bool(self.msgstr)
        if not filled:
            return State.UNTRANSLATED
        if not self.fuzzy:
            return State.TRANSLATED
        return State.DRAFT if self.previous_msgid is None else State.OUTDATED


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO file's header fields in order, its header comment lines, and its Messages."""

    header: tuple[tuple[str, str], ...] = ()
    header_comments: tuple[str, ...] = ()
    header_flags: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()

    def field(self, name: str) -> str | None:
        """Return the header field ``name`` (any case), or None where it is absent."""
        wanted = name.lower()
        return next((value for key, value in self.header if key.lower() == wanted), None)
