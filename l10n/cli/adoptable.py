"""What there is to adopt: posts with their translations, and all that concerns them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from l10n.cli.console import note
from l10n.cli.pair import named_language, origin_of, place_of, read_file_of
from l10n.cli.reading import read_glossary
from l10n.cli.seen import read_seen, seen_path
from l10n.markdown.links import localize_links
from l10n.markdown.segments import read_post
from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.message import State
from l10n.model.plan import FileChange
from l10n.model.post import Post
from l10n.model.terms import Glossary
from l10n.model.unit import ENGLISH
from l10n.project import Project, bare_project, check_utf8, files_at
from l10n.workflow.adoption import (
    Place,
)
from l10n.workflow.adoption.history import Head
from l10n.workflow.adoption.standing import addresses_of
from l10n.workflow.extract import CatalogPlace, extract_post, read_catalog


@dataclass(frozen=True, slots=True)
class Options:
    """The command line of `l10n adopt`."""

    language: str
    source: str | None = None
    translated: str | None = None
    threshold: float = 0.9
    diff: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """One post to adopt, and the files it concerns as they are."""

    place: Place
    changes: tuple[FileChange, ...] = ()  # of extract
    present: tuple[bytes | None, ...] = ()  # catalog, review file, what was seen


@dataclass(frozen=True, slots=True)
class Known:
    """What helps to pair any post: the project's words, and translations by their source."""

    glossary: Glossary
    remembered: Mapping[str, str]


def job_of_two(project: Project | None, root: Path, options: Options) -> tuple[Job, bool]:
    """Return the pair of posts on the command line, and whether there is no catalog for it."""
    source, translated = options.source or "", options.translated
    if translated is None:
        remedy = f"l10n adopt {options.language} {source} TRANSLATED.md"
        raise InputError(Flaw("TRANSLATED", "there is no translation of it", "a post", remedy))
    origin = origin_of(project, root, source) if project else None
    if project and (origin or not options.dry_run):
        language = project.languages([options.language])[0]
    else:
        language = named_language(project, options.language, "LANG")
    if origin is None and not options.dry_run:
        raise InputError(
            Flaw(
                source,
                "is no post of a project, so that there is no catalog to fill",
                "the source of one of the project's posts",
                "add it to [[posts]] in l10n.toml, or add --dry-run to see how the two compare",
            )
        )
    read, target = read_file_of(root, source, origin), read_file_of(root, translated, origin)
    if project is None or origin is None:
        if options.diff:
            found = "there is no catalog to build the post from"
            raise InputError(Flaw("--diff", found, "posts of a project", "leave the option out"))
        home = project or bare_project(root, ENGLISH, language)
        place = Place(
            "",
            source,
            translated,
            read,
            target,
            home.settings.source_language,
            language,
            threshold=options.threshold,
            glossary=read_glossary(home) if project else Glossary(),
        )
        return Job(place), True
    path = _relative(project, place_of(root, translated))
    known = Known(read_glossary(project), _remembered(project, language))
    return _job(project, origin, language, path, target.data, options, known), False


def _remembered(project: Project, language: Language) -> dict[str, str]:
    """Return what people have translated in any catalog of the language, by source."""
    paths = [project.catalog_path(post, language) for post in project.posts]
    found: dict[str, str] = {}
    for path, data in zip(paths, project.read_many(paths), strict=True):
        if data and data.strip():
            for message in read_catalog(data, path, language).catalog.messages:
                if message.state is State.TRANSLATED:
                    found.setdefault(message.msgid, message.msgstr)
    return found


def _relative(project: Project, file: Path) -> str:
    """Return how a translated post is called: below the project where it is there."""
    try:
        return file.resolve().relative_to(project.root).as_posix()
    except ValueError:
        return file.name


def jobs_of_all(project: Project, options: Options) -> list[Job]:
    language = project.languages([options.language])[0]
    targets = [project.target_path(post, language) for post in project.posts]
    present = project.read_many(targets)
    known = Known(read_glossary(project), _remembered(project, language))
    jobs: list[Job] = []
    flaws: list[Flaw] = []
    for post, path, data in zip(project.posts, targets, present, strict=True):
        if data is None:
            continue
        try:
            check_utf8(data, path)
            jobs.append(_job(project, post, language, path, data, options, known))
        except InputError as error:
            flaws += error.flaws
    if flaws:
        raise InputError(*flaws)
    if not jobs:
        note(f"note: no localized post in {language.tag} exists; name two files to pair them")
    return jobs


def _job(
    project: Project,
    post: Post,
    language: Language,
    path: str,
    data: bytes,
    options: Options,
    known: Known,
) -> Job:
    catalog, template = project.catalog_path(post, language), project.template_path(post)
    review = review_path(catalog)
    names = [template, catalog, review, seen_path(post, language)]
    pot, po, yml, seen = project.read_many(names)
    source = project.read_posts([post])[0]
    place = CatalogPlace(language, catalog, po)
    changes = extract_post(project.settings.name, post, source, (template, pot), (place,))
    fresh = next((change.data for change in changes if change.path == catalog), po or b"")
    group = post.group
    addresses = addresses_of(project.posts, project.settings.source_language, language)
    target = localize_links(data, post.dialect, {there: here for here, there in addresses.items()})
    return Job(
        Place(
            post.id,
            post.path,
            path,
            read_post(source, post.dialect, group.front_matter, group.attributes, post.path),
            read_post(target, post.dialect, group.front_matter, group.attributes, path),
            project.settings.source_language,
            language,
            post,
            read_catalog(fresh, catalog, language),
            read_seen(project, post, language),
            (review, yml),
            lambda: _head(project, catalog, path),
            options.threshold,
            known.glossary,
            data,
            known.remembered,
        ),
        changes,
        (po, yml, seen),
    )


def _head(project: Project, catalog: str, target: str) -> Head:
    try:
        found = files_at(project.root, "HEAD", [catalog, target])
    except InputError:  # no git, no repository, or no commit: then git has nothing to say
        return Head()
    return Head(found[catalog], found[target])


def review_path(catalog: str) -> str:
    """Return where the review file of a catalog is: beside it."""
    return catalog.removesuffix(".po") + ".adopt.yml"
