"""`l10n init`: the first files of a project."""

from typing import Annotated

import typer

from l10n.cli.options import DryRun


def init(
    context: typer.Context,
    languages: Annotated[
        list[str],
        typer.Argument(metavar="LANG", help="Languages to translate into, such as fr pt-BR."),
    ],
    source_language: Annotated[
        str, typer.Option("--source-language", metavar="LANG", help="Language of the posts.")
    ] = "en",
    dry_run: DryRun = False,
) -> None:
    """Write l10n.toml, a starter glossary and the CI recipe.

    Recognises Jekyll, Hugo, Docusaurus, MkDocs, Astro and Nextra; no existing file is touched.
    """
    from l10n.cli.console import say
    from l10n.project import start_project

    started = start_project(context.obj, languages, source_language, write=not dry_run)
    say(f"recognised: {started.framework}")
    for path in started.written:
        say(f"{'would write' if dry_run else 'written'}: {path}")
    for path in started.kept:
        say(f"kept as it is: {path}")
    for line in started.notes:
        say(f"note: {line}")
