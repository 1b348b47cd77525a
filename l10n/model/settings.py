"""Settings: `l10n.toml` as frozen values, already checked."""

from dataclasses import dataclass

from l10n.model.conventions import Rewrite
from l10n.model.dialect import Dialect
from l10n.model.finding import Severity
from l10n.model.language import Language


@dataclass(frozen=True, slots=True)
class PostGroup:
    """One ``[[posts]]`` table: which files are posts, and what becomes of them."""

    source: str  # glob, relative to the project
    target: str  # path template of the localized post
    dialect: Dialect | None = None  # None: guessed for each post
    front_matter: tuple[str, ...] = ()  # dotted keys whose text is translated
    set: tuple[tuple[str, str], ...] = ()  # key → value template written into the built post
    url: str | None = None  # address template, when links between posts follow the language
    attributes: tuple[str, ...] = ("alt", "title", "label", "aria-label", "placeholder", "caption")


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """A ``[check]`` table. Names are those of rules or of families."""

    select: tuple[str, ...] = ()  # empty: all
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity | None], ...] = ()  # None: off
    fail_on: Severity | None = None  # None: not said


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """An ``[engine.NAME]`` table. The engine itself knows which options it has."""

    name: str
    options: tuple[tuple[str, object], ...] = ()
    where: str = ""  # ``path:line``, for what is wrong with an option


@dataclass(frozen=True, slots=True)
class PrefillSettings:
    """The ``[prefill]`` table."""

    accept: int | None = None  # memory's score from which a person's translation is no draft
    min_score: int = 75  # memory's score below which nothing is proposed
    protect_kept: bool = True  # words that the glossary keeps are marks in what engines get


@dataclass(frozen=True, slots=True)
class Settings:
    """A whole project's configuration."""

    source_language: Language
    languages: tuple[Language, ...]
    posts: tuple[PostGroup, ...]
    name: str = ""  # for the Project-Id-Version of catalogs
    catalogs: str = "locales/{lang}/{post}.po"
    templates: str = "locales/templates/{post}.pot"
    glossary: str = "glossary.yml"
    min_complete: int = 100  # percent of messages a post needs before it is published
    check: CheckSettings = CheckSettings()
    language_checks: tuple[tuple[str, CheckSettings], ...] = ()  # by language tag
    memory: str = ".l10n/memory.sqlite"  # the translation memory
    rewrites: tuple[Rewrite, ...] = ()  # of ``[links]``
    spacing: tuple[tuple[str, str], ...] = ()  # house style of French spacing, by language tag
    engines: tuple[str, ...] = ()  # names, in the order in which they are asked
    engine_options: tuple[EngineSettings, ...] = ()
    prefill: PrefillSettings = PrefillSettings()
