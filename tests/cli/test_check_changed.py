"""`l10n check --changed-since REV`: only what this branch has touched."""

import subprocess

import pytest

from tests.cli.conftest import Site
from tests.cli.test_check_formats import BROKEN, CATALOG, SAYS, SOURCE


def git(site: Site, *arguments: str) -> None:
    own = ["-c", "user.name=Ada", "-c", "user.email=ada@x.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *own, *arguments], cwd=site.root, check=True, capture_output=True)


@pytest.fixture
def committed(site: Site) -> Site:
    """Return a project in a repository, with a changed link in its last commit."""
    site.l10n("extract")
    site.fill(CATALOG, {SOURCE: BROKEN})
    git(site, "init", "--initial-branch", "main")
    git(site, "add", ".")
    git(site, "commit", "-m", "first")
    return site


def test_only_what_changed_is_told_of(committed: Site) -> None:
    result = committed.l10n("check", "--changed-since", "HEAD")
    assert (result.code, result.out) == (0, "nothing found in 0 messages\n")
    committed.fill(CATALOG, {"one thing": "une `chose`"})
    assert committed.l10n("check", "--changed-since", "main").out.endswith(" in 1 message\n")
    committed.fill(CATALOG, {SOURCE: BROKEN.replace("Voyez", "Lisez")})
    result = committed.l10n("check", "--changed-since", "HEAD")
    assert (result.code, SAYS in result.out) == (1, True)
    assert result.out.endswith(" in 2 messages\n")


def test_marks_and_comments_are_changes_and_lines_are_not(committed: Site) -> None:
    text = committed.read(CATALOG).decode()
    committed.write(CATALOG, text.replace("\n#. ", "\n#. A note\n#. ", 1).replace("\n", "\r\n"))
    assert committed.l10n("check", "--changed-since", "HEAD").out == "nothing found in 0 messages\n"
    committed.fill(CATALOG, {SOURCE: BROKEN}, fuzzy=True)
    assert committed.l10n("check", "--changed-since", "HEAD").out.endswith(" in 1 message\n")


def test_a_new_catalog_has_changed_as_a_whole(committed: Site) -> None:
    git(committed, "rm", "--cached", CATALOG)
    git(committed, "commit", "-m", "second")
    assert committed.l10n("check", "--changed-since", "HEAD").out.endswith(" in 5 messages\n")
    assert committed.l10n("check", "--changed-since", "HEAD~1").out.endswith(" in 0 messages\n")


def test_so_has_one_that_could_not_be_read(committed: Site) -> None:
    fine = committed.read(CATALOG)
    committed.write(CATALOG, fine + b"<<<<<<< HEAD\n")
    git(committed, "commit", "--all", "-m", "second")
    committed.write(CATALOG, fine)
    assert committed.l10n("check", "--changed-since", "HEAD").out.endswith(" in 5 messages\n")


def test_a_project_below_its_repository_with_an_odd_name(committed: Site) -> None:
    below = Site(committed.root / "a b" / "[é]\n", committed.call)
    for path in ("l10n.toml", "posts/letter.md", CATALOG):
        below.write(path, committed.read(path))
    assert below.l10n("check", "--changed-since", "HEAD").out.endswith(" in 5 messages\n")
    other = Site(committed.root / "a b" / "[é] #1", committed.call)
    for path in ("l10n.toml", "posts/letter.md", CATALOG):
        other.write(path, committed.read(path))
    git(committed, "add", ".")
    git(committed, "commit", "-m", "second")
    assert other.l10n("check", "--changed-since", "HEAD").out.endswith(" in 0 messages\n")


def test_a_baseline_is_not_called_stale(committed: Site) -> None:
    committed.l10n("check", "--baseline", "known.jsonl", "--write-baseline")
    result = committed.l10n("check", "--baseline", "known.jsonl", "--changed-since", "HEAD")
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize("revision", ["nowhere", "--all", "HEAD:posts", ""])
def test_an_unknown_revision(committed: Site, revision: str) -> None:
    result = committed.l10n("check", f"--changed-since={revision}")
    assert result.code == 2
    assert result.err == (
        f'error: --changed-since: git knows no revision "{revision}"\n'
        "  allowed: a branch, tag or commit, such as origin/main or HEAD~1\n"
        "  to do: fetch it first; in CI a checkout often holds one commit only"
        " (actions/checkout: fetch-depth: 0)\n"
    )


def test_outside_a_repository(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.root.parent))
    site.l10n("extract")
    result = site.l10n("check", "--changed-since", "HEAD")
    assert result.code == 2
    assert result.err == (
        "error: --changed-since: git cannot tell what changed: fatal: not a git repository (or any"
        " of the parent directories): .git\n"
        "  to do: run it in a clone of the repository, or leave the option out\n"
    )


def test_without_git(committed: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = committed.l10n("check", "--changed-since", "HEAD")
    assert result.code == 2
    assert result.err == (
        "error: --changed-since: git is not installed\n"
        "  to do: install git, or leave the option out\n"
    )
