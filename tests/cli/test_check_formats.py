"""`l10n check --format`: what pull requests, code scanning and other programs get."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator

from tests.cli.conftest import Site

CATALOG = "locales/fr/letter.po"
SOURCE = "See [the docs](https://x.example/docs) and run `make`."
BROKEN = "Voyez [la doc](https://x.example/dosc) et lancez `make`."
SAYS = "https://x.example/dosc stands where the source links to https://x.example/docs"
ANNOTATION = (
    f"::error file={CATALOG},line=27,endLine=27,title=link-changed::{SAYS}"
    "%0Ato do: write https://x.example/docs"
    f"%0Asource: {SOURCE}%0Atranslation: {BROKEN}\n"
)


@pytest.fixture
def broken(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a project with one changed link, one fine message and three empty ones."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    site.l10n("extract")
    site.fill(CATALOG, {"Hello": "Bonjour", SOURCE: BROKEN})
    return site


def test_github_gets_annotations(broken: Site) -> None:
    result = broken.l10n("check", "--format", "github")
    assert (result.code, result.err) == (1, "")
    assert result.out == ANNOTATION + "1 error, 3 info in 5 messages\n"


def test_github_finds_the_file_of_a_project_below_the_repository(broken: Site) -> None:
    (broken.root / ".git").mkdir()
    below = Site(broken.root / "web" / "site", broken.call)
    for path in ("l10n.toml", "posts/letter.md", CATALOG):
        below.write(path, broken.read(path))
    for output, place in (
        ("github", f"file=web/site/{CATALOG},"),
        ("sarif", f'"web/site/{CATALOG}"'),
    ):
        assert place in below.l10n("check", "--format", output).out


def test_github_gets_a_summary_where_it_wants_one(
    broken: Site, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path_factory.mktemp("runner") / "summary.md"
    summary.write_bytes(b"# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    broken.l10n("check", "--format", "text")
    assert summary.read_bytes() == b"# Before\n"
    broken.l10n("check", "--format", "github")
    assert summary.read_bytes().decode() == (
        "# Before\n### Translations\n\n1 error, 3 info in 5 messages\n\n"
        "| severity | place | rule | finding | to do |\n| --- | --- | --- | --- | --- |\n"
        r"| error | locales/fr/letter\.po\:27 | link-changed | https\://x\.example/dosc stands "
        r"where the source links to https\://x\.example/docs | write https\://x\.example/docs |"
        "\n\n3 untranslated\n"
    )


def test_a_summary_that_cannot_be_written_is_told_of(
    broken: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(broken.root))
    result = broken.l10n("check", "--format", "github")
    assert result.out.startswith(ANNOTATION)
    assert result.err == (
        f"note: GITHUB_STEP_SUMMARY names {broken.root}, which cannot be written: Is a directory\n"
    )


def test_titles_cannot_speak_to_github(site: Site) -> None:
    title = "::error::100 % of `a`"
    site.write("posts/letter.md", f"# {title}\n")
    site.l10n("extract")
    site.fill(CATALOG, {title: "::error::tout\n::set-output::x"})
    line, counts, rest = site.l10n("check", "--format", "github").out.split("\n")
    assert line == (
        f"::error file={CATALOG},line=17,endLine=17,title=code-changed::`a` is missing"
        "%0Ato do: put `a` where it belongs%0Asource: ::error::100 %25 of `a`"
        "%0Atranslation: ::error::tout↵::set-output::x"
    )
    assert (counts, rest) == ("1 error in 1 message", "")


def test_sarif_is_valid(broken: Site, sarif_schema: dict[str, Any]) -> None:
    result = broken.l10n("check", "--format", "sarif")
    assert (result.code, result.err) == (1, "")
    log = json.loads(result.out)
    assert list(Draft4Validator(sarif_schema).iter_errors(log)) == []
    (found,) = log["runs"][0]["results"]
    assert found["ruleId"] == "link-changed"
    region = found["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == region["endLine"] == 28
    line = broken.read(CATALOG).decode().split("\n")[27]
    spot = line[region["startColumn"] - 1 : region["endColumn"] - 1]
    assert "https://x.example/dosc" in spot


def test_junit_fails_where_the_run_fails(broken: Site) -> None:
    result = broken.l10n("check", "--format", "junit")
    assert (result.code, result.err) == (1, "")
    root = ElementTree.fromstring(result.out.encode())
    assert root.attrib == {"name": "l10n check", "tests": "1", "failures": "1", "errors": "0"}
    strict = broken.l10n("check", "--format", "junit", "--fail-on", "info")
    assert ElementTree.fromstring(strict.out.encode()).get("failures") == "2"


def test_the_commands_of_the_recipe_exist(tmp_path: Path, broken: Site) -> None:
    """What `init` writes for CI is run here as it stands, but for the installation."""
    import yaml

    from l10n.project.starter import RECIPE

    fresh = Site(tmp_path / "fresh", broken.call)
    fresh.write("posts/letter.md", "# Hello\n")
    assert fresh.l10n("init", "fr").code == 0
    steps = yaml.safe_load(fresh.read(RECIPE))["jobs"]["l10n"]["steps"]
    commands = [step["run"].split() for step in steps if "run" in step]
    assert commands[0] == ["pip", "install", "l10n"]
    fresh.l10n("extract")
    for program, *arguments in commands[1:]:
        assert program == "l10n"
        assert fresh.l10n(*arguments).code == 0, arguments
