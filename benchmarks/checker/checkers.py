"""The two that are compared: Units in, what is said of each out."""

from collections.abc import Sequence
from importlib.metadata import version

from translate.filters.checks import CheckerConfig, StandardChecker, StandardUnitChecker, TeeChecker
from translate.storage import base

from l10n.model.finding import Severity
from l10n.model.unit import Unit
from l10n.rules import RULES, run_rules

Said = dict[int, set[tuple[str, str]]]  # index of a Unit → (rule, message)
PEER = "pofilter"
PEER_VERSION = f"translate-toolkit {version('translate-toolkit')}"
_NO_WORDS = ("spellcheck",)  # needs dictionaries that are not here


def ours(units: Sequence[Unit]) -> Said:
    """Return the warnings and errors of all rules."""
    said: Said = {}
    places = {(unit.path, unit.line): at for at, unit in enumerate(units)}
    for finding in run_rules(units, RULES):
        if finding.severity >= Severity.WARNING:
            at = places[finding.path, finding.line]
            said.setdefault(at, set()).add((finding.rule, finding.message))
    return said


def pofilter(units: Sequence[Unit]) -> Said:
    """Return what ``pofilter --language`` says with its standard checks."""
    said: Said = {}
    config = CheckerConfig(targetlanguage=_gettext(units[0]))
    checker = TeeChecker(
        checkerconfig=config,
        excludefilters=dict.fromkeys(_NO_WORDS),
        checkerclasses=[StandardChecker, StandardUnitChecker],
    )
    for at, unit in enumerate(units):
        theirs = base.TranslationUnit(unit.message.msgid)
        theirs.target = unit.message.msgstr
        failures = checker.run_filters(theirs)
        if failures:
            said[at] = {(name, str(message)) for name, message in failures.items()}
    return said


def _gettext(unit: Unit) -> str:
    return {"zh-Hans": "zh_CN"}.get(unit.language.tag, unit.language.tag.replace("-", "_"))
