"""code-block-changed"""

import re
from collections.abc import Iterator

from l10n.model.counterpart import Counterpart
from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.quote import quote

CODE = "code"
# Comments and strings are for people, and are translated with good reason.
_WORDS = re.compile(
    r"/\*.*?\*/|<!--.*?-->|(?:^|(?<=\s))(?:#|//|--|%|;)[^\n]*|"
    r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|[“«][^”»\n]*[”»]",
    re.S,
)
_INFO = re.compile(r"(?m)^\s*(?:>\s*)*(?:`{3,}|~{3,}).*$")


def _look(unit: Unit) -> Iterator[Hit]:
    place = unit.counterpart
    if place is None or place.kind != CODE or unit.message.msgid == unit.message.msgstr:
        return
    ours, theirs = _lines(unit.message.msgid), _lines(unit.message.msgstr)
    if sorted(ours) == sorted(theirs):
        return
    lost = next((line for line in ours if line not in theirs), "")
    new = next((line for line in theirs if line not in ours), "")
    if lost and new:
        what = f"the code {quote(new)} stands where the source has {quote(lost)}"
    else:
        what = f"the code {quote(lost)} is missing" if lost else f"the code {quote(new)} was added"
    yield Hit(what, "copy the block from the source; comments and strings may be translated")


def _lines(code: str) -> list[str]:
    plain = _WORDS.sub("", _INFO.sub("", code))
    return list(filter(None, ("".join(line.split()) for line in plain.split("\n"))))


_BLOCK = Counterpart(CODE, (3, 5), (3, 5))

RULE = Rule(
    name="code-block-changed",
    summary="A block of code is not the source's.",
    why="What readers copy from the page no longer runs, or is another version. Comments and "
    "strings may be translated, and indentation may differ. Looked at by `check --against` only: "
    "a post that is built from a catalog has the source's own blocks.",
    severity=Severity.WARNING,
    check=PerMessage(_look),
    compares=True,
    examples=(
        Example("```\ndig(3)  # metres\n```", "```\ndig(3)  # mètres\n```", counterpart=_BLOCK),
        Example(
            "```\ndig(3)\n```",
            "```\ncreuser(3)\n```",
            counterpart=_BLOCK,
            says=("the code creuser(3) stands where the source has dig(3)",),
            hints=("copy the block from the source; comments and strings may be translated",),
            marks=("",),
        ),
    ),
)
