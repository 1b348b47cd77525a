"""What is written for users is true: commands, keys and generated pages."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_generated_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docs.generate", "--check"], cwd=ROOT, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_readme_begins_with_exactly_two_commands() -> None:
    blocks = re.findall(r"^```\w*\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.M | re.S)
    assert blocks[0].split("\n") == ["make demo", "make test", ""]


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        prose = re.sub(r"^```.*?^```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.M | re.S)
        for target in re.findall(r"\]\((?!https?:|#|mailto:|/)([^)#\s]+)", prose):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_version_and_help_import_no_more_than_they_use() -> None:
    code = (
        "import sys; sys.argv = ['l10n', {option!r}]\n"
        "from l10n.cli import run\n"
        "try:\n    run()\nexcept SystemExit:\n    pass\n"
        "heavy = {{'babel', 'polib', 'pyromark', 'rapidfuzz', 'yaml', 'translate', 'tomllib'}}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    for option in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-c", code.format(option=option)], cwd=ROOT, capture_output=True
        )
        assert done.stderr.decode().strip() == "[]", option
