"""Prefilling over a whole project: what `prefill` and `run` have in common."""

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event

from l10n.cli.checking import house_of, read_matchers
from l10n.cli.console import note, some
from l10n.cli.prefill_engines import (
    dictionaries,
    glossary_name,
    made_engines,
    what_to_set,
)
from l10n.cli.prefill_output import Show, tell_costs, tell_estimate, tell_filled, tell_left
from l10n.cli.reading import read_drafts, read_glossary
from l10n.cli.remembering import feed, open_memory
from l10n.model.engine import Offer, Trouble
from l10n.model.errors import Flaw, InputError
from l10n.model.language import Language
from l10n.project import Project
from l10n.project.ledger import open_ledger
from l10n.rules import RULES, read_policy
from l10n.workflow.memory import kept_words
from l10n.workflow.prefill import (
    Asked,
    Budget,
    Chain,
    Desk,
    Examiner,
    Filled,
    Sheet,
    estimate,
    prefill,
    sheet_of,
)

_SWITCH = 0.0005  # seconds until another thread may go on
_UNUSABLE = (Trouble.KEY, Trouble.ABSENT)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for; without ``engines``, those configured."""

    languages: tuple[Language, ...]
    engines: tuple[str, ...] = ()
    most: int | None = None  # characters
    redo: bool = False


def run_prefill(
    project: Project,
    offers: Mapping[str, Offer],
    wanted: Wanted,
    *,
    verbose: bool,
    write: bool,
    alone: bool = True,
) -> bool:
    """Fill what is empty, or say what that would cost; return whether anything went wrong.

    That is where a message is left empty although an engine was asked. Raises InputError where
    an engine cannot be used at all, after everything else was done. Where it is not ``alone``,
    but a part of something else, it says only what it has done.
    """
    names = wanted.engines or project.settings.engines
    engines = made_engines(project.settings, offers, names)
    words = read_glossary(project)
    drafts = read_drafts(project, project.posts, wanted.languages)
    sheets = tuple(filter(None, (sheet_of(draft, wanted.redo) for draft in drafts)))
    missing = [f"{draft.post.id} ({draft.language.tag})" for draft in drafts if not draft.catalog]
    if missing:
        note(f"note: no catalog yet for {some(missing)}; `l10n extract` makes them")
    matchers = read_matchers(project, wanted.languages)
    budget, stop = Budget(wanted.most), Event()
    with open_memory(project) as memory, open_ledger(project) as ledger:
        chain = Chain(
            memory,
            {each.tag: kept_words(words, each.tag) for each in wanted.languages},
            tuple(
                Desk(
                    engine,
                    ledger,
                    budget,
                    stop,
                    project.settings.source_language.tag,
                    glossary_name(project),
                    dictionaries(project, words),
                )
                for engine in engines
            ),
            Examiner(read_policy(RULES, project.settings), matchers, house_of(project), _today()),
            project.settings.prefill,
            _pause(stop),
            stop,
            matchers,
        )
        if not write:
            tell_estimate(sheets, tuple(estimate(sheets, chain)), wanted.most)
            return False
        conflicts, written = _work(project, sheets, chain, verbose)
        if written:
            feed(project, memory)  # so that the next run finds nothing new
    if alone or any(sheet.filled or (engines and sheet.open) for sheet in sheets):
        tell_filled(sheets, wanted.languages)
    tell_costs(chain.desks)
    left = tell_left(sheets, budget, bool(engines))
    if alone and not engines and any(sheet.open for sheet in sheets):
        for line in what_to_set(offers):
            note(line)
    _complain(chain.desks, conflicts, alone)
    return left


def _work(
    project: Project, sheets: Sequence[Sheet], chain: Chain, verbose: bool
) -> tuple[list[str], int]:
    """Do it, and write each catalog as soon as it may be; return those changed meanwhile."""
    conflicts: list[str] = []
    written = 0
    # Requests wait for this thread each time they need the interpreter: a quarter of 200 ms.
    sys.setswitchinterval(_SWITCH)
    with Show(sheets, chain.desks, not verbose) as show, closing(prefill(sheets, chain)) as steps:
        for step in steps:
            show.step(step)
            if isinstance(step, Filled):
                committed = project.commit([step.change])
                conflicts += committed.conflicts
                written += len(committed.written)
            elif verbose and isinstance(step, Asked) and (step.characters or step.failures):
                sent = f"{step.engine} {step.language}: {step.characters} characters sent"
                note("; ".join([sent, *(each.said for each in step.failures)]))
    return conflicts, written


def _complain(desks: Sequence[Desk], conflicts: Sequence[str], alone: bool) -> None:
    """Raise InputError for engines that cannot be used, and files that somebody else wrote.

    Where it is not ``alone``, engines are only told of: the rest can go on without.
    """
    flaws = [
        Flaw(desk.engine.about.name, desk.ended.said, "", desk.ended.remedy)
        for desk in desks
        if desk.ended and desk.ended.trouble in _UNUSABLE
    ]
    if not alone:
        for flaw in flaws:
            for line in f"note: {flaw}".split("\n"):
                note(line)
        flaws = []
    remedy = "run this again; what was paid for is kept"
    flaws += (
        Flaw(path, "was changed by another program meanwhile", "", remedy)
        for path in dict.fromkeys(conflicts)
    )
    if flaws:
        raise InputError(*flaws)


def _today() -> str:
    """Return the day, by https://reproducible-builds.org/specs/source-date-epoch/ if it says so."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = int(epoch) if epoch.isdecimal() else time.time()
    return datetime.fromtimestamp(moment, UTC).date().isoformat()


def _pause(stop: Event) -> Callable[[float], None]:
    """Return what waits, but not longer than the run lasts."""

    def sleep(seconds: float) -> None:
        stop.wait(seconds)

    return sleep
