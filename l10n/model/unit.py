"""A Unit: a Segment with its Message for one language, both sides parsed."""

from dataclasses import dataclass

from l10n.model.conventions import NONE, Conventions
from l10n.model.counterpart import Counterpart
from l10n.model.dialect import Dialect
from l10n.model.inline import Inline
from l10n.model.language import Language
from l10n.model.message import Message
from l10n.model.segment import Segment
from l10n.model.terms import TermMatches

EMPTY = Inline()
NO_TERMS = TermMatches()
ENGLISH = Language("en", "en")


@dataclass(frozen=True, slots=True)
class Unit:
    """What rules receive. ``source`` and ``target`` are empty where there is no translation.

    ``path`` and ``line`` are where a person edits: the catalog, or a translated post.
    """

    path: str
    line: int  # 1-based, 0 where there is none
    language: Language
    dialect: Dialect
    message: Message
    source: Inline = EMPTY
    target: Inline = EMPTY
    post: str = ""  # the Post's id
    segment: Segment | None = None  # None: the post no longer has it, or was not read
    refused: str = ""  # why a trial build had to leave the translation out
    end_line: int = 0  # inclusive, 0 where it is not known
    source_language: Language = ENGLISH
    terms: TermMatches = NO_TERMS  # of the glossary, in both sides
    conventions: Conventions = NONE
    counterpart: Counterpart | None = None  # None: the Message is in a catalog
