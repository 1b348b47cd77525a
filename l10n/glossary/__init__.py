"""The glossary: `glossary.yml` in, its terms found in texts, and exchange with other tools."""

from l10n.glossary.candidates import Candidate, find_candidates
from l10n.glossary.lint import lint
from l10n.glossary.match import Matcher, matches
from l10n.glossary.merge import Merged, entry_lines, merge_terms
from l10n.glossary.parse import parse_glossary
from l10n.glossary.renderings import find_renderings
from l10n.glossary.schema import glossary_schema
from l10n.glossary.table import read_csv, read_markdown, write_csv
from l10n.glossary.tbx import read_tbx, write_tbx

__all__ = [
    "Candidate",
    "Matcher",
    "Merged",
    "entry_lines",
    "find_candidates",
    "find_renderings",
    "glossary_schema",
    "lint",
    "matches",
    "merge_terms",
    "parse_glossary",
    "read_csv",
    "read_markdown",
    "read_tbx",
    "write_csv",
    "write_tbx",
]
