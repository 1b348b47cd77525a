"""The last line of a report: how much was found, in how many messages."""

from collections import Counter
from collections.abc import Sequence

from l10n.model.finding import Finding, Severity


def count_findings(findings: Sequence[Finding], messages: int) -> str:
    """Return "1 error, 2 info in 120 messages", and how many more are known from a baseline."""
    counts = Counter(finding.severity for finding in findings if not finding.known)
    parts = [
        counted(counts[severity], severity)
        for severity in sorted(Severity, reverse=True)
        if counts[severity]
    ]
    known = sum(finding.known for finding in findings)
    checked = f"{messages} message{'' if messages == 1 else 's'}"
    line = f"{', '.join(parts) or 'nothing found'} in {checked}"
    return f"{line}; {known} known" if known else line


def counted(count: int, severity: Severity) -> str:
    """Return a count of findings: "1 error", "2 warnings", "3 info"."""
    plural = count != 1 and severity is not Severity.INFO
    return f"{count} {severity}{'s' if plural else ''}"
