"""JUnit XML, as continuous integration of other makes reads it."""

from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from l10n.model.finding import Finding, Severity
from l10n.reports import findings_junit
from tests.reports.findings import CHANGED, DRAFT


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and not finding.known


def test_a_suite_for_each_catalog_and_a_case_for_each_rule() -> None:
    warning = replace(CHANGED, severity=Severity.WARNING, rule="code-changed", line=13, hint="")
    text = findings_junit([CHANGED, warning, DRAFT], ["locales/zh-Hans/a.po", "b.po"], _is_error)
    assert text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="l10n check" tests="3" failures="1" errors="0">\n'
        '  <testsuite name="locales/zh-Hans/a.po" tests="2" failures="1" errors="0">\n'
        '    <testcase classname="locales/zh-Hans/a.po" name="link-changed">\n'
        '      <failure message="https://x.example/b stands where the source links to '
        'https://x.example/a" type="link-changed">line 12, error: https://x.example/b stands '
        "where the source links to https://x.example/a\n"
        "  source: Read [the docs](https://x.example/a).\n"
        "  translation: 阅读👩‍🔬[文档e\u0301](https://x.example/b)。\n"
        "  to do: write https://x.example/a</failure>\n"
        "    </testcase>\n"
        '    <testcase classname="locales/zh-Hans/a.po" name="code-changed">\n'
        "      <system-out>line 13, warning: https://x.example/b stands "
        "where the source links to https://x.example/a\n"
        "  source: Read [the docs](https://x.example/a).\n"
        "  translation: 阅读👩‍🔬[文档e\u0301](https://x.example/b)。</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="b.po" tests="1" failures="0" errors="0">\n'
        '    <testcase classname="b.po" name="l10n check"/>\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )
    ElementTree.fromstring(text.encode())


def test_what_is_known_is_no_failure_and_what_fails_is_told() -> None:
    text = findings_junit([replace(CHANGED, known=True)], ["a.po"], _is_error)
    assert 'failures="0"' in text and "link-changed" not in text
    assert '<failure message="a draft' in findings_junit([DRAFT], [], lambda _: True)


@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_a_strict_parser_loads_whatever_is_written(text: str) -> None:
    evil = replace(CHANGED, path=text, message=text, msgid=text, msgstr=text, hint=text)
    document = findings_junit([evil], [text], _is_error)
    root = ElementTree.fromstring(document.encode())
    assert [len(root.findall(f".//{name}")) for name in ("testsuite", "testcase", "failure")] == [
        1,
        1,
        1,
    ]
