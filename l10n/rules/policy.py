"""Which rules speak in which language, and how loudly."""

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.model.finding import Finding, Severity
from l10n.model.rule import Rule
from l10n.model.settings import CheckSettings, Settings
from l10n.rules.select import check_names, named

_NOTHING = CheckSettings()


@dataclass(frozen=True, slots=True)
class Policy:
    """What the configuration says of rules, and what was asked for on the spot.

    ``selected`` and ``ignored`` are names of rules and families. What is selected on the spot
    runs whatever the configuration selects, ignores or switches off.
    """

    general: CheckSettings = _NOTHING
    languages: tuple[tuple[str, CheckSettings], ...] = ()  # by tag
    selected: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    fail_on: Severity | None = None  # None: as configured

    def severity(self, rule: Rule, language: str) -> Severity | None:
        """Return how loud the rule is in ``language`` (a tag), or None where it is off."""
        own = dict(self.languages).get(language, _NOTHING)
        if named(rule, self.ignored):
            return None
        if self.selected:
            chosen = named(rule, self.selected)
            return _set(rule, own, self.general) or rule.severity if chosen else None
        wanted = own.select or self.general.select
        if (wanted and not named(rule, wanted)) or named(rule, own.ignore + self.general.ignore):
            return None
        return _set(rule, own, self.general)

    def fails(self, finding: Finding) -> bool:
        """Return whether a Finding makes a check fail."""
        own = dict(self.languages).get(finding.language, _NOTHING)
        least = self.fail_on or own.fail_on or self.general.fail_on or Severity.ERROR
        return not finding.known and finding.severity >= least


def read_policy(
    rules: Sequence[Rule],
    settings: Settings,
    selected: Sequence[str] = (),
    ignored: Sequence[str] = (),
    fail_on: Severity | None = None,
) -> Policy:
    """Return the Policy of a configuration, with what the command line adds.

    Raises InputError with a Flaw for each name on the command line that no rule has.
    """
    check_names(rules, selected, ignored)
    return Policy(
        settings.check, settings.language_checks, tuple(selected), tuple(ignored), fail_on
    )


def _set(rule: Rule, *tables: CheckSettings) -> Severity | None:
    """Return the severity of the first table that sets it; the rule's own where none does."""
    for table in tables:
        severities = dict(table.severity)
        for name in (rule.name, rule.family):
            if name in severities:
                return severities[name]
    return rule.severity
