"""`check --baseline`: what is known already, and writing it down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from l10n.cli.checking import project_path
from l10n.cli.console import note, plural, some
from l10n.cli.writing import write_all
from l10n.model.errors import Flaw, InputError
from l10n.model.finding import Finding, Severity
from l10n.model.plan import FileChange
from l10n.project import Project
from l10n.rules import RULES, Policy
from l10n.workflow.baseline import Known, known, mark_known, read_baseline, write_baseline


@dataclass(frozen=True, slots=True)
class Scope:
    """What a run looked at: the languages of its catalogs by path, or everything there is."""

    policy: Policy
    languages: Mapping[str, str]
    everything: bool

    def covers(self, entry: Known) -> bool:
        """Return whether the finding of ``entry`` would have been found, were it still there."""
        if not self.everything and entry.path not in self.languages:
            return False
        rule = next((rule for rule in RULES if rule.name == entry.rule), None)
        language = self.languages.get(entry.path, "")
        return rule is None or self.policy.severity(rule, language) is not None


def apply_baseline(
    project: Project,
    name: str,
    findings: Sequence[Finding],
    scope: Scope,
) -> tuple[Finding, ...]:
    """Return the findings, those in the baseline ``name`` marked; tell of lines without finding.

    Raises InputError where there is no such file, or it is no baseline.
    """
    path = project_path(project, name)
    data = project.read(path)
    if data is None:
        raise InputError(
            Flaw(path, "there is no such baseline", remedy="make it with --write-baseline")
        )
    marked, left = mark_known(findings, read_baseline(data, path))
    stale = [entry for entry in left if scope.covers(entry)]
    if stale:
        verb = "is" if len(stale) == 1 else "are"
        shown = [f"{entry.rule} in {entry.path}" for entry in stale]
        note(
            f"note: {plural(len(stale), 'finding')} of {path} {verb} gone: {some(shown, 4)};"
            " --write-baseline brings it up to date"
        )
    return marked


def write_known(
    project: Project,
    name: str,
    findings: Sequence[Finding],
    scope: Scope,
    *,
    write: bool,
) -> tuple[Finding, ...]:
    """Write the baseline ``name``, and return the findings, those in it marked.

    In it are warnings, errors and all that would fail. Lines that were not looked at are kept.
    With ``write`` false, only says what would be written.
    """
    path = project_path(project, name)
    before = project.read(path)
    old = read_baseline(before, path) if before is not None else ()
    recorded = [
        one for one in findings if one.severity >= Severity.WARNING or scope.policy.fails(one)
    ]
    kept = [entry for entry in old if not scope.covers(entry)]
    entries = [*kept, *map(known, recorded)]
    change = FileChange(path, write_baseline(entries), before)
    if write:
        write_all(project, [change])
    verb = "written to" if write else "would be written to"
    note(f"{plural(len(entries), 'finding')} {verb} {path}")
    marked, _ = mark_known(findings, entries)
    return marked
