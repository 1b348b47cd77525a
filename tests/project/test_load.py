"""Loading: where a project is looked for, and what is told when there is none."""

from pathlib import Path

import pytest

from l10n.model.errors import InputError
from l10n.project import load_project

SMALLEST = (
    b'languages = ["fr"]\n[[posts]]\nsource = "posts/*.md"\ntarget = "site/{lang}/{post}.md"\n'
)


def test_the_smallest_project_loads(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_bytes(SMALLEST)
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_bytes(b"hello\n")
    project = load_project(tmp_path)
    assert [post.id for post in project.posts] == ["a"]
    assert project.root == tmp_path.resolve()


def test_a_folder_inside_a_repository_belongs_to_the_project_above(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "l10n.toml").write_bytes(SMALLEST)
    below = tmp_path / "posts" / "deep"
    below.mkdir(parents=True)
    assert load_project(below).root == tmp_path.resolve()


def test_outside_a_repository_nothing_above_is_obeyed(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_bytes(SMALLEST)
    below = tmp_path / "posts"
    below.mkdir()
    with pytest.raises(InputError) as raised:
        load_project(below)
    assert str(raised.value) == (
        f"{below}: no l10n.toml and no [tool.l10n] in pyproject.toml, here or above in the"
        " repository\n  to do: run l10n init, or name the project's folder by -C DIR"
    )


def test_the_search_ends_at_the_repository(tmp_path: Path) -> None:
    (tmp_path / "l10n.toml").write_bytes(SMALLEST)
    below = tmp_path / "repository"
    (below / ".git").mkdir(parents=True)
    with pytest.raises(InputError):
        load_project(below)


def test_pyproject_counts_when_it_has_the_table(tmp_path: Path) -> None:
    shared = b'[project]\nname = "x"\n[tool.l10n]\n' + SMALLEST.replace(
        b"posts]]", b"tool.l10n.posts]]"
    )
    (tmp_path / "pyproject.toml").write_bytes(shared)
    assert load_project(tmp_path).settings.languages[0].tag == "fr"


def test_a_pyproject_without_the_table_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b'[project]\nname = "l10n"\n')
    with pytest.raises(InputError):
        load_project(tmp_path)


def test_flaws_in_pyproject_carry_its_lines(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b'[tool.l10n]\nlanguages = ["fr"]\nnmae = "x"\n')
    with pytest.raises(InputError) as raised:
        load_project(tmp_path)
    assert [flaw.where for flaw in raised.value.flaws] == ["pyproject.toml:1", "pyproject.toml:3"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    with pytest.raises(InputError) as raised:
        load_project(missing)
    assert str(raised.value) == (f"{missing}: is not a folder\n  to do: name the project's folder")
