"""`check` says again what it said where nothing has changed, and only there."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from l10n.cli.recording import LIMIT
from l10n.cli.replay import Record

from .conftest import SETTINGS, Result, Site

CATALOG = "locales/fr/one.po"


@pytest.fixture
def checked(site: Site) -> Site:
    """A project with one finding, whose check has been kept."""
    site.write("l10n.toml", SETTINGS)
    site.write("posts/one.md", "# Hello\n\nSee [the docs](https://x.example/docs).\n")
    site.l10n("extract")
    site.fill(
        CATALOG,
        {"Hello": "Bonjour", "See [the docs](https://x.example/docs).": "Voir la documentation."},
    )
    assert _check(site).code == 1
    assert len(_records()) == 1
    return site


def _records() -> list[Path]:
    return sorted(Path(os.environ["L10N_CACHE"]).iterdir())


def _check(site: Site, *arguments: str) -> Result:
    return site.l10n("check", *arguments)


def _forge(text: str = "forged\n") -> None:
    """Let every kept run say ``text``, to tell it from one that has been done."""
    for path in _records():
        record = Record.parse(path.read_bytes())
        assert record is not None
        path.write_bytes(Record(0, text.encode(), b"a note\n", record.facts).dump())


def test_what_was_said_is_said_again(checked: Site) -> None:
    first = _check(checked, "--format", "json", "--no-cache")
    assert _check(checked, "--format", "json") == first
    assert _check(checked, "--format", "json") == first
    _forge()
    assert _check(checked) == Result(0, "forged\n", "a note\n")
    assert _check(checked, "--no-cache").code == 1
    assert _check(checked, "--verbose").out != "forged\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (CATALOG, None),
        ("posts/one.md", "# Hello\n"),
        ("posts/two.md", "A second post.\n"),
        ("posts/deep/three.md", "No post of this project, but a folder is new.\n"),
        ("l10n.toml", SETTINGS + '\n[check]\nignore = ["link"]\n'),
        ("glossary.yml", "keep: [docs]\n"),
        ("_config.yml", ""),
        (".git/config", ""),
    ],
)
def test_it_is_done_anew_when_a_file_has_changed(
    checked: Site, path: str, text: str | None
) -> None:
    _forge()
    if text is None:
        text = checked.read(path).decode().replace("Bonjour", "Salut")
    checked.write(path, text)
    again = _check(checked)
    assert again.out != "forged\n"
    assert again == _check(checked, "--no-cache") == _check(checked)


def test_it_is_done_anew_when_a_file_has_gone(checked: Site) -> None:
    _forge()
    (checked.root / CATALOG).unlink()
    assert "no catalog yet for one (fr)" in _check(checked).err


def test_a_baseline_is_one_of_the_files(checked: Site) -> None:
    assert _check(checked, "--baseline", "known.txt", "--write-baseline").code == 0
    assert len(_records()) == 1  # what writes a file is never left out
    assert _check(checked, "--baseline", "known.txt").code == 0
    _forge()
    checked.write("known.txt", "")
    assert _check(checked, "--baseline", "known.txt").out != "forged\n"


def test_a_link_to_another_project_is_another_project(checked: Site, tmp_path: Path) -> None:
    other = tmp_path / "other"
    link = tmp_path / "link"
    shutil.copytree(checked.root, other)
    catalog = other / CATALOG
    catalog.write_bytes(catalog.read_bytes().replace(b"Voir la documentation.", b""))
    link.symlink_to(checked.root)
    assert checked.call("-C", str(link), "check").code == 1
    link.unlink()
    link.symlink_to(other)
    assert checked.call("-C", str(link), "check").code == 0


def test_a_link_to_another_catalog_is_another_catalog(checked: Site) -> None:
    empty = checked.write("locales/fr/empty.po", 'msgid "a"\nmsgstr ""\n')
    link = checked.root / "fr.po"
    link.symlink_to(checked.root / CATALOG)
    assert _check(checked, "fr.po").code == 1
    link.unlink()
    link.symlink_to(empty)
    assert _check(checked, "fr.po").code == 0


def test_a_damaged_record_is_no_record(checked: Site) -> None:
    (record,) = _records()
    whole = record.read_bytes()
    for data in (b"", whole[:-1], whole + b"!", whole.replace(b"1", b"2", 1), b"l10n check 1\n"):
        record.write_bytes(data)
        assert _check(checked).code == 1
        assert record.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_no_error(
    checked: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = checked.write("a-file", "")
    monkeypatch.setenv("L10N_CACHE", str(place))
    assert _check(checked) == _check(checked, "--no-cache")


def test_nothing_in_the_project_is_believed(
    checked: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _forge()
    for folder in (".l10n", ".cache", ".cache/l10n/check", ".l10n/check"):
        for record in _records():
            checked.write(f"{folder}/{record.name}", record.read_bytes())
    monkeypatch.setenv("L10N_CACHE", str(tmp_path / "elsewhere"))
    monkeypatch.chdir(checked.root)
    assert _check(checked).code == 1


def test_the_oldest_runs_go_first(checked: Site) -> None:
    (record,) = _records()
    for at in range(5):
        old = record.with_name(f"old{at}")
        old.write_bytes(bytes(LIMIT // 4))
        os.utime(old, (at, at))
    assert _check(checked, "--verbose").code == 1
    names = [path.name for path in _records()]
    assert "old0" not in names and "old1" not in names and "old4" in names
    assert record.name in names


def test_colours_and_width_are_part_of_what_was_said(
    checked: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    _forge()
    monkeypatch.setenv("COLUMNS", "60")
    assert _check(checked).out != "forged\n"


def test_a_summary_for_github_is_written_each_time(
    checked: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = checked.root / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    _check(checked, "--format", "github")
    once = summary.read_bytes()
    _check(checked, "--format", "github")
    assert summary.read_bytes() == once * 2


def test_many_at_once_do_not_disturb_one_another(checked: Site) -> None:
    for record in _records():
        record.unlink()
    running = [checked.start("check") for _ in range(3)]
    said = {process.communicate()[0] for process in running}
    assert len(said) == 1 and {process.returncode for process in running} == {1}
    assert len(_records()) == 1


def test_streams_are_given_back(checked: Site) -> None:
    streams = sys.stdout, sys.stderr
    _check(checked, "--no-cache")
    _check(checked)
    assert (sys.stdout, sys.stderr) == streams
