"""Findings for people: by file, with source and translation, the spot and what to do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.model.finding import Finding, Severity
from l10n.reports.counts import count_findings
from l10n.reports.excerpt import excerpt
from l10n.reports.printable import printable
from l10n.reports.states import count_states, is_state

_INDENT = " " * 8
_LABEL = 13  # columns of "translation" and two blanks


@dataclass(frozen=True, slots=True)
class Palette:
    """What is written before a part of the report to colour it, and ``reset`` behind it."""

    path: str = ""
    error: str = ""
    warning: str = ""
    info: str = ""
    mark: str = ""
    reset: str = ""

    def paint(self, colour: str, text: str) -> str:
        """Return ``text`` in the colour named by one of the fields' values."""
        return f"{colour}{text}{self.reset}" if colour else text

    def of(self, severity: Severity) -> str:
        """Return the colour of a Severity."""
        return {Severity.ERROR: self.error, Severity.WARNING: self.warning}.get(severity, self.info)


PLAIN = Palette()
ANSI = Palette("\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[32m", "\x1b[0m")


def findings_text(
    findings: Sequence[Finding],
    messages: int,
    *,
    verbose: bool = False,
    palette: Palette = PLAIN,
    width: int = 100,
) -> str:
    """Return a report of the findings, and a last line of counts.

    ``messages`` is how many were checked. Unless ``verbose``, untranslated, draft and obsolete
    messages are only counted, one line for each file, and what is known from a baseline in the
    last line alone. ``width`` is in columns.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if verbose or not finding.known:
            by_path.setdefault(finding.path, []).append(finding)
    lines: list[str] = []
    for path, found in by_path.items():
        if path:
            lines.append(palette.paint(palette.path, printable(path)))
        told = [one for one in found if verbose or not is_state(one)]
        for finding in told:
            lines += _finding(finding, palette, width)
        if len(told) < len(found):
            lines.append(f"  {count_states(found)} (--verbose lists them)")
        lines.append("")
    lines.append(count_findings(findings, messages))
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, palette: Palette, width: int) -> Iterator[str]:
    place = f"{finding.line}  " if finding.line else ""
    severity = palette.paint(palette.of(finding.severity), str(finding.severity))
    known = " (known)" if finding.known else ""
    yield f"  {place}{severity}{known}  {finding.rule}  {printable(finding.message)}"
    columns = max(20, width - len(_INDENT) - _LABEL)
    if finding.msgid:
        yield _labelled("source", excerpt(finding.msgid, None, columns).line)
    if finding.msgstr:
        shown = excerpt(finding.msgstr, finding.span, columns)
        yield _labelled("translation", shown.line)
        if shown.carets:
            indent = len(shown.carets) - len(shown.carets.lstrip())
            carets = " " * indent + palette.paint(palette.mark, shown.carets[indent:])
            yield _labelled("", carets)
    if finding.hint:
        yield _labelled("to do", printable(finding.hint))


def _labelled(label: str, text: str) -> str:
    return f"{_INDENT}{label:{_LABEL}}{text}"
