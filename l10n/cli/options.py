"""Arguments and options that several commands share."""

from enum import Enum
from typing import Annotated

import typer

Languages = Annotated[
    list[str] | None,
    typer.Argument(metavar="LANG", help="Languages to work on; all of them if none is named."),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Write nothing; say what would be written.")
]
MinComplete = Annotated[
    int | None,
    typer.Option(
        "--min-complete",
        metavar="PERCENT",
        min=0,
        max=100,
        help="Publish a post once this share of its messages is translated"
        " [default: min-complete of the configuration, or 100].",
    ),
]
IncludeDrafts = Annotated[
    bool, typer.Option("--include-drafts", help="Publish fuzzy messages as well.")
]


class FailOn(Enum):
    """The least severity that makes a command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class FindingsFormat(Enum):
    """What findings are printed as."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
