"""What a run would cost: everything happens but that anything is sent."""

from dataclasses import dataclass, field

from l10n.model.engine import About, Answer, Failure, Outcome, Request, Scheme, Trouble
from l10n.workflow.prefill.books import key_of
from l10n.workflow.prefill.desk import Desk, checksum


@dataclass(slots=True)
class Estimate:
    """A Till at which nobody pays: notes the texts that would be sent, each of them once."""

    desk: Desk
    target: str
    about: About
    wanted: dict[str, int] = field(default_factory=dict)  # characters, by key
    ended: Failure | None = None
    doubt: Failure | None = None  # what stands in the way of a real run, but can be mended

    def look(self) -> None:
        """Ask the engine whether it translates into this language at all."""
        failure = self.desk.engine.refusal(self.desk.source, self.target)
        if failure and failure.trouble in (Trouble.LANGUAGE, Trouble.ABSENT):
            self.ended = failure
        else:
            self.doubt = failure

    @property
    def over(self) -> Failure | None:
        """Why the engine would not do it."""
        return self.ended

    @property
    def characters(self) -> int:
        """What would be billed at most."""
        return sum(self.wanted.values())

    def refusal(self, source: str, target: str) -> Failure | None:
        return None

    def known(self, scheme: Scheme, text: str) -> Answer | None:
        """Return what was paid for before; what was not is noted."""
        desk = self.desk
        glossary = checksum(desk, self.target)
        key = key_of(self.about, desk.source, self.target, scheme, text, glossary)
        answer = desk.ledger.get(key)
        if answer is None and not self.ended:
            self.wanted[key] = len(text)
        return answer

    def may(self, characters: int) -> bool:
        """Say no."""
        return False

    def translate(self, request: Request) -> tuple[Outcome, ...]:
        raise AssertionError("nothing is sent")

    def give_up(self, failure: Failure) -> None:
        self.ended = failure
