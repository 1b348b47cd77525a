"""`l10n check fr` on the sample: silent as it is, and true on what is planted in it."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_SAMPLE = ("pyproject.toml", "glossary.yml", "posts", "locales")
_DEFECTS = tomllib.loads((Path(__file__).parent / "fr.toml").read_text("utf-8"))["defect"]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    for name in _SAMPLE:
        origin = _ROOT / name
        copy = shutil.copytree if origin.is_dir() else shutil.copyfile
        copy(origin, tmp_path / name)
    return tmp_path


def _check(root: Path) -> tuple[int, list[dict[str, Any]]]:
    """Return the exit code, and the errors and warnings."""
    command = [sys.executable, str(_ROOT / "cli.py"), "-C", str(root), "check", "fr"]
    done = subprocess.run([*command, "--format", "json"], capture_output=True, check=False)
    found = json.loads(done.stdout)["findings"]
    return done.returncode, [one for one in found if one["severity"] != "info"]


def test_the_sample_is_clean(sample: Path) -> None:
    assert _check(sample) == (0, [])


def test_each_planted_defect_is_found_and_nothing_else(sample: Path) -> None:
    expected: list[tuple[str, str]] = []
    catalogs = {path: path.read_text("utf-8") for path in sample.glob("locales/fr/*.po")}
    for defect in _DEFECTS:
        homes = [path for path, text in catalogs.items() if defect["was"] in text]
        assert len(homes) == 1, f"stands in {len(homes)} catalogs: {defect['was']}"
        assert catalogs[homes[0]].count(defect["was"]) == 1, defect["was"]
        catalogs[homes[0]] = catalogs[homes[0]].replace(defect["was"], defect["becomes"])
        expected += [(rule, defect["becomes"]) for rule in defect["rules"]]
    for path, text in catalogs.items():
        path.write_bytes(text.encode())
    code, found = _check(sample)
    assert code == 1
    said = [
        (
            one["rule"],
            next(each["becomes"] for each in _DEFECTS if each["becomes"] in one["msgstr"]),
        )
        for one in found
    ]
    assert sorted(said) == sorted(expected)
