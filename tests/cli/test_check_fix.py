"""`l10n check --fix`: what is repaired on the disk, and what is told of it."""

import json

import pytest

from l10n.cli.checking import load_checked, read_units
from l10n.cli.fixing import run_fix
from l10n.model.errors import InputError
from l10n.rules import Policy
from l10n.workflow.check import find
from tests.cli.conftest import Site
from tests.cli.test_check_changed import git
from tests.cli.test_check_formats import BROKEN, CATALOG, SOURCE

REPAIRED = "repaired 2 findings in 1 file: 1 link-changed, 1 text-invisible"


@pytest.fixture
def broken(site: Site) -> Site:
    """Return a project with a mistyped address and an invisible character."""
    site.l10n("extract")
    site.fill(CATALOG, {SOURCE: BROKEN, "one thing": "une\u200b chose"})
    return site


def test_writes_what_it_repairs_and_nothing_else(broken: Site) -> None:
    before = broken.files()
    result = broken.l10n("check", "--fix")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"{REPAIRED}\n")
    assert result.out.endswith("\n3 info in 5 messages\n")
    repaired = before[CATALOG].decode().replace("\u200b", "").replace("/dosc", "/docs")
    assert broken.files() == before | {CATALOG: repaired.encode()}
    again = broken.l10n("check", "--fix")
    assert again.out.startswith("nothing to repair in catalogs\n")
    assert broken.read(CATALOG) == repaired.encode()


def test_shows_what_it_would_do(broken: Site) -> None:
    before = broken.files()
    result = broken.l10n("check", "--fix", "--dry-run", "--select", "link")
    assert (result.code, result.err) == (0, "")
    assert broken.files() == before
    shown, _, rest = result.out.partition("\nwould repair ")
    assert shown.startswith(f"--- a/{CATALOG}\n+++ b/{CATALOG}\n@@ ")
    changed = [line for line in shown.split("\n")[3:] if not line.startswith(" ")]
    assert changed == [
        f'-msgstr "{BROKEN}"',
        f'+msgstr "{BROKEN.replace("dosc", "docs")}"',
    ]
    assert rest == "1 finding in 1 file: 1 link-changed\nnothing found in 5 messages\n"


def test_machines_are_told_on_the_other_stream(broken: Site) -> None:
    result = broken.l10n("check", "--fix", "--format", "json", "--select", "link,text")
    assert result.err == f"{REPAIRED}\n"
    assert json.loads(result.out)["findings"] == []


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (("--ignore", "link-changed"), "dosc"),
        (("--select", "link"), "\u200b"),
        (("es",), "dosc"),
    ],
)
def test_repairs_only_what_is_asked_for(
    broken: Site, arguments: tuple[str, ...], left: str
) -> None:
    text = broken.read("l10n.toml").decode()
    broken.write("l10n.toml", text.replace('["fr"]', '["fr", "es"]'))
    broken.l10n("extract")
    broken.l10n("check", "--fix", *arguments)
    assert left in broken.read(CATALOG).decode()


def test_repairs_nothing_that_is_switched_off(broken: Site) -> None:
    text = broken.read("l10n.toml").decode()
    broken.write("l10n.toml", text + '[check.severity]\nlink-changed = "off"\n')
    result = broken.l10n("check", "--fix")
    assert result.out.startswith("repaired 1 finding in 1 file: 1 text-invisible\n")
    assert "dosc" in broken.read(CATALOG).decode()


def test_repairs_only_messages_that_changed(broken: Site) -> None:
    git(broken, "init", "--initial-branch", "main")
    git(broken, "add", ".")
    git(broken, "commit", "-m", "first")
    broken.fill(CATALOG, {"one thing": "encore une\u200b chose"})
    result = broken.l10n("check", "--fix", "--changed-since", "HEAD")
    assert result.out == (
        "repaired 1 finding in 1 file: 1 text-invisible\nnothing found in 1 message\n"
    )
    assert "dosc" in broken.read(CATALOG).decode()


def test_what_a_baseline_knows_is_repaired_too(broken: Site) -> None:
    broken.l10n("check", "--baseline", "known.jsonl", "--write-baseline")
    result = broken.l10n("check", "--fix", "--baseline", "known.jsonl")
    assert result.out.startswith(f"{REPAIRED}\n")
    assert result.err == (
        f"note: 2 findings of known.jsonl are gone: link-changed in {CATALOG}, "
        f"text-invisible in {CATALOG}; --write-baseline brings it up to date\n"
    )


def test_a_draft_stays_one(broken: Site) -> None:
    broken.fill(CATALOG, {"another thing": "une autre\u200b chose"}, fuzzy=True)
    broken.l10n("check", "--fix")
    assert (
        '#, fuzzy\nmsgid "another thing"\nmsgstr "une autre chose"\n'
        in broken.read(CATALOG).decode()
    )


def test_a_catalog_without_a_post_is_repaired_too(broken: Site) -> None:
    broken.write("other/fr.po", broken.read(CATALOG))
    result = broken.l10n("check", "--fix", "other/fr.po")
    assert result.out.startswith(f"{REPAIRED}\n")
    assert b"dosc" not in broken.read("other/fr.po")
    assert b"dosc" in broken.read(CATALOG)


def test_lines_are_those_of_the_new_file(broken: Site) -> None:
    text = broken.read(CATALOG).decode()
    wrapped = text.replace('msgstr "Voyez ', 'msgstr ""\n"Voyez "\n"')
    empty = 'another thing"\nmsgstr "'
    broken.write(CATALOG, wrapped.replace(empty, f"{empty}[une autre](https://y.example)"))
    result = broken.l10n("check", "--fix", "--format", "json", "--select", "link")
    (line,) = (one["line"] for one in json.loads(result.out)["findings"])
    assert broken.read(CATALOG).decode().split("\n")[line - 1] == 'msgid "another thing"'


def test_a_repair_that_would_bring_another_finding_is_told_of(broken: Site) -> None:
    broken.fill(CATALOG, {SOURCE: "", "one thing": "une\u200b une chose"})
    before = broken.read(CATALOG)
    result = broken.l10n("check", "--fix", "--select", "text")
    line = before.decode().split("\n").index('msgid "one thing"') + 1
    assert result.out.startswith(
        "nothing to repair in catalogs\n"
        "1 finding was left, since the repair would bring another: "
        f"{CATALOG}:{line} text-invisible\n"
    )
    assert broken.read(CATALOG) == before


def test_what_somebody_saved_meanwhile_is_not_overwritten(broken: Site) -> None:
    project = load_checked(broken.root)
    units = read_units(project, ())
    findings = find(units)
    broken.fill(CATALOG, {SOURCE: "Voyez [la doc](https://x.example/dosc), lancez `make`."})
    before = broken.read(CATALOG)
    with pytest.raises(InputError) as raised:
        run_fix(project, (), units, findings, Policy(), None, print, write=True)
    assert [str(flaw) for flaw in raised.value.flaws] == [
        f"{CATALOG}: was changed by another program meanwhile\n  to do: run this again"
    ]
    assert broken.read(CATALOG) == before
