"""punctuation-sentence-end"""

from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.sentences import end_of

# A blank ends their sentences; Greek asks its questions with a semicolon.
_NO_STOPS = frozenset("th lo km my el".split())
_SHORTEST = 5  # characters; "e.g." ends in no sentence


def _look(unit: Unit) -> Iterator[Hit]:
    if min(len(unit.source.text), len(unit.target.text)) < _SHORTEST:
        return
    if unit.language.tag.partition("-")[0] in _NO_STOPS:
        return
    ours, theirs = end_of(unit.source), end_of(unit.target)
    if ours == theirs:
        return
    if ours and theirs:
        yield Hit(f"ends with {theirs}, the source with {ours}", f"end it with {ours}")
    elif ours:
        yield Hit(f"the source ends with {ours}, the translation without", f"add {ours}")
    elif theirs in ("a full stop", "a colon"):
        yield Hit(f"ends with {theirs}, the source with none", "leave it out")


RULE = Rule(
    name="punctuation-sentence-end",
    summary="The sentence ends with another kind of sign than the source's.",
    why="A question that has become a statement is a mistake; a full stop that is missing looks "
    "careless in a list. Each script has its own signs, and they count as the same.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    compares=True,
    examples=(
        Example("Is it a cat?", "是猫吗？"),
        Example("It is a cat (a tom).", "C'est un chat (un matou)."),
        Example("It is a cat!", "C'est un chat\u202f!"),
        Example(
            "Is it a cat?",
            "C'est un chat.",
            says=("ends with a full stop, the source with a question mark",),
            hints=("end it with a question mark",),
            marks=("",),
        ),
        Example(
            "It is a cat.",
            "C'est un chat",
            says=("the source ends with a full stop, the translation without",),
            hints=("add a full stop",),
            marks=("",),
        ),
        Example(
            "All about cats",
            "Tout sur les chats.",
            says=("ends with a full stop, the source with none",),
            hints=("leave it out",),
            marks=("",),
        ),
    ),
)
