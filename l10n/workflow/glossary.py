"""glossary: a project's words checked, proposed from its posts, and exchanged with other tools."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.glossary import (
    Candidate,
    Merged,
    find_candidates,
    find_renderings,
    lint,
    merge_terms,
    read_csv,
    read_markdown,
    read_tbx,
)
from l10n.markdown.inline import parse_inline
from l10n.model.errors import Flaw, InputError
from l10n.model.finding import Finding
from l10n.model.inline import Inline
from l10n.model.language import Language
from l10n.model.message import State
from l10n.model.terms import Glossary, Rendering, Term
from l10n.workflow.build import Draft


@dataclass(frozen=True, slots=True)
class Proposal:
    """A Candidate, and by language what translators made of it: texts with their messages."""

    candidate: Candidate
    renderings: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()

    @property
    def term(self) -> Term:
        """The Term to propose: kept where every language keeps it, else with what is found most."""
        name = self.candidate.term
        found = tuple(Rendering(language, use=texts[0][0]) for language, texts in self.renderings)
        kept = all(rendering.use.casefold() == name.casefold() for rendering in found)
        if self.candidate.name and kept:
            return Term(name, keep=True)
        return Term(name, renderings=found)


def lint_glossary(
    glossary: Glossary, drafts: Sequence[Draft], source: Language, languages: Sequence[Language]
) -> tuple[Finding, ...]:
    """Return what is wrong with a glossary, as seen from the posts of ``drafts``."""
    posts = _posts(drafts)
    sources = [inline for inlines in posts.values() for inline in inlines]
    return lint(glossary, source.tag, [language.tag for language in languages], sources)


def suggest_terms(
    glossary: Glossary, drafts: Sequence[Draft], source: Language, most: int
) -> tuple[Proposal, ...]:
    """Return up to ``most`` Proposals from the posts, the best first."""
    candidates = find_candidates(_posts(drafts), glossary, source.tag)[:most]
    names = [candidate.term for candidate in candidates]
    found = {
        language: find_renderings(names, _pairs(drafts, language), language)
        for language in dict.fromkeys(draft.language.tag for draft in drafts)
    }
    return tuple(
        Proposal(
            candidate,
            tuple(
                (language, texts[candidate.term])
                for language, texts in found.items()
                if texts.get(candidate.term)
            ),
        )
        for candidate in candidates
    )


def import_terms(
    data: bytes, path: str, table: bytes, name: str, source: Language, language: Language | None
) -> Merged:
    """Return the glossary ``data`` with the terms of the file ``table``, called ``name``, added.

    Its ending says what it is: .csv, .tsv, .tbx, .xml, .md or .mdx. ``language`` is that of the
    renderings where the file does not say it, as a Markdown table. Raises InputError.
    """
    ending = name.lower().rpartition(".")[2]
    if ending in ("csv", "tsv", "txt"):
        terms = read_csv(table, name, source.tag)
    elif ending in ("tbx", "xml"):
        terms = read_tbx(table, name, source.tag)
    elif ending in ("md", "mdx", "markdown"):
        if language is None:
            raise InputError(
                Flaw(name, "a Markdown table does not say its language", "", "add --language LANG")
            )
        terms = read_markdown(table, name, language.tag)
    else:
        raise InputError(
            Flaw(name, f'"{ending}" files cannot be imported', ".csv, .tsv, .tbx, .xml, .md, .mdx")
        )
    return merge_terms(data, path, terms)


def _posts(drafts: Sequence[Draft]) -> dict[str, tuple[Inline, ...]]:
    return {
        draft.post.id: tuple(
            parse_inline(segment.msgid, draft.post.dialect) for segment in draft.read.segments
        )
        for draft in {draft.post.id: draft for draft in drafts}.values()
    }


def _pairs(drafts: Sequence[Draft], language: str) -> list[tuple[Inline, Inline]]:
    return [
        (
            parse_inline(message.msgid, draft.post.dialect),
            parse_inline(message.msgstr, draft.post.dialect),
        )
        for draft in drafts
        if draft.language.tag == language and draft.catalog
        for message in draft.catalog.catalog.messages
        if message.state is State.TRANSLATED
    ]
