"""`l10n run`: everything in one go."""

import typer

from l10n.cli.options import IncludeDrafts, Languages, MinComplete


def run(
    context: typer.Context,
    languages: Languages = None,
    min_complete: MinComplete = None,
    include_drafts: IncludeDrafts = False,
) -> None:
    """Extract, prefill, check, build and show the status.

    Empty messages are drafted from the memory, and by the engines that are configured.
    """
    from l10n.cli.building import run_build
    from l10n.cli.console import plural, say
    from l10n.cli.extraction import run_extract
    from l10n.cli.prefill_engines import load_with_engines
    from l10n.cli.prefilling import Wanted, run_prefill
    from l10n.cli.reading import read_drafts
    from l10n.cli.status import Format, print_status

    project, offers = load_with_engines(context.obj)
    chosen = project.languages(languages or ())
    extracted = run_extract(project, chosen, write=True)
    files = plural(len(extracted.written), "file")
    say(f"extract: {plural(len(project.posts), 'post')}, {files} written")
    run_prefill(project, offers, Wanted(chosen), verbose=False, write=True, alone=False)
    failed = run_build(
        project,
        chosen,
        (),
        project.settings.min_complete if min_complete is None else min_complete,
        include_drafts=include_drafts,
        check=True,
        dest=None,
        write=True,
    )
    say("")
    print_status(read_drafts(project, project.posts, chosen), Format.TABLE)
    if failed:
        raise typer.Exit(1)
