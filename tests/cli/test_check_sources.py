"""Posts that are not all in UTF-8: told of by `l10n check`, put right by `--fix`."""

import json

import pytest

from tests.cli.conftest import POST, Site
from tests.cli.test_check_changed import git
from tests.cli.test_check_formats import CATALOG

PATH = "posts/letter.md"
RIGHT = POST.replace(b"one thing", "un café, déjà bu".encode())
WRONG = RIGHT.decode("mac_roman").encode()
SAYS = "UTF-8 was read as Mac Roman: caf√©, was once café,"


@pytest.fixture
def garbled(site: Site) -> Site:
    """Return a project whose post has a line in a wrong encoding, translated."""
    site.write(PATH, WRONG)
    site.l10n("extract")
    site.fill(CATALOG, {"un caf√©, d√©j√† bu": "one coffee, drunk already", "Hello": "Salut"})
    return site


def test_a_garbled_post_is_an_error(garbled: Site) -> None:
    result = garbled.l10n("check", "--select", "text")
    assert (result.code, result.err) == (1, "")
    assert result.out == (
        f"{PATH}\n"
        f"  8  error  text-mojibake  {SAYS}\n"
        "        source       un caf√©, d√©j√† bu\n"
        "        to do        repair the post with --fix, then run `l10n extract`\n"
        "\n"
        "1 error in 5 messages\n"
    )


@pytest.mark.parametrize("output", ["json", "github", "sarif", "junit"])
def test_machines_are_told(garbled: Site, output: str) -> None:
    result = garbled.l10n("check", "--select", "text", "--format", output)
    assert result.code == 1
    assert PATH in result.out
    if output == "json":
        (found,) = json.loads(result.out)["findings"]
        told = (found["path"], found["line"], found["language"], found["fixable"])
        assert told == (PATH, 8, "en", True)


def test_it_is_put_right_to_the_byte(garbled: Site) -> None:
    before = garbled.files()
    shown = garbled.l10n("check", "--fix", "--dry-run", "--select", "text")
    assert garbled.files() == before
    assert "\n+- un café, déjà bu" in shown.out
    assert f"\nwould put the encoding of 1 post right: {PATH}\n" in shown.out
    result = garbled.l10n("check", "--fix", "--select", "text")
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "nothing to repair in catalogs\n"
        f"put the encoding of 1 post right: {PATH}\n"
        "run `l10n extract` to give translators the new text; what they did is carried over\n"
        "nothing found in 5 messages\n"
    )
    assert garbled.files() == before | {PATH: RIGHT}
    garbled.l10n("extract")
    assert (
        '#, fuzzy\n#| msgid "un caf√©, d√©j√† bu"\nmsgid "un café, déjà bu"\n'
        'msgstr "one coffee, drunk already"\n'
    ) in garbled.read(CATALOG).decode()
    again = garbled.l10n("check", "--fix", "--select", "text")
    assert again.out == "nothing to repair in catalogs\nnothing found in 5 messages\n"


def test_what_lost_a_part_is_told_of_and_left(garbled: Site) -> None:
    garbled.write(PATH, WRONG.replace("√†".encode(), "\ufffd√©".encode()))
    assert garbled.l10n("check", "--fix", "--select", "text").code == 0
    assert "\ufffd√©" in garbled.read(PATH).decode()


@pytest.mark.parametrize(
    "arguments", [("--ignore", "text-mojibake"), ("--select", "link"), ("other/fr.po",)]
)
def test_nothing_is_said_where_it_is_not_asked_for(
    garbled: Site, arguments: tuple[str, ...]
) -> None:
    garbled.write("other/fr.po", garbled.read(CATALOG))
    assert PATH not in garbled.l10n("check", *arguments).out


def test_only_what_changed_is_told_of(garbled: Site) -> None:
    git(garbled, "init", "--initial-branch", "main")
    git(garbled, "add", ".")
    git(garbled, "commit", "-m", "first")
    assert garbled.l10n("check", "--changed-since", "HEAD").code == 0
    garbled.write(PATH, WRONG.replace(b"another", b"one other"))
    assert garbled.l10n("check", "--changed-since", "HEAD").code == 1


def test_a_post_may_show_what_garbled_text_looks_like(site: Site) -> None:
    shown = "A `caf√©`, or √© for é"
    site.write(PATH, POST.replace(b"one thing", shown.encode()))
    assert site.l10n("check", "--fix").code == 0
    assert shown in site.read(PATH).decode()


def test_a_baseline_knows_it(garbled: Site) -> None:
    garbled.l10n("check", "--baseline", "known.jsonl", "--write-baseline")
    assert garbled.l10n("check", "--baseline", "known.jsonl").code == 0


def test_a_hand_translation_is_put_right_too(site: Site) -> None:
    right = POST.replace(b"one thing", "le café déjà bu (https://x.example/café)".encode())
    site.write("fr.md", right.decode("mac_roman"))
    arguments = ("check", "fr.md", "--against", PATH, "--language", "fr", "--fix")
    shown = site.l10n(*arguments, "--dry-run")
    assert shown.out.startswith("--- a/fr.md\n+++ b/fr.md\n")
    assert "\nwould put the encoding of fr.md right\n" in shown.out
    assert "text-mojibake" not in shown.out
    assert site.read("fr.md") != right
    result = site.l10n(*arguments, "--format", "json")
    assert result.err == "put the encoding of fr.md right\n"
    assert "text-mojibake" not in {one["rule"] for one in json.loads(result.out)["findings"]}
    assert site.read("fr.md") == right
    again = site.l10n(*arguments, "--format", "json")
    assert again.err == "nothing to repair: with --against, that is the encoding alone\n"


def test_a_file_outside_of_the_project_is_not_written(site: Site) -> None:
    place = site.root / "project"
    for path, data in site.files().items():
        Site(place, site.call).write(path, data)
    outside = site.write("fr.md", WRONG)
    arguments = (str(outside), "--against", PATH, "--language", "fr", "--fix")
    result = Site(place, site.call).l10n("check", *arguments)
    assert (result.code, outside.read_bytes()) == (2, WRONG)
    assert result.err.startswith(f"error: {outside}: lies outside the project\n")
