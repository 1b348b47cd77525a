"""Building over a whole project: what `build` and `run` have in common."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from l10n.cli.checking import house_of, read_matchers
from l10n.cli.console import note, plural, say, some
from l10n.cli.reading import read_drafts
from l10n.cli.reporting import print_findings
from l10n.cli.seen import edited_by_hand, keep_seen
from l10n.model.errors import Flaw, InputError
from l10n.model.finding import Severity
from l10n.model.language import Language
from l10n.model.plan import FileChange
from l10n.model.post import Post
from l10n.project import Project
from l10n.rules import RULES, read_policy
from l10n.workflow.build import Draft, HeldBack, Localized, build_drafts
from l10n.workflow.check import BUILD_RULES, draft_units, find


def run_build(
    project: Project,
    languages: Sequence[Language],
    ids: Sequence[str],
    min_complete: int,
    *,
    include_drafts: bool,
    check: bool,
    dest: Path | None,
    write: bool,
) -> bool:
    """Check and build the posts named by ``ids`` (all for none); return whether errors were found.

    Posts are written all the same: what an error concerns stands in the source language or
    as the translator left it. Raises InputError for an unknown id and for unusable files.
    """
    wanted = {post.id for post in _named(project, ids)}
    drafts = read_drafts(project, project.posts, languages)
    localized, held = build_drafts(drafts, min_complete, include_drafts)
    localized = tuple(each for each in localized if each.draft.post.id in wanted)
    held = tuple(each for each in held if each.draft.post.id in wanted)
    matchers = read_matchers(project, languages) if check else {}
    house = house_of(project)
    units = [
        unit
        for each in localized
        if check or each.refused  # without the rules, only what was refused is worth a word
        for unit in draft_units(each.draft, each.refused, matchers, house)
    ]
    policy = read_policy(RULES, project.settings)
    findings = find(units, RULES, policy) if check else find(units, BUILD_RULES)
    serious = [finding for finding in findings if finding.severity >= Severity.WARNING]
    if serious:
        print_findings(serious, units)
    present = project.read_many([each.draft.target for each in localized], dest)
    edited = frozenset[str]() if dest else edited_by_hand(project, localized, present)
    changes = [
        FileChange(each.draft.target, each.data, before)
        for each, before in zip(localized, present, strict=True)
        if each.draft.target not in edited
    ]
    localized = tuple(each for each in localized if each.draft.target not in edited)
    if write:
        conflicts = project.commit(changes, dest).conflicts
        if not dest:
            kept = [each for each in localized if each.draft.target not in conflicts]
            keep_seen(project, kept, include_drafts)
    _tell_edited(edited)
    _tell(languages, localized, held, str(dest) if dest else "", write)
    _warn_if_behind(drafts)
    return any(finding.severity is Severity.ERROR for finding in serious)


def _named(project: Project, ids: Sequence[str]) -> Sequence[Post]:
    if not ids:
        return project.posts
    by_id = {post.id: post for post in project.posts}
    unknown = [name for name in ids if name not in by_id]
    if unknown:
        from rapidfuzz.process import extractOne

        flaws = []
        for name in unknown:
            near = extractOne(name, list(by_id), score_cutoff=60)
            remedy = f'write "{near[0]}"' if near else "see `l10n status` for the posts there are"
            flaws.append(Flaw("--post", f'"{name}" is not a post of this project', "", remedy))
        raise InputError(*flaws)
    return [by_id[name] for name in ids]


def _tell(
    languages: Iterable[Language],
    localized: Sequence[Localized],
    held: Sequence[HeldBack],
    dest: str,
    write: bool,
) -> None:
    """Say per language what was built and where, and name what was held back."""
    for language in languages:
        built = [each for each in localized if each.draft.language == language]
        back = [each for each in held if each.draft.language == language]
        verb = "built" if write else "would be built"
        line = f"{language.tag}: {plural(len(built), 'post')} {verb}"
        if built:
            line += f" in {_folder([each.draft.target for each in built], dest)}"
        partial = [each for each in built if each.percent < 100]
        if partial:
            line += ", in part: " + _percentages((e.draft, e.percent) for e in partial)
        if back:
            line += f"; {len(back)} held back, not complete: "
            line += _percentages((e.draft, e.percent) for e in back)
        say(line)
    if held:
        most = max(each.percent for each in held)
        note(f"note: --min-complete {most} publishes incomplete posts too, the rest in the source")


def _tell_edited(paths: Iterable[str]) -> None:
    for path in sorted(paths):
        note(f"note: {path} has words of people that its catalog has not, and is left as it is")
    if paths:
        note("  to do: run `l10n adopt LANG`, decide what it leaves in .adopt.yml, build again")


def _percentages(drafts: Iterable[tuple[Draft, int]]) -> str:
    furthest = sorted(drafts, key=lambda each: -each[1])
    return some([f"{draft.post.id} ({percent} %)" for draft, percent in furthest], most=6)


def _folder(paths: Sequence[str], dest: str) -> str:
    """Return the folder that all ``paths`` share."""
    parents = [path.split("/")[:-1] for path in paths]
    shared: list[str] = []
    for names in zip(*parents, strict=False):
        if len(set(names)) > 1:
            break
        shared.append(names[0])
    return "/".join([dest, *shared] if dest else shared) + "/"


def _warn_if_behind(drafts: Sequence[Draft]) -> None:
    behind = {
        draft.post.path
        for draft in drafts
        if {segment.msgid for segment in draft.read.segments}
        - {message.msgid for message in (draft.catalog.catalog.messages if draft.catalog else ())}
    }
    if behind:
        note(
            f"note: {plural(len(behind), 'post')} changed since the last `l10n extract`;"
            " run it to give translators the new text"
        )
