"""Suggestions looked at before they are written: a build is tried, and the rules are asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from l10n.catalog import CatalogFile
from l10n.model.engine import Suggestion
from l10n.model.finding import Severity
from l10n.model.message import Message
from l10n.model.unit import Unit
from l10n.rules import RULES, Policy, run_rules, select
from l10n.workflow.check import Matchers, find
from l10n.workflow.conventions import House
from l10n.workflow.fix import fix_units
from l10n.workflow.prefill.comment import drafted, taken
from l10n.workflow.prefill.sheet import Key, Sheet
from l10n.workflow.units import trial, units_of

# What they find in a suggestion is damage, whatever the project makes of it in translations.
_GUARDS = select(
    RULES,
    (
        *("link", "image", "code", "html", "placeholder"),
        *("markup-template-added", "text-bidi-override"),
    ),
    ("image-alt-untranslated", "code-unmarked"),
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A Suggestion, and whether the project takes it as translated where nothing is wrong."""

    suggestion: Suggestion
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Examiner:
    """What a project holds its translations to, and the day of the run in ISO 8601."""

    policy: Policy
    matchers: Matchers
    house: House
    date: str


def vet(sheet: Sheet, proposals: Mapping[Key, Proposal], examiner: Examiner) -> tuple[Key, ...]:
    """Take into ``sheet`` the proposals that do no damage; return the others, and say why there.

    What rules can repair is repaired first, but in translations that are taken as they are.
    """
    proposals = {key: each for key, each in proposals.items() if key in sheet.open}
    if not proposals:
        return ()
    tried = {key: _message(sheet, key, each, examiner) for key, each in proposals.items()}
    file = _with(sheet, tried)
    for refused in trial(sheet.draft.read, file):
        for key in [key for key in tried if key[1] == refused.segment.msgid]:
            _refuse(sheet, proposals[key], key, refused.reason)
            del tried[key]
    units = _repaired(
        sheet, proposals, file, _units(sheet, _with(sheet, tried), tried, examiner), examiner
    )
    for finding in run_rules(units, _GUARDS):
        key = finding.msgctxt, finding.msgid
        if tried.pop(key, None):
            _refuse(sheet, proposals[key], key, f"{finding.rule}: {finding.message}")
    doubtful = _doubtful(units, examiner) if any(map(_confirmed, proposals.values())) else ()
    for unit in units:
        key = unit.message.key
        if key in tried:
            _accept(sheet, key, proposals[key], unit.message.msgstr, examiner, key in doubtful)
    return tuple(key for key in proposals if key in sheet.open)


def _accept(
    sheet: Sheet, key: Key, proposal: Proposal, text: str, examiner: Examiner, doubtful: bool
) -> None:
    message = sheet.open.pop(key)
    sheet.filled[key] = proposal.suggestion.origin
    if text == message.msgstr:  # drafted once more, with the same words
        return
    suggestion = replace(proposal.suggestion, text=text)
    write = taken if proposal.confirmed and not doubtful else drafted
    sheet.new[key] = write(message, suggestion, examiner.date)


def _refuse(sheet: Sheet, proposal: Proposal, key: Key, reason: str) -> None:
    sheet.because(key, f"{proposal.suggestion.origin}: {reason}")


def _message(sheet: Sheet, key: Key, proposal: Proposal, examiner: Examiner) -> Message:
    write = taken if proposal.confirmed else drafted
    return write(sheet.open[key], proposal.suggestion, examiner.date)


def _with(sheet: Sheet, tried: Mapping[Key, Message]) -> CatalogFile:
    """Return the catalog as it would be."""
    new = {**sheet.new, **tried}
    messages = tuple(
        message if message.obsolete else new.get(message.key, message)
        for message in sheet.file.catalog.messages
    )
    return replace(sheet.file, catalog=replace(sheet.file.catalog, messages=messages))


def _units(
    sheet: Sheet, file: CatalogFile, wanted: Iterable[Key], examiner: Examiner
) -> tuple[Unit, ...]:
    """Return the Units of the messages ``wanted``, and of no others."""
    keys = frozenset(wanted)
    places = [
        at
        for at, message in enumerate(file.catalog.messages)
        if message.key in keys and not message.obsolete
    ]
    messages = tuple(file.catalog.messages[at] for at in places)
    part = replace(
        file,
        catalog=replace(file.catalog, messages=messages),
        spans=tuple(file.spans[at] for at in places),
        keywords=tuple(file.keywords[at] for at in places),
    )
    draft = sheet.draft
    return units_of(
        part,
        draft.language,
        draft.source_language,
        draft.post.dialect,
        draft.post.id,
        draft.read,
        (),
        examiner.matchers.get(draft.language.tag),
        examiner.house.of(draft.language, draft.post),
    )


def _repaired(
    sheet: Sheet,
    proposals: Mapping[Key, Proposal],
    file: CatalogFile,
    units: tuple[Unit, ...],
    examiner: Examiner,
) -> tuple[Unit, ...]:
    """Return the Units with what rules can repair, but for those taken as they are."""
    left = [unit for unit in units if not proposals[unit.message.key].confirmed]
    findings = find(left, RULES, examiner.policy)
    if not any(finding.fix for finding in findings):
        return units
    drafts = {file.path: replace(sheet.draft, catalog=file)}
    fixed = fix_units(left, findings, examiner.policy, drafts, matchers=examiner.matchers)
    new = {unit.message.key: unit for unit in fixed.units}
    return tuple(new.get(unit.message.key, unit) for unit in units)


def _doubtful(units: Iterable[Unit], examiner: Examiner) -> frozenset[Key]:
    """Return the messages in which something is an error, once they are translated."""
    confirmed = [unit for unit in units if not unit.message.fuzzy]
    return frozenset(
        (finding.msgctxt, finding.msgid)
        for finding in find(confirmed, RULES, examiner.policy)
        if finding.severity is Severity.ERROR
    )


def _confirmed(proposal: Proposal) -> bool:
    return proposal.confirmed
