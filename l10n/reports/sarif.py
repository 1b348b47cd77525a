"""Findings as SARIF 2.1.0, for code scanning: what is new, what is known, what a rule means."""

from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from l10n.model.finding import Finding, Region, Severity
from l10n.model.fingerprint import fingerprint
from l10n.model.rule import Rule
from l10n.reports.json import dump
from l10n.reports.printable import printable
from l10n.reports.states import is_state

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_KNOWN = [{"kind": "external", "justification": "known from the baseline"}]


def findings_sarif(
    findings: Sequence[Finding],
    rules: Sequence[Rule],
    *,
    version: str,
    prefix: str = "",
    compared: bool = False,
    regions: Mapping[Finding, Region] | None = None,
) -> str:
    """Return a SARIF log of one run, with all ``rules`` and what they found.

    ``version`` is that of l10n; ``prefix`` leads from the repository's root to the project's (""
    or "docs/"). With ``compared``, every result says whether the baseline knows it. Without
    findings that only say where a message stands. ``regions`` holds the exact spots as far as
    they are known; other regions are whole lines.
    """
    indices = {rule.name: at for at, rule in enumerate(rules)}
    driver = {
        "name": "l10n",
        "version": version,
        "rules": [_rule(rule) for rule in rules],
    }
    seen: Counter[tuple[str, str]] = Counter()
    told = [finding for finding in findings if not is_state(finding)]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "the repository's root"}}},
        "results": [
            _result(finding, indices, prefix, compared, seen, (regions or {}).get(finding))
            for finding in told
        ],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, object]:
    ignore = f"To silence it for one message, add the translator comment `l10n: ignore {rule.name}`"
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{rule.summary} {rule.why}\n\n{ignore.replace('`', '')}.",
            "markdown": f"{rule.summary}\n\n{rule.why}\n\n{ignore}.",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["translation", rule.family]},
    }


def _result(
    finding: Finding,
    indices: dict[str, int],
    prefix: str,
    compared: bool,
    seen: Counter[tuple[str, str]],
    region: Region | None,
) -> dict[str, object]:
    # Two findings of a rule in one message may have no spot to tell them apart: they are numbered.
    same = fingerprint(finding)
    seen[finding.path, same] += 1
    number = seen[finding.path, same]
    result: dict[str, object] = {"ruleId": finding.rule}
    if finding.rule in indices:
        result["ruleIndex"] = indices[finding.rule]
    result |= {
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _place(finding, prefix, region)}],
        "partialFingerprints": {"l10n/v1": f"{same}:{number}"},
    }
    if compared:
        result["baselineState"] = "unchanged" if finding.known else "new"
    if finding.known:
        result["suppressions"] = _KNOWN
    result["properties"] = {
        "language": finding.language,
        "post": finding.post,
        "msgid": finding.msgid,
        "msgstr": finding.msgstr,
        "span": finding.span,
    }
    return result


def _message(finding: Finding) -> str:
    message = printable(finding.message)
    return f"{message}; to do: {printable(finding.hint)}" if finding.hint else message


def _place(finding: Finding, prefix: str, region: Region | None) -> dict[str, object]:
    uri = quote(prefix + finding.path, errors="replace")
    place: dict[str, object] = {"artifactLocation": {"uri": uri, "uriBaseId": "SRCROOT"}}
    if region:
        place["region"] = {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }
    elif finding.line:
        end = max(finding.line, finding.end_line)
        place["region"] = {"startLine": finding.line, "endLine": end}
    return place
