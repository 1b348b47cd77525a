"""Fingerprints: how a Finding is known again after edits elsewhere."""

import json
import unicodedata
from hashlib import sha256

from l10n.model.finding import Finding


def fingerprint(finding: Finding) -> str:
    """Return 32 hexadecimal digits made of rule, language, message and the text of the spot.

    Lines, paths and the rest of the translation are left out, so that edits elsewhere change
    nothing; of the spot, white space and Unicode's form of composition.
    """
    start, end = finding.span or (0, 0)
    spot = " ".join(unicodedata.normalize("NFC", finding.msgstr[start:end]).split())
    parts = (finding.rule, finding.language, finding.msgctxt, finding.msgid, spot)
    return sha256(json.dumps(parts).encode()).hexdigest()[:32]
