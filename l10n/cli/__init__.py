"""The command line: one file per command, and the one place where errors end."""

import gc
import os
import sys
from io import TextIOWrapper
from typing import NoReturn


def program() -> NoReturn:
    """Do what run() does, in a process that has nothing else to do.

    A check makes a million objects, none of which refers to itself: there is nothing to collect.
    After it the process ends at once, since to take them apart one by one is a tenth of it. Until
    then they are held by the frames that the SystemExit knows of.
    """
    if "check" in sys.argv:
        gc.disable()
    try:
        run()
    except SystemExit as ended:
        if "check" not in sys.argv or not isinstance(ended.code, int):
            raise
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            os._exit(1)
        os._exit(ended.code)


def run() -> NoReturn:
    """Run the program with the process's arguments and exit with its code.

    0 clean, 1 findings or differences, 2 input that cannot be used, 3 a bug of ours, 130
    interrupted.
    """
    _spell_out()
    try:
        sys.exit(_run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        sys.exit(_fail(error))


def _spell_out() -> None:
    """Have letters that the terminal's encoding lacks written as escapes, not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def _run(arguments: list[str]) -> int:
    from l10n.cli.replay import replay

    said = replay(arguments)
    if said is not None:
        return said
    from l10n.cli.app import app
    from l10n.cli.recording import recorded

    with recorded(arguments) as recording:
        try:
            app(prog_name="l10n", obj=recording)
        except SystemExit as ended:
            if recording:
                recording.save(ended.code if isinstance(ended.code, int) else 0)
            raise
    return 0


def _fail(error: Exception) -> int:
    """Tell a person what went wrong, and return the exit code."""
    from l10n.model.errors import InputError

    if not isinstance(error, InputError):
        _confess()
        return 3
    for flaw in error.flaws:
        _complain(f"error: {flaw}")
    return 2


def _complain(text: str) -> None:
    from l10n.reports.printable import printable

    for line in text.split("\n"):
        print(printable(line), file=sys.stderr)


def _confess() -> None:
    import traceback

    _complain(traceback.format_exc())
    _complain("error: this is a bug in l10n, not in your files; no half-written file is left")
    _complain("  to do: please report the lines above to the maintainers of l10n")
