"""What `l10n prefill` prints: progress while it works, then what was done and what it cost."""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType

from l10n.cli.console import note, plural, say
from l10n.model.engine import About, Usage
from l10n.model.language import Language
from l10n.workflow.prefill import Asked, Budget, Desk, Done, Estimate, Recalled, Sheet

_PATIENCE = 1.0  # seconds without progress on a terminal
_SHOWN = 20  # reasons why messages are left empty


class Show:
    """Progress on a terminal, nothing elsewhere: rate, cost so far and time left."""

    def __init__(self, sheets: Sequence[Sheet], desks: Sequence[Desk], active: bool = True) -> None:
        self._desks = desks
        self._total = sum(len(sheet.open) for sheet in sheets)
        self._settled = 0
        self._start = time.monotonic()
        self._shown = False
        self._active = active and sys.stderr.isatty()

    def __enter__(self) -> "Show":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def step(self, step: Done) -> None:
        """Take in what was done."""
        if isinstance(step, Asked):
            self._settled += step.settled
        elif isinstance(step, Recalled):
            self._settled += len(step.sheet.filled)
        passed = time.monotonic() - self._start
        if not self._active or passed < _PATIENCE:
            return
        self._shown = True
        sys.stderr.write(f"\r\x1b[K{self.line(passed)}")
        sys.stderr.flush()

    def line(self, passed: float) -> str:
        """Return the progress after ``passed`` seconds."""
        done = min(self._settled, self._total)
        rate = done / passed if passed else 0.0
        left = (self._total - done) / rate if rate else 0.0
        parts = [
            f"prefill {done}/{self._total} messages",
            f"{rate:.0f}/s",
            *(f"{desk.billed} characters{_cost(desk)}" for desk in self._desks if desk.requests),
            f"{int(left) // 60}:{int(left) % 60:02} left",
        ]
        return " · ".join(parts)


def tell_filled(sheets: Sequence[Sheet], languages: Sequence[Language]) -> None:
    """Say for each language what its messages were filled from."""
    for language in languages:
        own = [sheet for sheet in sheets if sheet.tag == language.tag]
        origins = Counter(origin for sheet in own for origin in sheet.filled.values())
        left = sum(not message.msgstr for sheet in own for message in sheet.open.values())
        line = f"{language.tag}: {plural(sum(origins.values()), 'message')} filled"
        if origins:
            line += f" ({', '.join(f'{count} {name}' for name, count in origins.items())})"
        say(f"{line}, {left} left empty")


def tell_costs(desks: Sequence[Desk]) -> None:
    """Say for each engine what it was sent, what it bills and what is left of its quota."""
    for desk in desks:
        if not desk.requests:
            continue
        name = desk.engine.about.name
        billed = f"{desk.billed:,} characters billed{_cost(desk)}"
        say(f"{name}: {plural(desk.requests, 'request')}, {desk.characters:,} sent, {billed}")
        after = desk.usage()
        if desk.before and after:
            say(f"  quota: {_quota(desk.before)} before, {_quota(after)} now")


def tell_left(sheets: Sequence[Sheet], budget: Budget, asked: bool) -> bool:
    """Say why messages are left empty where an engine was asked; return whether any is.

    Those that are so for the same reason share a line.
    """
    places: dict[str, list[str]] = {}
    for place, why in _left(sheets, budget) if asked else ():
        places.setdefault(why, []).append(place)
    for why, group in list(places.items())[:_SHOWN]:
        others = f" and {len(group) - 1} more" if len(group) > 1 else ""
        note(f"{group[0]}{others}: left empty: {why}")
    hidden = sum(map(len, list(places.values())[_SHOWN:]))
    if hidden:
        note(f"{plural(hidden, 'message')} more left empty, for other reasons")
    return bool(places)


def tell_estimate(
    sheets: Sequence[Sheet],
    estimates: Sequence[tuple[Desk, Mapping[str, Estimate]]],
    most: int | None,
) -> None:
    """Say what a run would send, and what that would cost."""
    for tag in dict.fromkeys(sheet.tag for sheet in sheets):
        own = [sheet for sheet in sheets if sheet.tag == tag]
        origins = Counter(origin for sheet in own for origin in sheet.filled.values())
        total = sum(len(sheet.open) for sheet in own) + sum(origins.values())
        known = ", ".join(f"{count} {name}" for name, count in origins.items()) or "none"
        say(f"{tag}: {plural(total, 'message')} to fill; at no cost: {known}")
        for desk, by_language in estimates:
            if tag in by_language:
                _tell_one(desk.engine.about, by_language[tag])
    total = sum(each.characters for _, found in estimates for each in found.values())
    costs: dict[str, float] = {}
    for desk, found in estimates:
        about = desk.engine.about
        characters = sum(each.characters for each in found.values())
        if about.price:
            cost = characters * about.price / 1_000_000
            costs[about.currency] = costs.get(about.currency, 0.0) + cost
    if estimates:
        price = "".join(f", {cost:.2f} {currency}".rstrip() for currency, cost in costs.items())
        say(f"total: {total:,} characters{price}")
    if most is not None and total > most:
        say(f"  --max-chars {most} does not suffice: {total - most:,} characters less are sent")


def _tell_one(about: About, estimate: Estimate) -> None:
    if estimate.ended:
        note(f"  {about.name}: {estimate.ended.said}")
        return
    cost = estimate.characters * about.price / 1_000_000
    price = f", {cost:.2f} {about.currency}".rstrip() if about.price else ", no price known"
    free = price if about.leaves else ", at no cost"
    texts = plural(len(estimate.wanted), "text")
    say(f"  {about.name}: {texts}, {estimate.characters:,} characters{free}")
    if estimate.doubt:
        note(f"  note: {estimate.doubt.said}")
        if estimate.doubt.remedy:
            note(f"    to do: {estimate.doubt.remedy}")


def _left(sheets: Sequence[Sheet], budget: Budget) -> Iterator[tuple[str, str]]:
    """Yield where each message stands that is left empty, and why it is."""
    for sheet in sheets:
        lines = {
            message.key: sheet.file.line(at)
            for at, message in enumerate(sheet.file.catalog.messages)
            if message.key in sheet.open
        }
        for key, message in sheet.open.items():
            if message.msgstr:  # an older draft, which stays
                continue
            reasons = list(sheet.reasons.get(key, ()))
            if key in sheet.unsent:
                reasons.append(f"--max-chars {budget.limit} does not suffice")
            why = "; ".join(reasons) or "no engine was asked"
            yield f"{sheet.file.path}:{lines[key]}", why


def _cost(desk: Desk) -> str:
    about = desk.engine.about
    return f", {desk.cost():.2f} {about.currency}".rstrip() if about.price else ""


def _quota(usage: Usage) -> str:
    of = f" of {usage.limit:,}" if usage.limit is not None else ""
    return f"{usage.used:,}{of} characters"
