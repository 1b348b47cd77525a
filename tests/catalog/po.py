"""PO files to test with, and gettext's own programs as judges."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

HEADER = (
    'msgid ""\n'
    'msgstr ""\n'
    '"Project-Id-Version: Marginalia\\n"\n'
    '"Language: fr\\n"\n'
    '"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n'
)


def po(*entries: str) -> bytes:
    """Return a PO file with a header and ``entries``, each ending in a line end."""
    return "\n".join((HEADER, *entries)).encode()


def gettext(program: str, *arguments: str | Path, data: bytes = b"") -> bytes:
    """Return what a program of gettext prints, or skip the test where it is absent."""
    if which(program) is None:
        pytest.skip(f"{program} is absent (install gettext)")
    command = [program, *map(str, arguments)]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout
