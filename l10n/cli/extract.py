"""`l10n extract`: posts → templates and catalogs."""

from typing import Annotated

import typer

from l10n.cli.options import DryRun, Languages


def extract(
    context: typer.Context,
    languages: Languages = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if files would change.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Bring templates and catalogs up to their posts, keeping what translators did."""
    from l10n.cli.console import note, plural, say, some
    from l10n.cli.extraction import run_extract
    from l10n.project import load_project

    project = load_project(context.obj)
    chosen = project.languages(languages or ())
    result = run_extract(project, chosen, write=not (check or dry_run))
    if check or dry_run:
        for path in result.written:
            say(f"would write {path}")
    verb = "would change" if check or dry_run else "written"
    tags = some([language.tag for language in chosen])
    files = plural(len(result.written), "file")
    say(f"{plural(len(project.posts), 'post')} × {tags}: {files} {verb}")
    for path in result.saved_meanwhile:
        note(f"note: {path} was saved by somebody else meanwhile; their work was kept and merged")
    orphans = project.orphan_catalogs()
    if orphans:
        note(f"note: no post belongs to {some(orphans)}; rename or delete them by hand")
    if check and result.written:
        raise typer.Exit(1)
