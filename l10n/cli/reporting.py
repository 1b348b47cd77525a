"""Printing findings: for people, for programs, and for what runs a check for us."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from l10n import __version__
from l10n.catalog import find_spot
from l10n.cli.console import colour, note
from l10n.cli.options import FindingsFormat
from l10n.model.finding import Finding, Region
from l10n.model.message import State
from l10n.model.unit import Unit
from l10n.project import Project
from l10n.reports import (
    ANSI,
    PLAIN,
    findings_json,
    findings_junit,
    findings_sarif,
    findings_text,
    github_annotations,
    github_summary,
)
from l10n.rules import RULES

SUMMARY = "GITHUB_STEP_SUMMARY"  # where GitHub wants the Markdown of a job's page


def report(
    project: Project,
    findings: Sequence[Finding],
    units: Sequence[Unit],
    output: FindingsFormat,
    fails: Callable[[Finding], bool],
    *,
    verbose: bool = False,
    compared: bool = False,
) -> None:
    """Print what was found in ``units`` on stdout, and GitHub's summary into its own file.

    ``fails`` says which findings make the run fail; ``compared``, whether a baseline was used.
    """
    match output:
        case FindingsFormat.TEXT:
            print_findings(findings, units, verbose=verbose)
            return
        case FindingsFormat.JSON:
            text = findings_json(findings, _live(units))
        case FindingsFormat.SARIF:
            prefix = _prefix(project.root)
            text = findings_sarif(
                findings,
                RULES,
                version=__version__,
                prefix=prefix,
                compared=compared,
                regions=_regions(project, findings),
            )
        case FindingsFormat.JUNIT:
            text = findings_junit(findings, dict.fromkeys(unit.path for unit in units), fails)
        case FindingsFormat.GITHUB:
            summary = _summarise(github_summary(findings, _live(units)))
            prefix = _prefix(project.root)
            text = github_annotations(findings, _live(units), prefix=prefix, summary=summary)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))


def print_findings(
    findings: Sequence[Finding], units: Sequence[Unit] = (), *, verbose: bool = False
) -> None:
    """Print findings for people on stdout."""
    import shutil

    palette = ANSI if colour(sys.stdout.isatty()) else PLAIN
    width = shutil.get_terminal_size((100, 24)).columns
    sys.stdout.write(
        findings_text(findings, _live(units), verbose=verbose, palette=palette, width=width)
    )


def _live(units: Sequence[Unit]) -> int:
    return sum(unit.message.state is not State.OBSOLETE for unit in units)


def _regions(project: Project, findings: Sequence[Finding]) -> dict[Finding, Region]:
    """Return the spots of findings in PO files, as far as they can be told."""
    regions: dict[Finding, Region] = {}
    lines: dict[str, list[bytes]] = {}
    for finding in findings:
        if finding.span and finding.path.endswith(".po"):
            if finding.path not in lines:
                lines[finding.path] = (project.read(finding.path) or b"").split(b"\n")
            spot = find_spot(lines[finding.path], finding.line, finding.msgstr, finding.span)
            if spot:
                regions[finding] = spot
    return regions


def _prefix(root: Path) -> str:
    """Return the way from the repository's root to the project's: "" or "docs/"."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            way = root.relative_to(folder).as_posix()
            return "" if way == "." else f"{way}/"
    return ""


def _summarise(text: str) -> bool:
    """Append ``text`` to the summary of the job, if there is one; return whether it was."""
    path = os.environ.get(SUMMARY)
    if not path:
        return False
    try:
        with Path(path).open("ab") as file:
            file.write(text.encode("utf-8", "replace"))
    except OSError as error:
        note(f"note: {SUMMARY} names {path}, which cannot be written: {error.strerror}")
        return False
    return True
