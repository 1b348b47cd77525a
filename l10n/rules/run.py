"""The runner: Units through rules, to Findings."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from l10n.model.finding import Finding, Severity
from l10n.model.message import State
from l10n.model.rule import Hit, PerCatalog, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.ignores import ignored, silenced

_UNCONFIRMED = frozenset({State.DRAFT, State.OUTDATED})


def run_rules(units: Sequence[Unit], rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """Return what the rules find in the Units, in order of path, line and rule.

    Damage in a draft or an outdated message is at most a warning, since a person will see it
    before it is published. Messages that ignore a rule are not reported by it.
    """
    ignores = [ignored(unit.message) for unit in units]
    quiet = {id(unit): names for unit, names in zip(units, ignores, strict=True) if names}
    states = [unit.message.state for unit in units]
    findings: list[Finding] = []
    for rule in rules:
        wanted = [unit for unit, state in zip(units, states, strict=True) if state in rule.states]
        for unit, hit in _hits(rule, wanted):
            if not silenced(rule.name, quiet.get(id(unit), frozenset())):
                findings.append(_finding(rule, unit, hit))
    findings.sort(key=lambda finding: (finding.path, finding.line, finding.rule))
    return tuple(findings)


def _hits(rule: Rule, units: Sequence[Unit]) -> Iterator[tuple[Unit, Hit]]:
    check = rule.check
    if isinstance(check, PerMessage):
        for unit in units:
            for hit in check.look(unit):
                yield unit, hit
        return
    of = _path if isinstance(check, PerCatalog) else _post
    for group in _groups(units, of):
        for hit in check.look(group):
            yield hit.unit or group[0], hit


def _groups(units: Iterable[Unit], of: Callable[[Unit], str]) -> Iterator[tuple[Unit, ...]]:
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        groups.setdefault(of(unit), []).append(unit)
    yield from map(tuple, groups.values())


def _path(unit: Unit) -> str:
    return unit.path


def _post(unit: Unit) -> str:
    return unit.post


def _finding(rule: Rule, unit: Unit, hit: Hit) -> Finding:
    severity = rule.severity
    if unit.message.state in _UNCONFIRMED:
        severity = min(severity, Severity.WARNING)
    return Finding(
        rule=rule.name,
        severity=severity,
        language=unit.language.tag,
        path=unit.path,
        message=hit.message,
        hint=hit.hint,
        line=unit.line,
        end_line=unit.end_line or unit.line,
        post=unit.post,
        msgid=unit.message.msgid,
        msgstr=unit.message.msgstr,
        span=hit.span,
        fixable=rule.fixable,
        msgctxt=unit.message.msgctxt,
    )
