"""Adopting over a project, or two posts without one."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.catalog import parse_catalog
from l10n.cli.console import note, plural, progress, say
from l10n.cli.pair import named_language, origin_of, place_of, read_file_of
from l10n.cli.reading import read_glossary
from l10n.cli.seen import read_seen, seen_path
from l10n.markdown.build import build_post
from l10n.markdown.links import localize_links
from l10n.markdown.segments import ReadPost, read_post
from l10n.model.adoption import Adoption
from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.model.message import State
from l10n.model.plan import FileChange
from l10n.model.post import Post
from l10n.model.terms import Glossary
from l10n.model.unit import ENGLISH
from l10n.project import Project, bare_project, check_utf8, files_at, load_project
from l10n.reports.adoption import adoption_json, adoption_text
from l10n.workflow.adoption import (
    Adopted,
    Place,
    adopt_post,
    compare,
    rendered_diff,
    write_synced,
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
class _Job:
    """One post to adopt, and the files it concerns as they are."""

    place: Place
    changes: tuple[FileChange, ...] = ()  # of extract
    present: tuple[bytes | None, ...] = ()  # catalog, review file, what was seen


@dataclass(frozen=True, slots=True)
class _Known:
    """What helps to pair any post: the project's words, and translations by their source."""

    glossary: Glossary
    remembered: Mapping[str, str]


def run_adopt(project: Project | None, root: Path, options: Options, *, json: bool) -> bool:
    """Adopt what ``options`` names, print the report, and return whether there are conflicts.

    Without a project, or for posts that are none of it, only a dry run is possible. Raises
    InputError, with nothing written, for files and options that cannot be used.
    """
    outlines = False
    jobs: Sequence[_Job]
    if options.source is not None:
        job, outlines = _one(project, root, options)
        jobs = (job,)
    else:
        project = project or load_project(root)
        jobs = _all(project, options)
    done = [] if outlines else _adopted(jobs)
    reports = [compare(job.place) for job in jobs] if outlines else [one.report for one in done]
    if project is not None and not options.dry_run:
        for job, adopted in zip(jobs, done, strict=True):
            _write(project, job, adopted)
    for at, report in enumerate(reports):
        if not json:
            sys.stdout.write(adoption_text(report, outlines))
        if options.diff and not outlines:
            for line in _diff(jobs[at].place, done[at]):
                note(line) if json else say(line)
    if json:
        sys.stdout.write(adoption_json(reports, outlines))
    elif not outlines:
        _tell(reports, options)
    return any(one.conflicts for one in reports)


def _adopted(jobs: Sequence[_Job]) -> list[Adopted]:
    """Return what becomes of each post. Raises InputError with the flaws of all review files."""
    found: list[Adopted] = []
    flaws: list[Flaw] = []
    for job in progress(jobs, "adopt"):
        try:
            found.append(adopt_post(job.place))
        except InputError as error:
            flaws += error.flaws
    if flaws:
        raise InputError(*flaws)
    return found


def _one(project: Project | None, root: Path, options: Options) -> tuple[_Job, bool]:
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
        return _Job(place), True
    path = _relative(project, place_of(root, translated))
    known = _Known(read_glossary(project), _remembered(project, language))
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


def _all(project: Project, options: Options) -> list[_Job]:
    language = project.languages([options.language])[0]
    targets = [project.target_path(post, language) for post in project.posts]
    present = project.read_many(targets)
    known = _Known(read_glossary(project), _remembered(project, language))
    jobs: list[_Job] = []
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
    known: _Known,
) -> _Job:
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
    return _Job(
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


def _write(project: Project, job: _Job, adopted: Adopted) -> None:
    """Write what was adopted: what was seen comes last, since it must not say more than is so."""
    place = job.place
    if place.catalog is None or place.post is None:
        return
    po, yml, seen = job.present
    review = place.review[0]
    changes = [change for change in job.changes if change.path != place.catalog.path]
    changes.append(FileChange(place.catalog.path, adopted.catalog, po))
    if adopted.review or yml is not None:
        changes.append(FileChange(review, adopted.review, yml))
    committed = project.commit([change for change in changes if change.data != change.before])
    if committed.conflicts:
        raise InputError(
            *(
                Flaw(path, "was changed by another program meanwhile", remedy="run this again")
                for path in committed.conflicts
            )
        )
    if not adopted.review and yml is not None:
        (project.root / review).unlink(missing_ok=True)
    path = seen_path(place.post, place.language)
    project.commit([FileChange(path, write_synced(adopted.synced), seen)])


def _diff(place: Place, adopted: Adopted) -> Iterator[str]:
    """Yield how the post built from the catalog reads otherwise than the one made by hand."""
    catalog = parse_catalog(adopted.catalog, "").catalog
    texts = {
        one.msgid: one.msgstr
        for one in catalog.messages
        if one.state not in (State.UNTRANSLATED, State.OBSOLETE)
    }
    read: ReadPost = place.source
    built = build_post(read, [texts.get(segment.msgid) for segment in read.segments])
    group = place.post.group if place.post else None
    again = read_post(
        built.data, read.dialect, group.front_matter if group else (), path=place.source_path
    )
    return rendered_diff(place.target, again, (f"{place.target_path} by hand", "as built"))


def _tell(reports: Sequence[Adoption], options: Options) -> None:
    adopted = sum(one.adopted for one in reports)
    updated = sum(one.updated for one in reports)
    would = "would be " if options.dry_run else ""
    line = f"{plural(len(reports), 'post')}: {plural(adopted, 'message')} {would}filled"
    say(f"{line}, {updated} {would}updated")
    conflicts = sum(one.conflicts for one in reports)
    if conflicts:
        say(f"{plural(conflicts, 'conflict')} to decide in the .adopt.yml beside the catalog")
