"""Findings for programs: JSON whose keys are only ever added to."""

import json
import re
from collections import Counter
from collections.abc import Sequence

from l10n.model.finding import Finding, Severity

VERSION = 1
# What would act on a terminal, turn text around, or could not be written as UTF-8 at all. Outside
# of strings JSON has none of it.
_UNSAFE = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def findings_json(findings: Sequence[Finding], messages: int) -> str:
    """Return the findings as one JSON object; ``messages`` is how many were checked.

    ``span`` is a pair of character offsets of ``msgstr``, or null. Not ASCII only: UTF-8. What is
    ``known`` from a baseline is listed, and counted apart from the severities.
    """
    counts = Counter(finding.severity for finding in findings if not finding.known)
    known = sum(finding.known for finding in findings)
    summary = {str(severity): counts[severity] for severity in sorted(Severity, reverse=True)}
    return dump(
        {
            "version": VERSION,
            "findings": [_finding(finding) for finding in findings],
            "summary": {**summary, "messages": messages, "known": known},
        }
    )


def dump(value: object) -> str:
    """Return ``value`` as the JSON that all reports are written in."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "language": finding.language,
        "path": finding.path,
        "line": finding.line,
        "end_line": finding.end_line,
        "post": finding.post,
        "msgid": finding.msgid,
        "msgstr": finding.msgstr,
        "span": finding.span,
        "message": finding.message,
        "hint": finding.hint,
        "fixable": finding.fixable,
        "msgctxt": finding.msgctxt,
        "known": finding.known,
    }
