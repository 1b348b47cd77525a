"""Adopting over a project, or two posts without one."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from l10n.catalog import parse_catalog
from l10n.cli.adoptable import Job, Options, job_of_two, jobs_of_all
from l10n.cli.console import note, plural, progress, say
from l10n.cli.seen import seen_path
from l10n.cli.writing import write_all
from l10n.markdown.build import build_post
from l10n.markdown.segments import ReadPost, read_post
from l10n.model.adoption import Adoption
from l10n.model.errors import Flaw, InputError
from l10n.model.message import State
from l10n.model.plan import FileChange
from l10n.project import Project, load_project
from l10n.reports.adoption import adoption_json, adoption_text
from l10n.workflow.adoption import (
    Adopted,
    Place,
    adopt_post,
    compare,
    rendered_diff,
    write_synced,
)


def run_adopt(project: Project | None, root: Path, options: Options, *, json: bool) -> bool:
    """Adopt what ``options`` names, print the report, and return whether there are conflicts.

    Without a project, or for posts that are none of it, only a dry run is possible. Raises
    InputError, with nothing written, for files and options that cannot be used.
    """
    outlines = False
    jobs: Sequence[Job]
    if options.source is not None:
        job, outlines = job_of_two(project, root, options)
        jobs = (job,)
    else:
        project = project or load_project(root)
        jobs = jobs_of_all(project, options)
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


def _adopted(jobs: Sequence[Job]) -> list[Adopted]:
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


def _write(project: Project, job: Job, adopted: Adopted) -> None:
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
    write_all(project, [change for change in changes if change.data != change.before])
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
