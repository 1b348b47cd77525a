"""`l10n glossary` on a small project, as from a shell."""

from pathlib import Path

import pytest

from l10n.glossary import parse_glossary
from tests.cli.conftest import Site

GLOSSARY = """\
# our words
terms:
  - term: thing   # vague
    fr: {use: chose, avoid: [truc]}
"""


def test_lint_names_line_and_language_and_fails_on_errors(site: Site) -> None:
    site.write("glossary.yml", GLOSSARY.replace("[truc]", "[Chose]") + "  - term: ocean\n")
    result = site.l10n("glossary", "lint")
    assert result.code == 1
    assert result.out == (
        'glossary.yml:4: error: fr: "chose" is to be used and avoided\n'
        "  to do: remove one of the two\n"
        'glossary.yml:5: warning: "ocean" is in no post\n'
        '  to do: remove it, or add the shape the posts have at "also"\n'
        "2 terms, 2 findings\n"
    )
    site.write("glossary.yml", GLOSSARY)
    result = site.l10n("glossary", "lint", "--fail-on", "warning")
    assert (result.code, result.out) == (0, "1 term, nothing to complain about\n")


def test_a_broken_glossary_is_refused_with_its_line(site: Site) -> None:
    site.write("glossary.yml", "trems: []\n")
    result = site.l10n("glossary", "lint")
    assert result.code == 2
    assert result.err == (
        'error: glossary.yml:1: unknown key "trems"\n'
        "error:   allowed: keep, terms\n"
        'error:   to do: write "terms"\n'
    ).replace("error:   ", "  ")


BROKEN = (
    'error: glossary.yml:1: unknown key "trems"\n  allowed: keep, terms\n  to do: write "terms"\n'
)


@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("check", "locales/fr/letter.po"),
        ("build", "--min-complete", "0"),
        ("run", "--min-complete", "0"),
    ],
)
def test_whatever_checks_uses_the_glossary_and_refuses_a_broken_one(
    site: Site, command: tuple[str, ...]
) -> None:
    assert site.l10n("extract").code == 0
    site.fill("locales/fr/letter.po", {"one thing": "un truc"})
    before = site.l10n(*command)
    assert "term-" not in before.out + before.err, "without a glossary, nothing is said of terms"
    site.write("glossary.yml", GLOSSARY)
    result = site.l10n(*command)
    assert result.code == 1
    assert "“truc” is avoided for “thing”" in result.out + result.err
    site.write("glossary.yml", "trems: []\n")
    result = site.l10n(*command)
    assert (result.code, result.err) == (2, BROKEN)


def test_a_catalog_of_no_post_is_held_against_the_glossary(site: Site) -> None:
    site.write("glossary.yml", GLOSSARY)
    header = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    site.write("other/fr/menu.po", header + b'msgid "A thing"\nmsgstr "Un truc"\n')
    result = site.l10n("check", "other/fr/menu.po")
    assert result.code == 1
    assert "term-avoided" in result.out


def test_suggest_prints_what_can_be_copied_into_the_glossary(site: Site) -> None:
    post = "The river gate opens.\n\nEach river gate closes.\n\nSee our river gate by PyLamp.\n\n"
    site.write("posts/letter.md", post + "With PyLamp.\n\nBy PyLamp alone.\n")
    assert site.l10n("extract").code == 0
    site.fill(
        "locales/fr/letter.po",
        {
            "The river gate opens.": "L’écluse s’ouvre.",
            "Each river gate closes.": "Chaque écluse se ferme.",
            "With PyLamp.": "Avec PyLamp.",
            "By PyLamp alone.": "Par PyLamp seul.",
        },
    )
    result = site.l10n("glossary", "suggest")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "keep:\n"
        "  # 3 times in 1 post; fr PyLamp 2\n"
        "  - PyLamp\n"
        "terms:\n"
        "  # 3 times in 1 post; fr écluse 2\n"
        "  - term: river gate\n"
        "    fr: écluse\n"
    )
    parse_glossary(result.out.encode(), "suggested")


def test_export_and_import_return_to_the_same_words(site: Site, tmp_path: Path) -> None:
    site.write("glossary.yml", GLOSSARY)
    before = site.files()
    for name, form in (("words.csv", "csv"), ("words.tbx", "tbx")):
        file = tmp_path / "elsewhere" / name
        file.parent.mkdir(exist_ok=True)
        shown = site.l10n("glossary", "export", "--format", form)
        assert site.l10n("glossary", "export", "--format", form, "-o", str(file)).code == 0
        assert file.read_bytes().decode().replace("\r\n", "\n") == shown.out.replace("\r\n", "\n")
        result = site.l10n("glossary", "import", str(file))
        assert (result.code, result.out, result.err) == (0, "glossary.yml: 0 terms added\n", "")
    assert site.read("glossary.yml") == before["glossary.yml"]


def test_import_adds_and_tells_what_it_left(site: Site) -> None:
    site.write("glossary.yml", GLOSSARY)
    site.write("words.md", "|en|fr|\n|--|--|\n|Thing|Machin|\n|River|Rivière|\n")
    arguments = ("glossary", "import", str(site.root / "words.md"))
    refused = site.l10n(*arguments)
    assert refused.code == 2
    assert "a Markdown table does not say its language\n  to do: add --language" in refused.err
    dry = site.l10n(*arguments, "--language", "fr", "--dry-run")
    assert dry.out == "glossary.yml: 1 term would be added\n"
    assert site.read("glossary.yml").decode() == GLOSSARY
    result = site.l10n(*arguments, "--language", "fr")
    assert (result.code, result.out) == (0, "glossary.yml: 1 term added\n")
    assert result.err == '  left as it is: thing (fr): the file says "chose", not "machin"\n'
    added = "  - term: river\n    fr: rivière\n"
    assert site.read("glossary.yml").decode() == GLOSSARY + added


def test_a_missing_or_strange_file_is_named(site: Site) -> None:
    missing = str(site.root / "none.csv")
    assert site.l10n("glossary", "import", missing).err == (
        f"error: {missing}: there is no such file\n  allowed: a CSV, TBX or Markdown file\n"
    )
    strange = str(site.write("words.doc", b""))
    assert site.l10n("glossary", "import", strange).err == (
        f'error: {strange}: "doc" files cannot be imported\n'
        "  allowed: .csv, .tsv, .tbx, .xml, .md, .mdx\n"
    )
