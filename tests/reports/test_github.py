"""Annotations and job summaries of GitHub, which strangers' words must not steer."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from l10n.model.finding import Finding, Severity
from l10n.reports import github_annotations, github_summary
from tests.reports.findings import CHANGED, DRAFT

EVIL = "a\n::error file=x::b\r\n%0A::stop-commands::t, c:d \x1b[2J"


def test_one_line_for_each_finding_and_one_of_counts() -> None:
    assert github_annotations([DRAFT, CHANGED], 9) == (
        "::error file=locales/zh-Hans/a.po,line=12,endLine=12,title=link-changed::"
        "https://x.example/b stands where the source links to https://x.example/a"
        "%0Ato do: write https://x.example/a"
        "%0Asource: Read [the docs](https://x.example/a)."
        "%0Atranslation: 阅读👩‍🔬[文档e\u0301](https://x.example/b)。\n"
        "1 error, 1 info in 9 messages\n"
    )


def test_paths_lead_from_the_root_of_the_repository() -> None:
    text = github_annotations([CHANGED], 9, prefix="web/site/")
    assert text.startswith("::error file=web/site/locales/zh-Hans/a.po,line=12,")


def test_a_finding_without_line_hint_and_message() -> None:
    bare = Finding("post-x", Severity.WARNING, "fr", "a.po", "odd")
    assert github_annotations([bare], 1) == (
        "::warning file=a.po,title=post-x::odd\n1 warning in 1 message\n"
    )


def test_strangers_add_no_commands_and_no_properties() -> None:
    evil = replace(CHANGED, path=EVIL, message=EVIL, msgid=EVIL, msgstr=EVIL, hint=EVIL)
    text = github_annotations([evil], 1)
    assert text.count("\n") == 2
    assert "\r" not in text and "\x1b" not in text
    head, _, data = text.split("\n")[0].removeprefix("::error ").partition("::")
    assert head == (
        "file=a↵%3A%3Aerror file=x%3A%3Ab␍↵%250A%3A%3Astop-commands%3A%3At%2C c%3Ad ␛[2J,"
        "line=12,endLine=12,title=link-changed"
    )
    assert data.startswith("a↵::error file=x::b␍↵%250A::stop-commands::t, c:d ␛[2J%0Ato do: ")


def test_worst_first_ten_of_each_and_how_many_more() -> None:
    errors = [replace(CHANGED, line=line) for line in range(13, 0, -1)]
    warnings = [replace(CHANGED, severity=Severity.WARNING, line=line) for line in range(11)]
    lines = github_annotations([*warnings, *errors], 99, summary=True).split("\n")
    assert [line.split(" ")[0] for line in lines[:20]] == ["::error"] * 10 + ["::warning"] * 10
    assert [int(re.findall(r"line=(\d+)", line)[0]) for line in lines[:10]] == [*range(1, 11)]
    assert lines[20:] == [
        "3 more errors and 1 more warning in the summary of this job",
        "13 errors, 11 warnings in 99 messages",
        "",
    ]
    lines = github_annotations(errors, 99).split("\n")
    assert lines[10] == "3 more errors in the output of `l10n check`"


def test_known_findings_are_counted_only() -> None:
    known = replace(CHANGED, known=True)
    assert github_annotations([known], 9) == "nothing found in 9 messages; 1 known\n"
    assert github_summary([known], 9) == (
        "### Translations\n\nnothing found in 9 messages; 1 known\n"
    )


def test_the_summary_is_a_table_of_all_findings_and_a_count_of_states() -> None:
    warning = replace(CHANGED, severity=Severity.WARNING, message="a | b", hint="<img src=x>")
    assert github_summary([DRAFT, warning, CHANGED], 9) == (
        "### Translations\n"
        "\n"
        "1 error, 1 warning, 1 info in 9 messages\n"
        "\n"
        "| severity | place | rule | finding | to do |\n"
        "| --- | --- | --- | --- | --- |\n"
        r"| error | locales/zh-Hans/a\.po\:12 | link-changed | https\://x\.example/b stands "
        r"where the source links to https\://x\.example/a | write https\://x\.example/a |"
        "\n"
        r"| warning | locales/zh-Hans/a\.po\:12 | link-changed | a \| b | \<img src=x\> |"
        "\n"
        "\n"
        "1 draft\n"
    )


def test_the_summary_stays_below_what_github_takes() -> None:
    big = replace(CHANGED, message="字" * 1000)
    text = github_summary([big] * 1000, 1000)
    assert len(text.encode()) < 1024 * 1024
    assert re.search(r"\n\n\d+ more do not fit here\n$", text)


@given(st.text(st.characters(exclude_categories=[]), max_size=80))
def test_whatever_is_written_lines_stay_ours(text: str) -> None:
    evil = replace(CHANGED, path=text, message=text, msgid=text, msgstr=text, hint=text)
    lines = re.split("\r\n|\n|\r", github_annotations([evil], 1))
    assert len(lines) == 3
    assert lines[0].startswith("::error ")
    github_annotations([evil], 1).encode()
    table = github_summary([evil], 1)
    assert table.count("\n") == 7
    assert len(re.findall(r"(?<!\\)\|", table.split("\n")[6])) == 6
    table.encode()
