"""The command line: one file per command, and the one place where errors end."""

import sys
from typing import NoReturn


def run() -> NoReturn:
    """Run the program with the process's arguments and exit with its code.

    0 clean, 1 findings or differences, 2 input that cannot be used, 3 a bug of ours, 130
    interrupted.
    """
    from l10n.cli.replay import replay

    arguments = sys.argv[1:]
    said = replay(arguments)
    if said is not None:
        sys.exit(said)
    from l10n.cli.app import app
    from l10n.cli.recording import recorded
    from l10n.model.errors import InputError

    try:
        with recorded(arguments) as recording:
            try:
                app(prog_name="l10n", obj=recording)
            except SystemExit as ended:
                if recording and isinstance(ended.code, int):
                    recording.save(ended.code)
                raise
    except InputError as error:
        for flaw in error.flaws:
            _complain(f"error: {flaw}")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception:
        _confess()
        sys.exit(3)
    sys.exit(0)


def _complain(text: str) -> None:
    from l10n.reports.printable import printable

    for line in text.split("\n"):
        print(printable(line), file=sys.stderr)


def _confess() -> None:
    import traceback

    _complain(traceback.format_exc())
    _complain("error: this is a bug in l10n, not in your files; no half-written file is left")
    _complain("  to do: please report the lines above to the maintainers of l10n")
