"""Baselines: findings that were there before, known again whatever is edited elsewhere.

A baseline is a file of JSON lines, one for each finding, sorted by path, rule and words, so that
a finding more or less is a line more or less in its history. Only ``path``, ``rule`` and
``fingerprint`` are read back; ``about`` tells people which message is meant.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from l10n.model.errors import Flaw, InputError
from l10n.model.finding import Finding
from l10n.model.fingerprint import fingerprint

_ABOUT = 60  # characters of the msgid: enough for a person to find the message
_ALLOWED = 'an object with the strings "path", "rule" and "fingerprint"'
_REMEDY = "restore the file from version control, or delete it and use --write-baseline"


@dataclass(frozen=True, order=True, slots=True)
class Known:
    """One line of a baseline."""

    path: str
    rule: str
    about: str
    fingerprint: str


def known(finding: Finding) -> Known:
    """Return the line that stands for a Finding."""
    about = " ".join(finding.msgid.split())
    about = about if len(about) <= _ABOUT else about[: _ABOUT - 1] + "…"
    return Known(finding.path, finding.rule, about, fingerprint(finding))


def read_baseline(data: bytes, path: str) -> tuple[Known, ...]:
    """Return the lines of the baseline ``data``; ``path`` is how errors call it.

    Raises InputError with each line that is none.
    """
    entries: list[Known] = []
    flaws: list[Flaw] = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            about = value.get("about", "")
            entry = Known(value["path"], value["rule"], about, value["fingerprint"])
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            entry = None
        if entry and all(isinstance(part, str) for part in asdict(entry).values()):
            entries.append(entry)
        else:
            found = "this is not a line of a baseline"
            flaws.append(Flaw(f"{path}:{number}", found, _ALLOWED, _REMEDY))
    if flaws:
        raise InputError(*flaws)
    return tuple(entries)


def write_baseline(entries: Iterable[Known]) -> bytes:
    """Return a baseline: sorted, so that equal findings give equal bytes."""
    lines = (
        json.dumps(
            {
                "path": entry.path,
                "rule": entry.rule,
                "about": entry.about,
                "fingerprint": entry.fingerprint,
            },
            ensure_ascii=False,
        )
        for entry in sorted(entries)
    )
    return "".join(f"{_visible(line)}\n" for line in lines).encode()


def mark_known(
    findings: Sequence[Finding], entries: Sequence[Known]
) -> tuple[tuple[Finding, ...], tuple[Known, ...]]:
    """Return the findings, those in the baseline marked, and the lines that none stands for.

    A line stands for one finding of its fingerprint in its path.
    """
    left = Counter((entry.path, entry.fingerprint) for entry in entries)
    marked: list[Finding] = []
    for finding in findings:
        key = finding.path, fingerprint(finding)
        if left[key]:
            left[key] -= 1
            marked.append(replace(finding, known=True))
        else:
            marked.append(finding)
    stale: list[Known] = []
    for entry in reversed(entries):
        key = entry.path, entry.fingerprint
        if left[key]:
            left[key] -= 1
            stale.append(entry)
    return tuple(marked), tuple(reversed(stale))


def _visible(line: str) -> str:
    """Escape what would turn the line around, end it elsewhere or not be UTF-8."""
    return line if line.isprintable() else "".join(map(_escaped, line))


def _escaped(character: str) -> str:
    return character if character.isprintable() else json.dumps(character)[1:-1]
