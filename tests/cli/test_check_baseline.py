"""`l10n check --baseline`: only what is new makes a run fail."""

import json

import pytest

from tests.cli.conftest import POST, Site
from tests.cli.test_check_formats import BROKEN, CATALOG, SAYS, SOURCE

KNOWN = "known.jsonl"
ANOTHER = "another `thing`"


@pytest.fixture
def broken(site: Site) -> Site:
    """Return a project with a changed link, which the baseline knows."""
    site.write("posts/letter.md", POST.replace(b"another thing", ANOTHER.encode()))
    site.l10n("extract")
    site.fill(CATALOG, {SOURCE: BROKEN})
    result = site.l10n("check", "--baseline", KNOWN, "--write-baseline")
    assert (result.code, result.err) == (0, f"1 finding written to {KNOWN}\n")
    assert result.out.endswith("\n4 info in 5 messages; 1 known\n")
    return site


def test_the_file_changes_only_where_findings_do(broken: Site) -> None:
    before = broken.read(KNOWN)
    assert before.decode() == (
        f'{{"path": "{CATALOG}", "rule": "link-changed", "about": "{SOURCE}", '
        f'"fingerprint": "{json.loads(before)["fingerprint"]}"}}\n'
    )
    broken.l10n("check", "--baseline", KNOWN, "--write-baseline")
    assert broken.read(KNOWN) == before
    broken.fill(CATALOG, {ANOTHER: "autre"})
    broken.l10n("check", "--baseline", KNOWN, "--write-baseline")
    assert sorted(broken.read(KNOWN).split(b"\n"))[-1:] == before.split(b"\n")[:1]


def test_what_is_known_is_no_reason_to_fail(broken: Site) -> None:
    assert broken.l10n("check").code == 1
    result = broken.l10n("check", "--baseline", KNOWN)
    assert (result.code, result.err, SAYS in result.out) == (0, "", False)
    broken.fill(CATALOG, {ANOTHER: "autre"})
    result = broken.l10n("check", "--baseline", KNOWN)
    assert (result.code, SAYS in result.out) == (1, False)
    assert "code-changed" in result.out
    assert result.out.endswith("\n1 error, 3 info in 5 messages; 1 known\n")


def test_edits_elsewhere_change_nothing(broken: Site) -> None:
    post = broken.read("posts/letter.md").replace(b"# Hello", b"A new first paragraph.\n\n# Hi")
    broken.write("posts/letter.md", post)
    broken.l10n("extract")
    broken.fill(CATALOG, {SOURCE: BROKEN.replace("Voyez", "Oh ! Lisez donc")})
    result = broken.l10n("check", "--baseline", KNOWN)
    assert (result.code, result.err) == (0, "")


def test_programs_are_told(broken: Site) -> None:
    report = json.loads(broken.l10n("check", "--baseline", KNOWN, "--format", "json").out)
    assert [one["known"] for one in report["findings"] if one["rule"] == "link-changed"] == [True]
    assert report["summary"]["error"] == 0
    log = json.loads(broken.l10n("check", "--baseline", KNOWN, "--format", "sarif").out)
    (result,) = log["runs"][0]["results"]
    assert (result["baselineState"], result["suppressions"][0]["kind"]) == ("unchanged", "external")
    lines = broken.l10n("check", "--baseline", KNOWN, "--format", "github").out
    assert lines == "4 info in 5 messages; 1 known\n"


def test_lines_without_a_finding_are_told_of(broken: Site) -> None:
    broken.fill(CATALOG, {SOURCE: SOURCE})
    note = (
        f"note: 1 finding of {KNOWN} is gone: link-changed in {CATALOG};"
        " --write-baseline brings it up to date\n"
    )
    result = broken.l10n("check", "--baseline", KNOWN)
    assert (result.code, result.err) == (0, note)
    assert broken.l10n("check", "fr", "--baseline", KNOWN).err == note
    assert broken.l10n("check", "--select", "code", "--baseline", KNOWN).err == ""
    assert broken.l10n("check", "--baseline", KNOWN, "--write-baseline").err == (
        f"0 findings written to {KNOWN}\n"
    )
    assert broken.read(KNOWN) == b""


def test_what_was_not_looked_at_is_kept(broken: Site) -> None:
    before = broken.read(KNOWN)
    broken.fill(CATALOG, {ANOTHER: "autre"})
    result = broken.l10n("check", "--select", "code", "--baseline", KNOWN, "--write-baseline")
    assert result.err == f"2 findings written to {KNOWN}\n"
    assert before in broken.read(KNOWN)
    broken.write("locales/fr/stray.po", b'msgid ""\nmsgstr "Language: fr\\n"\n')
    broken.l10n("check", "locales/fr/stray.po", "--baseline", KNOWN, "--write-baseline")
    assert broken.read(KNOWN).count(b"\n") == 2


def test_a_dry_run_writes_nothing(broken: Site) -> None:
    before = broken.files()
    broken.fill(CATALOG, {ANOTHER: "autre"})
    result = broken.l10n("check", "--baseline", KNOWN, "--write-baseline", "--dry-run")
    assert (result.code, result.err) == (0, f"2 findings would be written to {KNOWN}\n")
    assert broken.read(KNOWN) == before[KNOWN]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--baseline", "none.jsonl"],
         "none.jsonl: there is no such baseline\n  to do: make it with --write-baseline\n"),
        (["--write-baseline"],
         "--write-baseline: there is no --baseline\n  to do: add --baseline FILE\n"),
        (["--write-baseline", "--baseline", KNOWN, "--changed-since", "HEAD"],
         "--write-baseline: with --changed-since, all other findings would be lost from the"
         " baseline\n  to do: leave one of them out\n"),
    ],
)  # fmt: skip
def test_what_cannot_be(broken: Site, arguments: list[str], says: str) -> None:
    result = broken.l10n("check", *arguments)
    assert (result.code, result.out, result.err) == (2, "", f"error: {says}")


def test_a_baseline_outside_the_project(broken: Site) -> None:
    result = broken.l10n("check", "--baseline", "../known.jsonl", "--write-baseline")
    assert result.code == 2
    assert result.err == (
        f"error: ../known.jsonl: lies outside the project\n  allowed: files below {broken.root}\n"
    )
    assert not (broken.root.parent / "known.jsonl").exists()


def test_a_baseline_that_is_none_is_not_overwritten(broken: Site) -> None:
    result = broken.l10n("check", "--baseline", "l10n.toml", "--write-baseline")
    assert result.code == 2
    assert result.err.startswith("error: l10n.toml:1: this is not a line of a baseline\n")
