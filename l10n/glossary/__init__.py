"""The glossary: `glossary.yml` in, and its terms found in sources and translations."""

from l10n.glossary.match import Matcher, matches
from l10n.glossary.parse import parse_glossary
from l10n.glossary.schema import glossary_schema

__all__ = ["Matcher", "glossary_schema", "matches", "parse_glossary"]
