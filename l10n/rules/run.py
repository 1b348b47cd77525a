"""The runner: Units through rules, to Findings."""

from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter

from l10n.model.finding import Finding, Severity
from l10n.model.message import State
from l10n.model.rule import Hit, PerIgnore, PerLanguage, PerPost, Rule
from l10n.model.unit import Unit
from l10n.rules.ignores import ALL, commented, ignored, silencing
from l10n.rules.policy import Policy
from l10n.rules.work import Spread, Work, in_turn

_UNCONFIRMED = frozenset({State.DRAFT, State.OUTDATED})
_AS_THEY_ARE = Policy()
_NONE: frozenset[str] = frozenset()


def run_rules(
    units: Sequence[Unit],
    rules: Sequence[Rule],
    policy: Policy = _AS_THEY_ARE,
    spread: Spread = in_turn,
) -> tuple[Finding, ...]:
    """Return what the rules find in the Units, in order of path, line and rule.

    ``rules`` are all there are; the Policy says which of them speak in which language, and how
    loudly. Damage in a draft or an outdated message is at most a warning, since a person will
    see it before it is published. Messages that ignore a rule are not reported by it. ``spread``
    does the work, which comes in parts; how it goes about it makes no difference to the findings.
    """
    ignores = [ignored(unit.message) for unit in units]
    quiet = {id(unit): names for unit, names in zip(units, ignores, strict=True) if names}
    used: set[tuple[int, str]] = set()  # of the names in ``quiet``, those that silenced a Hit
    languages = {unit.language.tag for unit in units}
    loudness = {
        (rule.name, language): severity
        for rule in rules
        for language in languages
        if (severity := policy.severity(rule, language)) is not None
    }
    heard = [
        rule for rule in rules if any((rule.name, language) in loudness for language in languages)
    ]
    work = Work(units, heard)
    findings: list[Finding] = []

    def tell(rule: Rule, unit: Unit, hit: Hit) -> None:
        severity = loudness.get((rule.name, unit.language.tag))
        if severity is None:
            return
        there = quiet.get(id(unit))
        names = silencing(rule.name, there) if there else _NONE
        if isinstance(rule.check, PerIgnore):
            names -= {ALL}  # or nobody would ever hear that it silences nothing
        if names:
            used.update((id(unit), name) for name in names)
        else:
            findings.append(_finding(rule, severity, unit, hit))

    for found in spread(work.tasks()):
        for at, place, hit in found:
            tell(heard[at], units[place], hit)
    # The ignores are looked at last, when it is known what they silenced.
    for rule in heard:
        if isinstance(rule.check, PerIgnore):
            wanted = [units[place] for place in work.places(rule)]
            for unit, hit in _idle(rule.check, wanted, rules, loudness, used):
                tell(rule, unit, hit)
    findings.sort(key=attrgetter("path", "line", "rule"))
    return tuple(findings)


def _idle(
    check: PerIgnore,
    units: Sequence[Unit],
    rules: Sequence[Rule],
    loudness: Collection[tuple[str, str]],
    used: Collection[tuple[int, str]],
) -> Iterator[tuple[Unit, Hit]]:
    """Let the check look at names in comments that no rule has, or that silenced nothing."""
    families = dict.fromkeys(rule.family for rule in rules)
    known = (*(rule.name for rule in rules), *families, ALL)
    for unit in units:
        for name in commented(unit.message):
            meant = [rule for rule in rules if silencing(rule.name, frozenset((name,)))]
            # Its silence means something only of a rule that has run, and on all that it needs.
            heard = unit.segment is not None and all(
                (rule.name, unit.language.tag) in loudness
                for rule in meant
                if not isinstance(rule.check, PerIgnore)
            )
            partial = any(isinstance(rule.check, PerPost | PerLanguage) for rule in meant)
            if not meant or (heard and not partial and (id(unit), name) not in used):
                for hit in check.look(name, known):
                    yield unit, hit


def _finding(rule: Rule, severity: Severity, unit: Unit, hit: Hit) -> Finding:
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
        fix=hit.fix,
        msgctxt=unit.message.msgctxt,
    )
