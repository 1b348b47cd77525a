"""The contributing guide's recipe for a rule, followed to the letter: one file and one line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_NEEDED = ("l10n", "docs", "tests", "cli.py", "pyproject.toml")
_RULE = '''\
"""text-shouting"""

import re
from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit

_LOUD = re.compile(r"!{2,}")


def _look(unit: Unit) -> Iterator[Hit]:
    if not _LOUD.search(unit.source.text):
        for run in unit.target.texts:
            for match in _LOUD.finditer(run.raw):
                span = run.span[0] + match.start(), run.span[0] + match.end()
                yield Hit("several exclamation marks in a row", "one is enough", span)


RULE = Rule(
    name="text-shouting",
    summary="The translation shouts where the source does not.",
    why="It changes the tone. What the source has as well is left alone.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    examples=(
        Example("It works!!", "Ça marche !!"),
        Example(
            "It works!",
            "Ça marche !!!",
            says=("several exclamation marks in a row",),
            hints=("one is enough",),
            marks=("!!!",),
        ),
    ),
)
'''


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in _NEEDED:
        origin = _ROOT / name
        if origin.is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(origin, tmp_path / name, ignore=ignore)
        else:
            shutil.copyfile(origin, tmp_path / name)
    return tmp_path


def _run(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )


def _complaints(checkout: Path) -> set[str]:
    """Return the names of tests of the rules that fail."""
    tests = ("tests/rules/test_all_rules.py", "tests/rules/test_pages.py")  # the others take longer
    done = _run(checkout, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests)
    return {line.split("::")[-1].split()[0] for line in done.stdout.split("\n") if "FAILED" in line}


def test_a_rule_is_one_file_and_one_line(checkout: Path) -> None:
    guide = (_ROOT / "CONTRIBUTING.md").read_text("utf-8")
    recipe = " ".join(guide.partition("**A rule.**")[2].partition("\n\n")[0].split())
    for step in ("`l10n/rules/<family>/<what>.py`", "`l10n/rules/names.py`", "`make generate`"):
        assert step in recipe

    (checkout / "l10n/rules/text/shouting.py").write_text(_RULE, "utf-8")
    assert _complaints(checkout) == {"test_each_rule_has_its_file_and_each_file_its_rule"}

    names = checkout / "l10n/rules/names.py"
    lines = names.read_text("utf-8").split("\n")
    lines.append('    "text-shouting",')
    body = sorted(line for line in lines if line.startswith('    "'))
    head = lines[: lines.index("NAMES = (") + 1]
    names.write_text("\n".join([*head, *body, ")", ""]), "utf-8")
    assert _complaints(checkout) == {"test_pages_are_current"}

    assert _run(checkout, "-m", "docs.generate").returncode == 0
    assert _complaints(checkout) == set()
    assert "The translation shouts" in _run(checkout, "cli.py", "rules", "text-shouting").stdout
    assert "text-shouting" in (checkout / "docs/rules/index.md").read_text("utf-8")
