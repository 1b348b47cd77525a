"""`l10n status`: how far every translation is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from l10n.cli.options import Languages

if TYPE_CHECKING:
    from l10n.workflow.build import Draft


class Format(Enum):
    """What progress is printed as."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


def status(
    context: typer.Context,
    languages: Languages = None,
    output: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TABLE,
) -> None:
    """Show the progress of each language and post."""
    from l10n.cli.reading import read_drafts
    from l10n.project import load_project

    project = load_project(context.obj)
    drafts = read_drafts(project, project.posts, project.languages(languages or ()))
    print_status(drafts, output)


def print_status(drafts: Sequence[Draft], output: Format) -> None:
    """Print the progress of ``drafts`` on stdout."""
    import sys

    from l10n.reports import status_json, status_markdown, status_table
    from l10n.workflow.progress import progress_of

    rows = [progress_of(draft) for draft in drafts]
    render = {
        Format.TABLE: status_table,
        Format.JSON: status_json,
        Format.MARKDOWN: status_markdown,
    }[output]
    sys.stdout.write(render(rows))
