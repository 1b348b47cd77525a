"""Findings as annotations of a pull request on GitHub, and as the summary of its job."""

import re
from collections.abc import Iterator, Sequence

from l10n.model.finding import Finding, Severity
from l10n.reports.counts import count_findings
from l10n.reports.printable import printable
from l10n.reports.states import count_states, is_state

# GitHub shows ten of each per step: docs.github.com, "Workflow commands for GitHub Actions".
SHOWN = 10
# A step's summary may take 1 MiB, and is not shown at all beyond it: ibid.
_SUMMARY_BYTES = 1_000_000
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
# What would be markup, a link, a mention or a formula.
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#&@:$.])")
_HEAD = "| severity | place | rule | finding | to do |\n| --- | --- | --- | --- | --- |\n"


def github_annotations(
    findings: Sequence[Finding], messages: int, *, prefix: str = "", summary: bool = False
) -> str:
    """Return workflow commands, one line each, worst first, and a last line of counts.

    At most SHOWN errors and SHOWN warnings; a line says how many more there are. ``prefix`` leads
    from the repository's root to the project's ("" or "docs/"); ``summary`` says that
    github_summary() is shown as well.
    """
    lines: list[str] = []
    left: list[str] = []
    for severity in _COMMANDS:
        found = [finding for finding in _told(findings) if finding.severity is severity]
        lines += (_annotation(finding, prefix) for finding in found[:SHOWN])
        if len(found) > SHOWN:
            more = len(found) - SHOWN
            left.append(f"{more} more {severity}{'s' if more > 1 else ''}")
    if left:
        where = "in the summary of this job" if summary else "in the output of `l10n check`"
        lines.append(f"{' and '.join(left)} {where}")
    lines.append(count_findings(findings, messages))
    return "\n".join(lines) + "\n"


def github_summary(findings: Sequence[Finding], messages: int) -> str:
    """Return all findings but known ones as Markdown (GFM), worst first, in less than 1 MB."""
    told = _told(findings)
    states = count_states(findings)
    end = f"\n{states}\n" if states else ""
    parts = ["### Translations\n\n", count_findings(findings, messages) + "\n"]
    if told:
        parts += ["\n", _HEAD]
    size = sum(len(part.encode()) for part in (*parts, end))
    for at, finding in enumerate(told):
        row = _row(finding)
        size += len(row.encode("utf-8", "replace"))
        if size > _SUMMARY_BYTES:
            parts.append(f"\n{len(told) - at} more do not fit here\n")
            break
        parts.append(row)
    return "".join((*parts, end))


def _told(findings: Sequence[Finding]) -> list[Finding]:
    told = [finding for finding in findings if not finding.known and not is_state(finding)]
    return sorted(told, key=lambda one: (-one.severity, one.path, one.line, one.rule))


def _annotation(finding: Finding, prefix: str) -> str:
    properties = {"file": prefix + finding.path}
    if finding.line:
        properties |= {"line": str(finding.line), "endLine": str(finding.end_line or finding.line)}
    properties["title"] = finding.rule
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    text = _data("\n".join(_lines(finding)))
    return f"::{_COMMANDS[finding.severity]} {told}::{text}"


def _lines(finding: Finding) -> Iterator[str]:
    yield printable(finding.message)
    if finding.hint:
        yield f"to do: {printable(finding.hint)}"
    if finding.msgid:
        yield f"source: {printable(finding.msgid)}"
    if finding.msgstr:
        yield f"translation: {printable(finding.msgstr)}"


def _data(text: str) -> str:
    """Escape the part behind the second ``::`` as @actions/core's toCommandValue does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")


def _row(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    cells = (str(finding.severity), place, finding.rule, finding.message, finding.hint)
    safe = (_MARKDOWN.sub(r"\\\1", printable(cell)) for cell in cells)
    return f"| {' | '.join(safe)} |\n"
