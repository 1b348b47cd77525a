"""The command line of a checkout: `python cli.py …` is `l10n …`."""

from l10n.cli import program

program()
