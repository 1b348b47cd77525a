"""A hand-translated post is aligned with its source, with what the glossary knows as evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from l10n.align import align
from l10n.glossary import Matcher
from l10n.markdown.passages import passages
from l10n.markdown.segments import ReadPost
from l10n.model.alignment import Alignment
from l10n.model.language import Language
from l10n.model.passage import Passage
from l10n.model.terms import Glossary, Rendering, Term

_NO_GLOSSARY = Glossary()


@dataclass(frozen=True, slots=True)
class Aligned:
    """Both posts cut into passages, and which of them correspond."""

    source_passages: tuple[Passage, ...]
    target_passages: tuple[Passage, ...]
    alignment: Alignment


def align_posts(
    source: ReadPost,
    target: ReadPost,
    source_language: Language,
    language: Language,
    glossary: Glossary = _NO_GLOSSARY,
) -> Aligned:
    """Return which passages of ``target`` translate which of ``source``; never raises."""
    ours, theirs = passages(source), passages(target)
    terms, renderings = _renderings(glossary, source_language.tag, language.tag)
    alignment = align(
        ours,
        theirs,
        source_language=source_language.tag,
        language=language.tag,
        source_marks=_marks(ours, Matcher(terms, language.tag, source_language.tag)),
        target_marks=_marks(theirs, Matcher(renderings, source_language.tag, language.tag)),
    )
    return Aligned(ours, theirs, alignment)


def _renderings(
    glossary: Glossary, source_language: str, language: str
) -> tuple[Glossary, Glossary]:
    """Return the terms that the language renders in words of its own, and their renderings.

    Both carry the source's term in ``note``. A term that is kept needs no glossary: the same
    word on both sides is evidence enough.
    """
    terms: list[Term] = []
    renderings: list[Term] = []
    for term in glossary.terms:
        rendering = term.rendering(language)
        if rendering is None or not rendering.use:
            continue
        terms.append(replace(term, note=term.term))
        back = Rendering(source_language, use=term.term)
        also = (*rendering.allow, *rendering.forms)
        renderings.append(Term(rendering.use, also, note=term.term, renderings=(back,)))
    return Glossary(terms=tuple(terms)), Glossary(terms=tuple(renderings))


def _marks(side: Sequence[Passage], matcher: Matcher) -> list[frozenset[str]]:
    return [
        frozenset(match.term.note for match in matcher.source(passage.text)) for passage in side
    ]
