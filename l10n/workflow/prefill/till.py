"""Where engines are paid: answers are kept before anything else, no text is asked for twice."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace

from l10n.model.engine import About, Answer, Failure, Outcome, Request, Scheme, Trouble
from l10n.workflow.prefill.books import key_of
from l10n.workflow.prefill.desk import Desk, checksum

# After these nothing was translated, and so nothing is billed.
_FREE = frozenset(
    {
        Trouble.QUOTA,
        Trouble.KEY,
        Trouble.TOO_LARGE,
        Trouble.LANGUAGE,
        Trouble.REFUSED,
        Trouble.ABSENT,
    }
)

_STOPPED = Failure(Trouble.QUOTA, "it was interrupted")
_TOO_MUCH = Failure(Trouble.QUOTA, "the budget does not suffice")


class Till:
    """A Desk's engine for one language, as `draft` wants one: pays for each text once.

    A text that another thread has sent is waited for. Answers are in the ledger before
    `translate` returns. ``about`` may be narrower than what the engine says of itself.
    """

    __slots__ = ("_about", "_checksum", "_desk", "_target", "ended")

    def __init__(self, desk: Desk, target: str, about: About) -> None:
        self._about = about
        self._desk = desk
        self._target = target
        self._checksum = checksum(desk, target)
        self.ended: Failure | None = None  # of this language alone

    @property
    def about(self) -> About:
        return self._about

    def refusal(self, source: str, target: str) -> Failure | None:
        return self._desk.open(target)

    def known(self, scheme: Scheme, text: str) -> Answer | None:
        """Return what was paid for before."""
        return self._desk.ledger.get(self._key(scheme, text))

    def may(self, characters: int) -> bool:
        """Whether anything may be sent still; the budget is asked when it is known what."""
        desk = self._desk
        return not (desk.stop.is_set() or desk.ended or self.ended)

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        """Return an Outcome for each text; those that nobody has asked for yet are sent.

        Where the budget does not suffice for these, none of them is.
        """
        desk = self._desk
        desk.ledger.begin()
        keys = [self._key(request.scheme, text) for text in request.texts]
        known: dict[str, Outcome] = {}
        waiting: dict[str, Future[Outcome]] = {}
        mine: dict[str, str] = {}
        with desk.lock:
            for key, text in zip(keys, request.texts, strict=True):
                answer = desk.ledger.get(key)
                if answer:
                    known[key] = answer
                elif key in desk.under_way:
                    waiting[key] = desk.under_way[key]
                else:
                    mine[key] = text
            if desk.budget.take(sum(map(len, mine.values()))):
                desk.under_way |= {key: Future() for key in mine}
            else:
                known |= dict.fromkeys(mine, _TOO_MUCH)
                mine.clear()
        try:
            known |= self._sent(replace(request, texts=tuple(mine.values())), tuple(mine))
        finally:
            with desk.lock:
                futures = {key: desk.under_way.pop(key) for key in mine}
            for key, future in futures.items():
                broken = Failure(Trouble.MALFORMED, f"{self.about.name} failed")
                future.set_result(known.get(key, broken))
        known |= {key: future.result() for key, future in waiting.items()}
        return tuple(known[key] for key in keys)

    def _sent(self, request: Request, keys: Sequence[str]) -> dict[str, Outcome]:
        desk = self._desk
        if not keys:
            return {}
        failure = desk.open(self._target)
        if failure:
            desk.budget.give_back(request.characters)
            if failure.trouble is Trouble.LANGUAGE:
                self.ended = failure
            elif failure.trouble is not Trouble.BUSY:
                desk.ended = failure
            return dict.fromkeys(keys, failure)
        glossary = desk.pushed if isinstance(desk.pushed, str) else ""
        with desk.slots:
            over = _STOPPED if desk.stop.is_set() else self.over
            if over:  # since we began to wait
                desk.budget.give_back(request.characters)
                return dict.fromkeys(keys, over)
            outcomes = desk.engine.translate(replace(request, glossary=glossary))
        if len(outcomes) != len(keys):
            said = f"{self.about.name} broke its contract: another count"
            outcomes = (Failure(Trouble.MALFORMED, said),) * len(keys)
        answers = [
            (key, each)
            for key, each in zip(keys, outcomes, strict=True)
            if isinstance(each, Answer)
        ]
        if answers:
            desk.ledger.keep(answers)
        self._count(request, outcomes)
        return dict(zip(keys, outcomes, strict=True))

    def _count(self, request: Request, outcomes: Sequence[Outcome]) -> None:
        """Enter a request into the books."""
        desk = self._desk
        billed = free = 0
        for text, outcome in zip(request.texts, outcomes, strict=True):
            if isinstance(outcome, Answer):
                billed += len(text) if outcome.billed is None else outcome.billed
                free -= max(0, (outcome.billed or 0) - len(text))
            elif outcome.trouble in _FREE:
                free += len(text)
                self._end(outcome)
        desk.budget.give_back(free)
        with desk.lock:
            desk.requests += 1
            desk.characters += request.characters
            desk.billed += billed

    def _end(self, failure: Failure) -> None:
        if failure.trouble is Trouble.LANGUAGE:
            self.ended = failure
        elif failure.trouble in (Trouble.QUOTA, Trouble.KEY, Trouble.ABSENT):
            self._desk.ended = failure

    def give_up(self, failure: Failure) -> None:
        """Ask nothing more of a server that stays busy, or cannot be opened."""
        self._desk.ended = self._desk.ended or failure

    @property
    def over(self) -> Failure | None:
        """Why nothing more is asked, if so."""
        return self.ended or self._desk.ended

    def _key(self, scheme: Scheme, text: str) -> str:
        return key_of(self.about, self._desk.source, self._target, scheme, text, self._checksum)
