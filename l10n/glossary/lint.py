"""What a glossary says against itself, and what it says for nothing."""

from collections.abc import Iterable, Iterator, Sequence

from l10n.glossary.match import Matcher
from l10n.model.finding import Finding, Severity
from l10n.model.inline import Inline
from l10n.model.terms import Glossary, Rendering, Term

CONTRADICTION, UNUSED, LANGUAGE = "glossary-contradiction", "glossary-unused", "glossary-language"


def lint(
    glossary: Glossary,
    source_language: str,
    languages: Sequence[str] = (),
    sources: Sequence[Inline] = (),
) -> tuple[Finding, ...]:
    """Return what is contradictory or unused in ``glossary``, by line.

    ``languages`` are the tags of the project, ``sources`` the messages of its posts; without them
    nothing is said about languages it has not, or about terms that are not in the posts.
    """
    found = [*_within_terms(glossary), *_between_terms(glossary)]
    found += (
        _finding(glossary, WARNING, LANGUAGE, rendering.line, rendering.language, says, hint)
        for term in glossary.terms
        for rendering in term.renderings
        if languages and not _spoken(rendering.language, languages)
        for says in (f'"{rendering.language}" is not a language of this project',)
        for hint in (f"the project has {', '.join(languages)}",)
    )
    found += _unused(glossary, source_language, sources) if sources else ()
    return tuple(sorted(found, key=lambda finding: finding.line))


ERROR, WARNING = Severity.ERROR, Severity.WARNING


def _within_terms(glossary: Glossary) -> Iterator[Finding]:
    for term in glossary.terms:
        for rendering in term.renderings:
            for says, hint in _quarrels(term, rendering):
                yield _finding(
                    glossary, ERROR, CONTRADICTION, rendering.line, rendering.language, says, hint
                )


def _quarrels(term: Term, rendering: Rendering) -> Iterator[tuple[str, str]]:
    if rendering.keep and rendering.use:
        yield (
            f'"{term.term}" is kept, and "{rendering.use}" is to be used for it',
            "remove keep or use",
        )
    avoided = {form.casefold(): form for form in rendering.avoid}
    groups = (
        ("kept", term.forms if rendering.keep else ()),
        ("to be used", (rendering.use,)),
        ("allowed", rendering.allow),
        ("a form of what is to be used", rendering.forms),
    )
    for said, forms in groups:
        for form in forms:
            if form.casefold() in avoided:
                yield f'"{form}" is {said} and avoided', "remove one of the two"


def _between_terms(glossary: Glossary) -> Iterator[Finding]:
    seen: dict[str, tuple[Term, str]] = {}
    for term in glossary.terms:
        for form in dict.fromkeys(term.forms):
            # A name told from a common word by its capitals is no double: "Tokenizers".
            key = form if term.case_sensitive else form.casefold()
            other = seen.setdefault(key, (term, form))[0]
            if other is not term and term.case_sensitive == other.case_sensitive:
                yield _finding(
                    glossary,
                    ERROR,
                    CONTRADICTION,
                    term.line,
                    "",
                    f'"{form}" is in two terms, "{other.term}" on line {other.line} and this one',
                    "merge the two, or leave the form to one of them",
                )
    preferred: dict[tuple[str, str], Term] = {}
    for term in glossary.terms:
        for rendering in term.renderings:
            if rendering.use:
                preferred.setdefault((rendering.language, rendering.use.casefold()), term)
    for term in glossary.terms:
        for rendering in term.renderings:
            for form in rendering.avoid:
                other_term = preferred.get((rendering.language, form.casefold()))
                if other_term is not None and other_term is not term:
                    yield _finding(
                        glossary,
                        WARNING,
                        CONTRADICTION,
                        rendering.line,
                        rendering.language,
                        f'"{form}" is avoided here and to be used for "{other_term.term}" on line'
                        f" {other_term.line}",
                        "fine where the two differ in meaning; a text with both is not reported",
                    )


def _unused(
    glossary: Glossary, source_language: str, sources: Iterable[Inline]
) -> Iterator[Finding]:
    """Find terms that no source holds; each is looked for alone, whatever is longer."""
    used: set[int] = set()
    # Compiled as if every term were kept in a language of its own, so that none is left out.
    everything = Glossary(terms=tuple(_bare(term) for term in glossary.terms))
    lines = {id(bare): term for bare, term in zip(everything.terms, glossary.terms, strict=True)}
    matcher = Matcher(everything, "und", source_language)
    for inline in sources:
        used.update(id(lines[id(match.term)]) for match in matcher.source(inline, nested=True))
    for term in glossary.terms:
        if id(term) not in used:
            yield _finding(
                glossary,
                WARNING,
                UNUSED,
                term.line,
                "",
                f'"{term.term}" is in no post',
                'remove it, or add the shape the posts have at "also"',
            )


def _bare(term: Term) -> Term:
    return Term(term.term, term.also, term.case_sensitive, keep=True)


def _spoken(tag: str, languages: Sequence[str]) -> bool:
    return any(language == tag or language.startswith(tag + "-") for language in languages)


def _finding(
    glossary: Glossary,
    severity: Severity,
    rule: str,
    line: int,
    language: str,
    message: str,
    hint: str,
) -> Finding:
    return Finding(rule, severity, language, glossary.path, message, hint, line, line)
