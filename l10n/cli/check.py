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
        FailOn | None,
        typer.Option(
            "--fail-on",
            help="Exit with 1 from this severity on [default: fail-on of the configuration, or"
            " error].",
        ),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="List untranslated messages and drafts one by one.")
    ] = False,
) -> None:
    """Find what is wrong with translations, and say where and what to do."""
    from l10n.cli.checking import load_checked, read_units
    from l10n.cli.reporting import report
    from l10n.model.finding import Severity
    from l10n.rules import RULES, read_policy
    from l10n.workflow.check import find

    project = load_checked(context.obj)
    least = Severity[fail_on.name] if fail_on else None
    policy = read_policy(RULES, project.settings, _split(selected), _split(ignored), least)
    units = read_units(project, targets or ())
    findings = find(units, RULES, policy)
    report(project, findings, units, output, policy.fails, verbose=verbose)
    if any(map(policy.fails, findings)):
        raise typer.Exit(1)


def _split(names: list[str] | None) -> list[str]:
    """Names may be separated by commas, too."""
    return [name for each in names or () for name in each.split(",") if name]
