"""fix: what findings know how to repair, kept only where a second look finds it better."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from l10n.catalog import CatalogFile, update_catalog
from l10n.markdown.inline import parse_inline
from l10n.model.finding import Finding
from l10n.model.message import Message
from l10n.model.plan import FileChange
from l10n.model.rule import PerIgnore, PerMessage, Rule
from l10n.model.unit import NO_TERMS, Unit
from l10n.rules import RULES, Policy, run_rules
from l10n.workflow.build import Draft
from l10n.workflow.check import Matchers
from l10n.workflow.units import trial

_ROUNDS = 16  # two are usual; beyond, two rules disagree
_TRIES = 48  # how often a group of repairs is tried anew, by halves, where it does harm

Place = tuple[str, int, str]  # path, line and msgid: one Unit
_Key = tuple[str | None, str]
_Item = TypeVar("_Item")
_NO_MATCHERS: Matchers = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of Units: all of them, in their order, and the Findings that are gone."""

    units: tuple[Unit, ...]
    repaired: tuple[Finding, ...]  # in the order in which they were repaired
    left: tuple[Finding, ...]  # of ``units``: what the rules find now


@dataclass(frozen=True, slots=True)
class _Mended:
    """One Unit with its new translation, and what is gone from it."""

    at: int  # its index among the Units
    unit: Unit
    gone: tuple[Finding, ...]


def place_of(one: Unit | Finding) -> Place:
    """Return what tells the Unit of a Finding from all others."""
    return one.path, one.line, one.message.msgid if isinstance(one, Unit) else one.msgid


def fix_units(
    units: Sequence[Unit],
    findings: Sequence[Finding],
    policy: Policy,
    drafts: Mapping[str, Draft],
    *,
    matchers: Matchers = _NO_MATCHERS,
    wanted: Callable[[Finding], bool] = lambda finding: True,
    rules: Sequence[Rule] = RULES,
) -> Fixed:
    """Return ``units`` repaired as far as that does no harm; ``findings`` is what ``policy`` finds.

    A repair is kept where its finding is gone, and no rule, whatever its severity and whether
    it is switched on, finds anything new in any message; and where a build takes what it took
    before. ``drafts`` are the posts by the path of their catalog, for that build; a catalog
    without one is not built. ``wanted`` says which findings may be repaired at all.
    """
    now = list(units)
    left = tuple(findings)
    repaired: list[Finding] = []
    workshop = _Workshop(rules, drafts, matchers)
    for _ in range(_ROUNDS):
        kept = workshop.repair(now, [one for one in left if one.fix and wanted(one)])
        if not kept:
            break
        for each in kept:
            now[each.at] = each.unit
            repaired += each.gone
        workshop.build_again(now, {each.unit.path for each in kept})
        left = run_rules(now, rules, policy)
    return Fixed(tuple(now), tuple(repaired), left)


def fixed_catalogs(
    before: Sequence[Unit], after: Sequence[Unit], files: Mapping[str, CatalogFile]
) -> tuple[FileChange, ...]:
    """Return the changes that write repaired translations into their catalogs.

    ``files`` are the catalogs by path. Nothing else of a file changes, comments and flags of
    the repaired messages included.
    """
    new: dict[str, dict[_Key, Message]] = {}
    for old, unit in zip(before, after, strict=True):
        if unit.message != old.message:
            new.setdefault(unit.path, {})[unit.message.key] = unit.message
    changes = []
    for path, messages in new.items():
        file = files[path]
        data = update_catalog(file, _with(file, messages).catalog)
        changes.append(FileChange(path, data, file.data))
    return tuple(changes)


