"""A hand-translated post is aligned with its source, with what the glossary knows as evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from l10n.align import align
from l10n.glossary import Matcher
from l10n.markdown.passages import passages
from l10n.markdown.segments import ReadPost
from l10n.model.alignment import Alignment
from l10n.model.language import Language
from l10n.model.passage import Passage
from l10n.model.terms import Glossary, Rendering, Term

_NO_GLOSSARY = Glossary()
_WEIGHT = 3  # terms: what a whole text that is remembered says, beside one word of it
_NOTHING: Mapping[str, str] = MappingProxyType({})


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
    remembered: Mapping[str, str] = _NOTHING,
) -> Aligned:
    """Return which passages of ``target`` translate which of ``source``; never raises.

    ``remembered`` holds translations that are known, by source text: where both stand, they
    speak for a pair as a term and its rendering do.
    """
    ours, theirs = passages(source), passages(target)
    terms, renderings = _renderings(glossary, source_language.tag, language.tag)
    known, said = _known(ours, theirs, remembered)
    alignment = align(
        ours,
        theirs,
        source_language=source_language.tag,
        language=language.tag,
        source_marks=_marks(ours, Matcher(terms, language.tag, source_language.tag), known),
        target_marks=_marks(theirs, Matcher(renderings, source_language.tag, language.tag), said),
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


def _known(
    ours: Sequence[Passage], theirs: Sequence[Passage], remembered: Mapping[str, str]
) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return by text what marks the passages whose translation is remembered, and stands there."""
    there = {passage.text.text for passage in theirs}
    pairs = {
        passage.text.text: remembered[passage.text.text]
        for passage in ours
        if remembered.get(passage.text.text, "") in there - {""}
    }
    marks = {text: frozenset(f"{n} remembered: {text}" for n in range(_WEIGHT)) for text in pairs}
    return marks, {pairs[text]: own for text, own in marks.items()}


def _marks(
    side: Sequence[Passage], matcher: Matcher, known: Mapping[str, frozenset[str]]
) -> list[frozenset[str]]:
    return [
        frozenset(match.term.note for match in matcher.source(passage.text))
        | known.get(passage.text.text, frozenset())
        for passage in side
    ]
