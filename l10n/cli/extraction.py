"""Extraction over a whole project: what `extract` and `run` have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n import __version__
from l10n.cli.console import progress, warn_if_no_posts
from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.plan import FileChange
from l10n.model.post import Post
from l10n.project import Project, digest
from l10n.workflow.extract import CatalogPlace, extract_post

_TRIES = 5  # a catalog saved under our hands again and again is somebody's script gone wild


@dataclass(frozen=True, slots=True)
class Extracted:
    """Which files were (or would be) written, and which of them somebody saved meanwhile."""

    written: tuple[str, ...]
    saved_meanwhile: tuple[str, ...] = ()


def run_extract(project: Project, languages: Sequence[Language], write: bool) -> Extracted:
    """Extract every post into the catalogs of ``languages``; raises InputError, nothing written.

    With ``write`` false, only tells what would be written.
    """
    patterns = [group.source for group in project.settings.posts]
    warn_if_no_posts(patterns, len(project.posts))
    if not write:
        changes, _ = _plan(project, project.posts, languages)
        return Extracted(tuple(change.path for change in changes))
    written: dict[str, None] = {}
    conflicts: dict[str, None] = {}
    posts: Sequence[Post] = project.posts
    for _ in range(_TRIES):
        changes, learned = _plan(project, posts, languages)
        if changes:
            committed = project.commit(changes)
            written.update(dict.fromkeys(committed.written))
            conflicts.update(dict.fromkeys(committed.conflicts))
        else:
            committed = None
        project.memo.learn(learned)
        if not committed or not committed.conflicts:
            return Extracted(tuple(written), tuple(conflicts))
        posts = _posts_of(project, committed.conflicts, languages)
    raise InputError(
        Flaw(
            next(iter(conflicts)),
            f"was changed by another program {_TRIES} times while it was being merged",
            remedy="close the program that keeps saving it, and run extract again",
        )
    )


def _plan(
    project: Project, posts: Sequence[Post], languages: Sequence[Language]
) -> tuple[list[FileChange], list[bytes]]:
    """Return the changes wanted, and the digests of what needs no further look next time."""
    changes: list[FileChange] = []
    learned: list[bytes] = []
    flaws: list[Flaw] = []
    sources = project.read_posts(posts)
    name = project.settings.name
    paths = [
        (
            project.template_path(post),
            *(project.catalog_path(post, language) for language in languages),
        )
        for post in posts
    ]
    present = iter(project.read_many([path for group in paths for path in group]))
    rows = list(zip(posts, sources, paths, strict=True))
    for post, source, (template, *catalogs) in progress(rows, "extract"):
        before = next(present)
        places = tuple(
            CatalogPlace(language, path, next(present))
            for language, path in zip(languages, catalogs, strict=True)
        )
        key = _key(name, post, source)
        if all(project.memo.known(_digest(key, before, place)) for place in places):
            continue
        try:
            wanted = extract_post(name, post, source, (template, before), places)
        except InputError as error:
            flaws += error.flaws
            continue
        changes += wanted
        after = {change.path: change.data for change in wanted}
        learned += (
            _digest(
                key,
                after.get(template, before),
                CatalogPlace(place.language, place.path, after.get(place.path, place.data)),
            )
            for place in places
        )
    if flaws:
        raise InputError(*flaws)
    return changes, learned


def _key(name: str, post: Post, source: bytes) -> bytes:
    """Everything about a post that decides what its catalogs hold."""
    group = post.group
    settings = (__version__, name, post.path, post.dialect, group.front_matter, group.attributes)
    return digest(repr(settings).encode(), source)


def _digest(key: bytes, template: bytes | None, place: CatalogPlace) -> bytes:
    return digest(key, template or b"", place.language.tag.encode(), place.data or b"")


def _posts_of(
    project: Project, paths: Sequence[str], languages: Sequence[Language]
) -> Sequence[Post]:
    wanted = set(paths)
    return [
        post
        for post in project.posts
        if project.template_path(post) in wanted
        or any(project.catalog_path(post, language) in wanted for language in languages)
    ]
