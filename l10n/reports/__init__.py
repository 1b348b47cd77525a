"""Findings and progress as text for people, and as JSON and Markdown for programs."""

from l10n.reports.github import github_annotations, github_summary
from l10n.reports.json import findings_json
from l10n.reports.junit import findings_junit
from l10n.reports.sarif import findings_sarif
from l10n.reports.status import status_json, status_markdown, status_table
from l10n.reports.text import ANSI, PLAIN, Palette, findings_text

__all__ = (
    "ANSI",
    "PLAIN",
    "Palette",
    "findings_json",
    "findings_junit",
    "findings_sarif",
    "findings_text",
    "github_annotations",
    "github_summary",
    "status_json",
    "status_markdown",
    "status_table",
)
