"""`l10n check`: the rules over catalogs."""

from typing import Annotated

import typer

from l10n.cli.options import DryRun, FailOn, FindingsFormat
from l10n.cli.recording import META, Recording
from l10n.model.errors import Flaw, InputError


def check(
    context: typer.Context,
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="LANG|FILE", help="Languages or PO files; everything if none is named."
        ),
    ] = None,
    output: Annotated[
        FindingsFormat, typer.Option("--format", help="How to print it.")
    ] = FindingsFormat.TEXT,
    selected: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULE", help="Only this rule or family; repeatable."),
    ] = None,
    ignored: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="RULE", help="Not this rule or family; repeatable."),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            help="Exit with 1 from this severity on [default: fail-on of the configuration, or"
            " error].",
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since", metavar="REV", help="Only messages changed since a git revision."
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option("--baseline", metavar="FILE", help="Findings in FILE are no reason to fail."),
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write what is found now into that FILE.")
    ] = False,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Repair what needs no person; --dry-run shows it only."),
    ] = False,
    against: Annotated[
        str | None,
        typer.Option(
            "--against", metavar="SOURCE.md", help="FILE is a hand translation of this post."
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="LANG", help="The language of that translation."),
    ] = None,
    dry_run: DryRun = False,
    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache",
            help="Look at everything anew. Without it, where no file has changed since the last"
            " run, what that found is said again; it is kept in the folder that L10N_CACHE names,"
            " or in the user's cache folder.",
        ),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="List untranslated messages and drafts one by one.")
    ] = False,
) -> None:
    """Find what is wrong with translations, and say where and what to do."""
    from l10n.cli.baselining import Scope, apply_baseline, write_known
    from l10n.cli.checking import load_checked, read_units
    from l10n.cli.console import note, say
    from l10n.cli.reporting import report
    from l10n.cli.sources import read_sources, run_sources, run_translated
    from l10n.cli.workers import spread_over
    from l10n.model.finding import Severity
    from l10n.project import files_at
    from l10n.rules import RULES, read_policy
    from l10n.workflow.changed import changed_units
    from l10n.workflow.check import find

    if write_baseline and (baseline is None or changed_since is not None):
        raise InputError(_no_whole_baseline(baseline))
    compared = None
    if against is not None or language is not None:
        from l10n.cli.against import read_compared

        compared = read_compared(context.obj, targets or (), against, language, changed_since)
    recording: Recording | None = context.meta.get(META)
    if no_cache or compared or fix or write_baseline or changed_since is not None:
        recording = None  # git is asked, files are written, or read past the project
    reads = recording.reads if recording else None
    project = compared.project if compared else load_checked(context.obj, reads)
    least = Severity[fail_on.name] if fail_on else None
    policy = read_policy(RULES, project.settings, _split(selected), _split(ignored), least)
    units = compared.units() if compared else read_units(project, targets or ())
    findings = find(units, RULES, policy, spread_over(len(units)))
    if compared:
        findings = compared.narrow(findings)
    tell = say if output is FindingsFormat.TEXT else note
    if fix and compared:
        compared = run_translated(compared, findings, tell, write=not dry_run)
        units = compared.units()
        findings = compared.narrow(find(units, RULES, policy))
    elif fix:
        from l10n.cli.fixing import run_fix

        units, findings = run_fix(
            project,
            targets or (),
            units,
            findings,
            policy,
            changed_since,
            tell,
            write=not dry_run,
        )
    sources = () if compared else read_sources(project, targets or (), units, changed_since)
    languages = {unit.path: unit.language.tag for unit in units}
    if changed_since is not None:
        units = changed_units(units, files_at(project.root, changed_since, tuple(languages)))
        places = {(unit.path, unit.line) for unit in units}
        findings = tuple(one for one in findings if (one.path, one.line) in places)
        languages = {}
    if sources:
        told = run_sources(project, sources, policy, fix=fix, write=not dry_run, tell=tell)
        findings = tuple(sorted((*findings, *told), key=lambda one: (one.path, one.line)))
    if baseline is not None:
        scope = Scope(policy, languages, everything=not targets and changed_since is None)
        if write_baseline:
            findings = write_known(project, baseline, findings, scope, write=not dry_run)
        else:
            findings = apply_baseline(project, baseline, findings, scope)
    report(
        project,
        findings,
        units,
        output,
        policy.fails,
        verbose=verbose,
        compared=baseline is not None,
    )
    if recording:
        names = [*(targets or ()), *([baseline] if baseline else ())]
        recording.keep(project, (context.obj, *(project.root / name for name in names)))
    raise typer.Exit(int(any(map(policy.fails, findings))))


def _no_whole_baseline(baseline: str | None) -> Flaw:
    option = "--write-baseline"
    if baseline is None:
        return Flaw(option, "there is no --baseline", remedy="add --baseline FILE")
    found = "with --changed-since, all other findings would be lost from the baseline"
    return Flaw(option, found, remedy="leave one of them out")


def _split(names: list[str] | None) -> list[str]:
    """Names may be separated by commas, too."""
    return [name for each in names or () for name in each.split(",") if name]
