"""start_project(): what it writes, what it leaves, what it says."""

from pathlib import Path

import pytest

from l10n.model.errors import InputError
from l10n.project import Started, load_project, start_project

RECIPE = ".github/workflows/l10n.yml"


def _tree(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(b"words\n")


def test_a_plain_folder_is_started(tmp_path: Path) -> None:
    _tree(tmp_path, "posts/a.md", "posts/b.md")
    started = start_project(tmp_path, ["fr", "pt_BR"])
    assert started == Started(
        "a plain folder", ("l10n.toml", "glossary.yml", RECIPE), (), ("2 posts found",)
    )
    assert len(load_project(tmp_path).posts) == 2
    again = start_project(tmp_path, ["fr"])
    assert again == Started("a plain folder", (), (RECIPE, "glossary.yml", "l10n.toml"), ())


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    _tree(tmp_path, "_posts/2020-01-01-a.md")
    started = start_project(tmp_path, ["fr"], write=False)
    assert started == Started(
        "Jekyll",
        ("l10n.toml", "glossary.yml", RECIPE),
        (),
        (
            "Jekyll reads every _posts folder; the language becomes the first part of the address",
            "1 post found",
        ),
    )
    assert [path.name for path in tmp_path.iterdir()] == ["_posts"]


def test_what_is_still_to_be_mended_is_told(tmp_path: Path) -> None:
    _tree(tmp_path, "docusaurus.config.js", "docs/intro.md", "blog/intro.md")
    assert start_project(tmp_path, ["fr"]).notes == (
        "Docusaurus reads .md files as MDX, too",
        "2 posts found",
        "l10n.toml:15: blog/intro.md and docs/intro.md are both called intro\n"
        "  allowed: one {post} for each source file\n"
        "  to do: rename one, or write {folder}/**/*.md to keep the folder in {post}",
    )


def test_a_project_in_pyproject_gets_no_second_configuration(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b'[tool.l10n]\nlanguages = ["fr"]\n')
    started = start_project(tmp_path, ["fr"])
    assert (started.written, started.kept) == (("glossary.yml", RECIPE), ("l10n.toml",))


def test_unknown_languages_write_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        start_project(tmp_path, ["xx"])
    assert list(tmp_path.iterdir()) == []
