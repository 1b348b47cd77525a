"""The table of commands. What a command needs is imported when it runs, not before."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n import __version__
from l10n.cli.adopt import adopt
from l10n.cli.build import build
from l10n.cli.check import check
from l10n.cli.extract import extract
from l10n.cli.glossary import glossary
from l10n.cli.init import init
from l10n.cli.memory import memory
from l10n.cli.prefill import prefill
from l10n.cli.recording import META
from l10n.cli.rules import rules
from l10n.cli.run import run
from l10n.cli.status import status

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (init, extract, prefill, adopt, check, build, status, rules, run):
    app.command()(command)
app.add_typer(glossary, name="glossary")
app.add_typer(memory, name="memory")


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"l10n {__version__}\n")
        raise typer.Exit


@app.callback()
def main(
    context: typer.Context,
    directory: Annotated[
        Path, typer.Option("-C", metavar="DIR", help="Work on the project in DIR.")
    ] = Path(),
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Localize Markdown posts: posts become PO files, PO files become localized posts."""
    context.meta[META] = context.obj
    context.obj = directory
