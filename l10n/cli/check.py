"""`l10n check`: the rules over catalogs."""

from typing import Annotated

import typer

from l10n.cli.options import FailOn, FindingsFormat


def check(
    context: typer.Context,
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[LANG|FILE.po]...", help="Languages or PO files; everything if none is named."
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
        FailOn, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = FailOn.ERROR,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="List untranslated messages and drafts one by one.")
    ] = False,
) -> None:
    """Find what is wrong with translations, and say where and what to do."""
    from l10n.cli.checking import read_units
    from l10n.cli.reporting import report
    from l10n.model.finding import Finding, Severity
    from l10n.project import load_project
    from l10n.rules import RULES, select
    from l10n.workflow.check import find

    rules = select(RULES, _split(selected), _split(ignored))
    project = load_project(context.obj)
    units = read_units(project, targets or ())
    findings = find(units, rules)
    threshold = Severity[fail_on.name]

    def fails(finding: Finding) -> bool:
        return finding.severity >= threshold

    report(project, findings, units, output, fails, verbose=verbose)
    if any(map(fails, findings)):
        raise typer.Exit(1)


def _split(names: list[str] | None) -> list[str]:
    """Names may be separated by commas, too."""
    return [name for each in names or () for name in each.split(",") if name]
