"""`l10n prefill`: drafts from the memory and from engines."""

from typing import Annotated

import typer

from l10n.cli.options import Languages

Engines = Annotated[
    list[str] | None,
    typer.Option(
        "--engine",
        metavar="NAME",
        help="Ask this engine instead of those configured; repeatable, in this order.",
    ),
]


def prefill(
    context: typer.Context,
    languages: Languages = None,
    engine: Engines = None,
    max_chars: Annotated[
        int | None,
        typer.Option(
            "--max-chars",
            metavar="N",
            min=0,
            help="Send no more than N characters, all languages and engines together.",
        ),
    ] = None,
    redo: Annotated[
        bool, typer.Option("--redo", help="Make drafts anew that nobody has touched.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Tell of every request, too.")] = False,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Send and write nothing; say what it would cost."),
    ] = False,
) -> None:
    """Fill empty messages with drafts: from the memory first, then from engines, in turn.

    What a person wrote or confirmed is never touched. Keys of engines come from the environment.
    """
    from l10n.cli.prefill_engines import load_with_engines
    from l10n.cli.prefilling import Wanted, run_prefill

    project, offers = load_with_engines(context.obj)
    wanted = Wanted(project.languages(languages or ()), tuple(engine or ()), max_chars, redo)
    if run_prefill(project, offers, wanted, verbose=verbose, write=not dry_run):
        raise typer.Exit(1)
