"""What `check`, `build` and `status` read: every post once, its catalogs, and the glossary."""

from collections.abc import Iterator, Sequence

from l10n.catalog import CatalogFile
from l10n.cli.console import progress, warn_if_no_posts
from l10n.markdown.segments import ReadPost, read_post
from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.post import Post
from l10n.model.terms import Glossary
from l10n.project import Project
from l10n.workflow.build import Draft
from l10n.workflow.extract import read_catalog


def read_drafts(
    project: Project, posts: Sequence[Post], languages: Sequence[Language]
) -> tuple[Draft, ...]:
    """Return every post in every language, posts in order within a language.

    Raises InputError with all that is wrong with any post or catalog.
    """
    patterns = [group.source for group in project.settings.posts]
    warn_if_no_posts(patterns, len(project.posts))
    flaws: list[Flaw] = []
    drafts: dict[str, list[Draft]] = {language.tag: [] for language in languages}
    paths = [project.catalog_path(post, language) for post in posts for language in languages]
    present = dict(zip(paths, project.read_many(paths), strict=True))
    for post, read in _read(project, posts, flaws):
        for language in languages:
            path = project.catalog_path(post, language)
            try:
                catalog = _catalog(present[path], path, language)
            except InputError as error:
                flaws += error.flaws
            else:
                target = project.target_path(post, language)
                drafts[language.tag].append(
                    Draft(post, language, project.settings.source_language, target, read, catalog)
                )
    if flaws:
        raise InputError(*flaws)
    return tuple(draft for group in drafts.values() for draft in group)


def read_glossary(project: Project) -> Glossary:
    """Return the project's glossary, an empty one where there is no file. Raises InputError."""
    path = project.settings.glossary
    data = project.read(path)
    if data is None:
        return Glossary(path)
    from l10n.glossary import parse_glossary

    return parse_glossary(data, path)


def _read(
    project: Project, posts: Sequence[Post], flaws: list[Flaw]
) -> Iterator[tuple[Post, ReadPost]]:
    sources = project.read_posts(posts)
    for post, source in progress(list(zip(posts, sources, strict=True)), "read"):
        group = post.group
        try:
            read = read_post(source, post.dialect, group.front_matter, group.attributes, post.path)
        except InputError as error:
            flaws += error.flaws
        else:
            yield post, read


def _catalog(data: bytes | None, path: str, language: Language) -> CatalogFile | None:
    return read_catalog(data, path, language) if data and data.strip() else None