class _Workshop:
    """Repairs Units; holds what that needs beside them."""

    __slots__ = ("_drafts", "_matchers", "_narrow", "_refused", "_wide")

    def __init__(
        self, rules: Sequence[Rule], drafts: Mapping[str, Draft], matchers: Matchers
    ) -> None:
        self._narrow = [rule for rule in rules if isinstance(rule.check, PerMessage | PerIgnore)]
        self._wide = [rule for rule in rules if rule not in self._narrow]
        self._drafts = drafts
        self._matchers = matchers
        self._refused: dict[str, frozenset[str]] = {}  # by path: what no build took before

    def repair(self, units: Sequence[Unit], findings: Sequence[Finding]) -> list[_Mended]:
        """Return the Units that can be repaired once, without harm to any other."""
        found: dict[Place, list[Finding]] = {}
        for finding in findings:
            found.setdefault(place_of(finding), []).append(finding)
        mended: dict[str, list[_Mended]] = {}
        for at, unit in enumerate(units if found else ()):
            if place_of(unit) in found and unit.message.msgid_plural is None:
                one = self._mend(at, unit, found[place_of(unit)])
                if one:
                    mended.setdefault(unit.path, []).append(one)
        kept = [
            each
            for path, group in mended.items()
            for each in _together(group, partial(self._builds, path, units))
        ]
        return self._quiet(units, kept)

    def _mend(self, at: int, unit: Unit, findings: Sequence[Finding]) -> _Mended | None:
        """Return the Unit with all repairs that get on with one another, or None."""
        before = self._counts(unit)

        def good(tried: Sequence[Finding]) -> bool:
            return self._better(unit, self._with_fixes(unit, tried), before, tried)

        kept = _together(list(_apart(findings)), good)
        return _Mended(at, self._with_fixes(unit, kept), tuple(kept)) if kept else None

    def _better(self, old: Unit, new: Unit, before: Counter[str], gone: Sequence[Finding]) -> bool:
        """Whether each finding of ``gone`` is, and nothing else has come."""
        if new.message.state is not old.message.state:
            return False
        allowed = before - Counter(finding.rule for finding in gone)
        return not self._counts(new) - allowed

    def _counts(self, unit: Unit) -> Counter[str]:
        return Counter(finding.rule for finding in run_rules([unit], self._narrow))

    def _with_fixes(self, unit: Unit, findings: Sequence[Finding]) -> Unit:
        text = unit.message.msgstr
        fixes = sorted((fix for each in findings for fix in each.fix), key=lambda fix: fix.span)
        for fix in reversed(fixes):
            text = text[: fix.span[0]] + fix.new + text[fix.span[1] :]
        same = text == unit.message.msgid
        target = unit.source if same else parse_inline(text, unit.dialect)
        matcher = None if same else self._matchers.get(unit.language.tag)
        return replace(
            unit,
            message=replace(unit.message, msgstr=text),
            target=target,
            terms=matcher.matches(unit.source, target) if matcher else NO_TERMS,
        )

    def _builds(self, path: str, units: Sequence[Unit], tried: Sequence[_Mended]) -> bool:
        """Whether a build of the post takes all that it took before."""
        if path not in self._drafts:
            return True
        now = {unit.message.key: unit.message for unit in units if unit.path == path}
        if path not in self._refused:
            self._refused[path] = frozenset(self._left_out(path, now))
        new = now | {each.unit.message.key: each.unit.message for each in tried}
        return self._left_out(path, new).keys() <= self._refused[path]

    def build_again(self, units: list[Unit], paths: set[str]) -> None:
        """Note in ``units`` what builds of ``paths`` leave out now."""
        reasons = {}
        for path in paths & self._drafts.keys():
            now = {unit.message.key: unit.message for unit in units if unit.path == path}
            reasons[path] = self._left_out(path, now)
            self._refused[path] = frozenset(reasons[path])
        for at, unit in enumerate(units):
            if unit.path in reasons:
                reason = reasons[unit.path].get(unit.message.msgid, "")
                if reason != unit.refused:
                    units[at] = replace(unit, refused=reason)

    def _left_out(self, path: str, new: Mapping[_Key, Message]) -> dict[str, str]:
        """Return why a build leaves a translation out, by msgid."""
        draft = self._drafts[path]
        if draft.catalog is None:
            return {}
        refused = trial(draft.read, _with(draft.catalog, new))
        return {each.segment.msgid: each.reason for each in refused}

    def _quiet(self, units: Sequence[Unit], mended: list[_Mended]) -> list[_Mended]:
        """Return those that bring no finding of a rule that looks at many messages."""
        if not mended or not self._wide:
            return mended
        before = self._wide_counts(units)

        def good(tried: Sequence[_Mended]) -> bool:
            now = list(units)
            for each in tried:
                now[each.at] = each.unit
            return not self._wide_counts(now) - before

        return _together(mended, good)

    def _wide_counts(self, units: Sequence[Unit]) -> Counter[tuple[str, Place]]:
        found = run_rules(units, self._wide)
        return Counter((finding.rule, place_of(finding)) for finding in found)


def _apart(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings whose repairs overlap none of those yielded before."""
    taken: list[tuple[int, int]] = []
    last = -1  # the end of what is taken
    for finding in sorted(findings, key=lambda one: min(fix.span for fix in one.fix)):
        spans = sorted(fix.span for fix in finding.fix)
        if spans[0][0] > last or not any(
            (start < end_taken and start_taken < end) or (start, end) == (start_taken, end_taken)
            for start, end in spans
            for start_taken, end_taken in taken
        ):
            taken += spans
            last = max(last, *(end for _, end in spans))
            yield finding


def _together(items: Sequence[_Item], good: Callable[[Sequence[_Item]], bool]) -> list[_Item]:
    """Return those that are good together, found by halves; what is tried too often is left."""
    kept: list[_Item] = []
    waiting = [list(items)]
    for _ in range(_TRIES):
        if not waiting:
            break
        candidates = waiting.pop()
        if good([*kept, *candidates]):
            kept += candidates
        elif len(candidates) > 1:
            middle = len(candidates) // 2
            waiting += (candidates[middle:], candidates[:middle])
    return kept


def _with(file: CatalogFile, new: Mapping[_Key, Message]) -> CatalogFile:
    messages = tuple(
        message if message.obsolete else new.get(message.key, message)
        for message in file.catalog.messages
    )
    return replace(file, catalog=replace(file.catalog, messages=messages))
