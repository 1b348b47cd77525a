"""Translations that volunteers made are adopted, built again, and read as before."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.adopt.trial import Pair, Result, adopt, newsletters, pages
from tests.cli.conftest import Site, call  # noqa: F401  (a fixture)

pytestmark = pytest.mark.corpus

SETTINGS = """\
languages = ["fr"]
min-complete = 0

[[posts]]
source = "posts/*.md"
target = "site/{lang}/{name}"
dialect = "kramdown"
front-matter = ["title", "excerpt"]
"""


@pytest.fixture(scope="module")
def french(corpus: Path) -> dict[str, Pair]:
    return {pair.name: pair for pair in newsletters(corpus, "fr")}


@pytest.fixture(scope="module")
def results(french: dict[str, Pair]) -> list[Result]:
    return [adopt(pair) for pair in french.values()]


def test_nearly_all_of_the_french_newsletters_is_filled(results: list[Result]) -> None:
    assert len(results) == 8
    total = sum(result.report.segments for result in results)
    assert sum(result.report.filled for result in results) >= 0.92 * total
    assert sum(result.report.doubtful for result in results) <= 0.04 * total
    for result in results:
        assert result.report.filled >= 0.8 * result.report.segments, result.pair.name
        assert result.report.conflicts == 0


def test_built_again_they_read_as_before_but_for_what_is_listed(results: list[Result]) -> None:
    for result in results:
        assert (result.pair.name, result.lost, result.refused) == (result.pair.name, (), 0)


def test_neither_extract_nor_a_second_run_changes_them(results: list[Result]) -> None:
    assert [result.pair.name for result in results if not result.stable] == []


def test_the_commands_run_clean(
    french: dict[str, Pair],
    tmp_path: Path,
    call: Callable[..., object],  # noqa: F811
) -> None:
    site = Site(tmp_path, call)  # type: ignore[arg-type]
    site.write("l10n.toml", SETTINGS)
    for pair in french.values():
        number = pair.name[-1]
        site.write(f"posts/{number}.md", pair.source.read_bytes())
        site.write(f"hand/{number}.md", pair.target.read_bytes())
        done = site.l10n("adopt", "fr", f"posts/{number}.md", f"hand/{number}.md")
        assert (done.code, done.err) == (0, "")
    assert site.l10n("extract", "--check").code == 0
    built = site.l10n("build", "--no-check")
    assert (built.code, built.err) == (0, "")
    assert built.out.startswith("fr: 8 posts built in site/fr/")
    before = site.files()
    assert site.l10n("adopt", "fr").code == 0
    catalogs = {path: data for path, data in before.items() if path.endswith(".po")}
    now = site.files()
    assert {path: now[path] for path in catalogs} == catalogs
    shutil.rmtree(tmp_path / "site")


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("folder", ["hf-course", "prompt-guide"])
def test_mdx_pages_are_adopted_without_loss(corpus: Path, folder: str, language: str) -> None:
    found = [adopt(pair) for pair in pages(corpus, folder, language)]
    assert found
    for result in found:
        assert result.stable, result.pair.name
        assert result.refused == 0, result.pair.name
