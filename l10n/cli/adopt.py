"""`l10n adopt`: existing translations become catalogs, and edits of them flow back."""

from enum import Enum
from typing import Annotated

import typer

from l10n.cli.options import DryRun


class AdoptionFormat(Enum):
    """What an adoption is printed as."""

    TEXT = "text"
    JSON = "json"


def adopt(
    context: typer.Context,
    language: Annotated[
        str, typer.Argument(metavar="LANG", help="The language of the translations.")
    ],
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="SOURCE", help="One post; without it, all whose localized post exists."
        ),
    ] = None,
    translated: Annotated[
        str | None,
        typer.Argument(metavar="TRANSLATED", help="Its translation, wherever it is."),
    ] = None,
    threshold: Annotated[
        float,
        typer.Option(
            "--threshold",
            metavar="SCORE",
            min=0.5,
            max=1.0,
            help="The score from which a pair is a translation and no draft.",
        ),
    ] = 0.9,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help="Build the post from what was adopted, drafts included, and show how its text"
            " differs from the one translated by hand.",
        ),
    ] = False,
    output: Annotated[
        AdoptionFormat, typer.Option("--format", help="How to print what was found.")
    ] = AdoptionFormat.TEXT,
    dry_run: DryRun = False,
) -> None:
    """Pair translations made by hand with their posts, and fill the catalogs.

    What a person wrote is never replaced: where catalog and post were both changed since they
    were last the same, both texts are shown. What is in doubt goes into a file beside the
    catalog, ending in .adopt.yml: decide there and run this again.
    """
    from l10n.cli.adoptable import Options
    from l10n.cli.adopting import run_adopt
    from l10n.project import find_project
    from l10n.rules import RULES

    options = Options(language, source, translated, threshold, diff, dry_run)
    project = find_project(context.obj, tuple(rule.name for rule in RULES))
    if run_adopt(project, context.obj, options, json=output is AdoptionFormat.JSON):
        raise typer.Exit(1)
