"""The rule pages in docs/rules are what the rules say."""

from pathlib import Path

from docs.generate import rule_pages
from l10n.rules import RULES
from l10n.rules.pages import pages

_FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rules"
_HOW = "run `make generate`"


def test_pages_are_current() -> None:
    wanted = rule_pages()
    found = {path.name: path.read_bytes().decode() for path in _FOLDER.glob("*.md")}
    assert found == wanted, _HOW


def test_a_page_shows_examples_of_both_kinds() -> None:
    page = pages(RULES)["code-changed.md"]
    assert page.startswith("# code-changed\n\nA code span of the source is missing or changed.\n")
    assert "Severity: error; warning in drafts and outdated messages." in page
    assert (
        "source       Run `make test` first.\n"
        "translation  Lancez d'abord `faire test`.\n"
        "finding      `faire test` stands where the source has `make test`\n"
        "to do        write `make test`\n"
    ) in page
    assert "# l10n: ignore code-changed\n" in page
