"""Terms: the words of a project, how each language renders them, and where they were found."""

from dataclasses import dataclass
from enum import Enum

from l10n.model.inline import Span


@dataclass(frozen=True, slots=True)
class Rendering:
    """What one language makes of a Term."""

    language: str  # BCP 47 tag in its customary case
    use: str = ""  # the preferred rendering; empty where there is none, or the term is kept
    allow: tuple[str, ...] = ()  # right as well
    avoid: tuple[str, ...] = ()  # wrong here
    forms: tuple[str, ...] = ()  # inflections and derivations that count as the preferred one
    keep: bool = False  # the source's own word is the preferred rendering
    line: int = 0  # 1-based, 0 where it comes from no file


@dataclass(frozen=True, slots=True)
class Term:
    """One concept. ``renderings`` are in the order of the file."""

    term: str
    also: tuple[str, ...] = ()  # other shapes it takes in the source
    case_sensitive: bool = False
    keep: bool = False  # stays as it is in every language that says nothing else
    note: str = ""
    renderings: tuple[Rendering, ...] = ()
    line: int = 0
    shorthand: bool = False  # a name of the list `keep`

    @property
    def forms(self) -> tuple[str, ...]:
        """The term and its other shapes, as the source writes them."""
        return (self.term, *self.also)

    def rendering(self, language: str) -> Rendering | None:
        """Return what ``language`` makes of it, or None where nothing is said of that language.

        ``fr-CA`` takes what is said of ``fr`` where nothing is said of itself.
        """
        tag = language
        while tag:
            for rendering in self.renderings:
                if rendering.language == tag:
                    return rendering
            tag = tag.rpartition("-")[0]
        return Rendering(language, keep=True, line=self.line) if self.keep else None


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of a project in the order of the file; ``path`` is how errors call it."""

    path: str = ""
    terms: tuple[Term, ...] = ()


class Kind(Enum):
    """As what a Term was recognised; AVOID and CASE are worth a complaint."""

    SOURCE = "source"  # in the source text
    USE = "use"  # the preferred rendering
    KEEP = "keep"  # the source's own word, which is the preferred rendering
    FORM = "form"  # a listed form of the preferred rendering
    ALLOW = "allow"
    MENTION = "mention"  # the source's word in brackets, as at a first mention
    CASE = "case"  # a kept word in other capitals than it should have
    AVOID = "avoid"


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A Term found in a text. ``span`` counts characters of the message (Inline.text).

    ``form`` is what the glossary says, inflected or not in the text.
    """

    term: Term
    kind: Kind
    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class TermMatches:
    """The terms of a source text, and their renderings found in its translation.

    Both are in order of span. Different terms may share one span, otherwise no two spans overlap;
    where terms share a span of the source, one of them rendered is enough.
    """

    source: tuple[TermMatch, ...] = ()
    target: tuple[TermMatch, ...] = ()
    missing: tuple[TermMatch, ...] = ()  # first source match of each Term that is not rendered
    unsaid: tuple[TermMatch, ...] = ()  # Terms of the source that say nothing of the language
