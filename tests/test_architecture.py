"""The house of design: imports run down only, and what the package may never do."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "l10n"
FILES = sorted(PACKAGE.rglob("*.py"))
MIDDLE = {"markdown", "catalog", "glossary", "memory", "align", "engines", "rules", "reports"}
UPPER = {"workflow", "project"}
# What each room may import of ours, besides itself.
ALLOWED = {
    "model": set(),
    **{room: {"model"} for room in MIDDLE},
    **{room: {"model", *MIDDLE} for room in UPPER},
    "cli": {"model", *MIDDLE, *UPPER},
}
DISK = re.compile(
    r"^(?:import|from) (?:os|pathlib|shutil|subprocess|tempfile|time|socket|urllib\.request)\b",
    re.M,
)


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def imported(path: Path) -> set[str]:
    """Return the rooms of ours that a file imports, wherever in it."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        rooms |= {name.split(".")[1] for name in names if name.startswith("l10n.")}
    return rooms


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_down_only(path: Path) -> None:
    here = room(path)
    if here:
        assert imported(path) - {here} <= ALLOWED[here]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_the_package_may_not_do(path: Path) -> None:
    text = path.read_text("utf-8")
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    names = {call.func.attr for call in calls if isinstance(call.func, ast.Attribute)}
    assert "splitlines" not in names, "it splits on U+2028, U+0085, VT and FF as well"
    assert not {"read_text", "write_text"} & names, "files are bytes here"
    for call in calls:
        if isinstance(call.func, ast.Name) and call.func.id == "open":
            mode = call.args[1] if len(call.args) > 1 else None
            assert isinstance(mode, ast.Constant) and "b" in str(mode.value)
    if room(path) not in ("project", "cli"):
        assert not DISK.search(text), "only project and cli touch the machine"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_readable(path: Path) -> None:
    assert path.name != "utils.py"
    assert len(path.read_bytes().split(b"\n")) <= 301, "more than one idea, surely"


def test_polib_stays_in_one_room() -> None:
    users = {
        room(path)
        for path in FILES
        if re.search(rb"^\s*(?:import|from) polib", path.read_bytes(), re.M)
    }
    assert users <= {"catalog"}
