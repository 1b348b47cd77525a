"""`l10n build`: posts and catalogs → localized posts."""

from pathlib import Path
from typing import Annotated

import typer

from l10n.cli.options import DryRun, IncludeDrafts, Languages, MinComplete


def build(
    context: typer.Context,
    languages: Languages = None,
    min_complete: MinComplete = None,
    include_drafts: IncludeDrafts = False,
    no_check: Annotated[
        bool, typer.Option("--no-check", help="Do not run the rules first.")
    ] = False,
    post: Annotated[
        list[str] | None, typer.Option("--post", metavar="ID", help="Only this post; repeatable.")
    ] = None,
    dest: Annotated[
        Path | None, typer.Option("--dest", metavar="DIR", help="Write below DIR instead.")
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Check, then write the localized posts.

    Posts below the wanted completeness are held back and named. In those published in part,
    what is not translated stands in the source language.
    """
    from l10n.cli.building import run_build
    from l10n.cli.checking import load_checked

    project = load_checked(context.obj)
    failed = run_build(
        project,
        project.languages(languages or ()),
        post or (),
        project.settings.min_complete if min_complete is None else min_complete,
        include_drafts=include_drafts,
        check=not no_check,
        dest=dest,
        write=not dry_run,
    )
    if failed:
        raise typer.Exit(1)
