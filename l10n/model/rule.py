"""Rules: what each one says of itself, and the shape of what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntFlag

from l10n.model.conventions import NONE, Conventions
from l10n.model.counterpart import Counterpart
from l10n.model.dialect import Dialect
from l10n.model.finding import Fix, Severity
from l10n.model.inline import Span
from l10n.model.message import State
from l10n.model.terms import Term
from l10n.model.unit import Unit

FAMILIES = tuple(
    "link image markup code html placeholder number term text punctuation spacing length "
    "catalog post glossary".split()
)
FILLED = frozenset({State.TRANSLATED, State.DRAFT, State.OUTDATED})


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing a Rule found. ``span`` is a range of characters of the msgstr, if one spot is it.

    ``unit`` says which Unit it is about; a rule that looks at one Unit may leave it out. ``fix``
    repairs it without loss, no two ranges overlapping; empty where that needs a person.
    """

    message: str
    hint: str = ""
    span: Span | None = None
    unit: Unit | None = None
    fix: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class PerMessage:
    """A check that looks at one Unit at a time."""

    look: Callable[[Unit], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class PerCatalog:
    """A check that looks at all Units of one catalog; its Hits name their Unit."""

    look: Callable[[tuple[Unit, ...]], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class PerPost:
    """A check that looks at all Units of one post, in every language; its Hits name their Unit."""

    look: Callable[[tuple[Unit, ...]], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class PerLanguage:
    """A check that looks at all Units of one language, in every post; its Hits name their Unit."""

    look: Callable[[tuple[Unit, ...]], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class PerIgnore:
    """A check that looks at each name in a comment ``l10n: ignore NAME`` that silences nothing.

    It is given the name, and the names that could stand there.
    """

    look: Callable[[str, tuple[str, ...]], Iterator[Hit]]


Check = PerMessage | PerCatalog | PerPost | PerLanguage | PerIgnore


@dataclass(frozen=True, slots=True)
class Example:
    """A message and what the Rule says of it: a test, and a piece of the Rule's page.

    ``says`` holds each Hit's message, ``hints`` its hint and ``marks`` the marked text of the
    translation ("" where nothing is marked), in order. ``fixed`` is the translation after
    ``check --fix``. ``others`` are (source, translation) of other messages of the catalog, and
    ``terms`` the glossary.
    """

    source: str
    target: str
    says: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    state: State = State.TRANSLATED
    refused: str = ""
    dialect: Dialect = Dialect.GFM
    comments: tuple[str, ...] = ()  # of the translator
    fixed: str = ""  # empty: there is nothing that can be repaired without a person
    language: str = "fr"
    others: tuple[tuple[str, str], ...] = ()
    terms: tuple[Term, ...] = ()
    conventions: Conventions = NONE
    counterpart: Counterpart | None = None


class Parts(IntFlag):
    """What a message must hold, on either side, for a Rule to have anything to say of it."""

    ANY = 0  # the text alone will do
    LINKS = 1
    IMAGES = 2
    CODE = 4
    TAGS = 8
    PLACEHOLDERS = 16
    FOOTNOTES = 32
    LABELS = 64


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with all that a person needs to know about it.

    It receives Units in one of ``states`` only. The runner applies selection, severity and
    ignores; a Rule reads no configuration.
    """

    name: str  # "family-what", naming what is found; never used again for something else
    summary: str  # one sentence, for lists
    why: str  # what goes wrong where it is not mended, and what is left alone on purpose
    severity: Severity  # of drafts and outdated messages, never more than a warning
    check: Check
    examples: tuple[Example, ...]
    states: frozenset[State] = FILLED
    sourceless: bool = False  # looks at what a post has and its source has not, as well
    parts: Parts = Parts.ANY  # PerMessage only: it is not asked about messages with none of them
    compares: bool = False  # PerMessage only: nor about a translation that is the source's text

    @property
    def family(self) -> str:
        """The part of the name before its first hyphen."""
        return self.name.partition("-")[0]

    @property
    def fixable(self) -> bool:
        """Whether it can repair anything of what it finds: an example shows it."""
        return any(example.fixed for example in self.examples)
