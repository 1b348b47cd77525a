"""Findings as JUnit XML: a suite for each catalog, a case for each rule that speaks on it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from l10n.model.finding import Finding
from l10n.reports.printable import printable
from l10n.reports.states import is_state

# All but the characters of XML 1.0 (fifth edition), production 2.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Suite:
    """One catalog: how many cases it has, how many of them fail, and its lines."""

    tests: int
    failures: int
    lines: tuple[str, ...]


def findings_junit(
    findings: Sequence[Finding], paths: Iterable[str], fails: Callable[[Finding], bool]
) -> str:
    """Return a JUnit document of ``paths``, all that were checked, in their order.

    A case fails where ``fails`` says so of one of its findings; other findings are its output. A
    catalog on which nothing speaks has one case that passes. Without those that only say where
    a message stands, unless they fail.
    """
    by_path: dict[str, dict[str, list[Finding]]] = {path: {} for path in paths}
    for finding in findings:
        if fails(finding) or not (is_state(finding) or finding.known):
            rules = by_path.setdefault(finding.path, {})
            rules.setdefault(finding.rule, []).append(finding)
    suites = [_suite(path, rules, fails) for path, rules in by_path.items()]
    tests = sum(suite.tests for suite in suites)
    failures = sum(suite.failures for suite in suites)
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="l10n check" tests="{tests}" failures="{failures}" errors="0">',
            *(line for suite in suites for line in suite.lines),
            "</testsuites>\n",
        )
    )


def _suite(path: str, rules: dict[str, list[Finding]], fails: Callable[[Finding], bool]) -> _Suite:
    failures = sum(any(map(fails, found)) for found in rules.values())
    name, tests = _attribute(path), max(1, len(rules))
    lines = [f'  <testsuite name={name} tests="{tests}" failures="{failures}" errors="0">']
    for rule, found in (rules or {"l10n check": []}).items():
        lines += _case(f"    <testcase classname={name} name={_attribute(rule)}", found, fails)
    return _Suite(tests, failures, (*lines, "  </testsuite>"))


def _case(head: str, found: Sequence[Finding], fails: Callable[[Finding], bool]) -> Iterator[str]:
    if not found:
        yield f"{head}/>"
        return
    yield f"{head}>"
    failed = [finding for finding in found if fails(finding)]
    if failed:
        named = f"message={_attribute(failed[0].message)} type={_attribute(failed[0].rule)}"
        yield f"      <failure {named}>{_told(failed)}</failure>"
    rest = [finding for finding in found if not fails(finding)]
    if rest:
        yield f"      <system-out>{_told(rest)}</system-out>"
    yield "    </testcase>"


def _told(findings: Sequence[Finding]) -> str:
    from xml.sax.saxutils import escape  # loads urllib.request, which nothing else here needs

    text = "\n\n".join("\n".join(_lines(finding)) for finding in findings)
    return escape(_FORBIDDEN.sub("", text))


def _lines(finding: Finding) -> Iterator[str]:
    place = f"line {finding.line}, " if finding.line else ""
    yield f"{place}{finding.severity}: {printable(finding.message)}"
    for label, text in (
        ("source", finding.msgid),
        ("translation", finding.msgstr),
        ("to do", finding.hint),
    ):
        if text:
            yield f"  {label}: {printable(text)}"


def _attribute(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(_FORBIDDEN.sub("", printable(text)))
