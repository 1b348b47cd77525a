"""text-bidi-override"""

from collections.abc import Iterator

from l10n.model.finding import Fix, Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit

_OVERRIDES = "\u202d\u202e"
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c"} | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_CLOSING = frozenset("\u202c\u2069")
_ALL = frozenset((*_OVERRIDES, *_OPENING, *_CLOSING))
_RIGHT_TO_LEFT = frozenset("ar arc azb ckb dv fa he ks ku lrc mzn ps sd syr ug ur yi".split())


def _look(unit: Unit) -> Iterator[Hit]:
    text = unit.target.text
    if text.isascii() or _ALL.isdisjoint(text):
        return
    known = set(unit.source.text)
    paired = _paired(text) if unit.language.tag.split("-")[0] in _RIGHT_TO_LEFT else frozenset()
    for at, letter in enumerate(text):
        if letter in _ALL and letter not in known and at not in paired:
            yield Hit(
                f"the invisible U+{ord(letter):04X} turns the order of what follows it",
                "remove it",
                (at, at + 1),
                fix=(Fix((at, at + 1), ""),),
            )


def _paired(text: str) -> frozenset[int]:
    """Return the places of embeddings and isolates that are closed again."""
    open_: list[int] = []
    pairs: set[int] = set()
    for at, letter in enumerate(text):
        if letter in _OPENING:
            open_.append(at)
        elif letter in _CLOSING and open_ and _OPENING[text[open_[-1]]] == letter:
            pairs |= {open_.pop(), at}
    return frozenset(pairs)


RULE = Rule(
    name="text-bidi-override",
    summary="An invisible character changes the order in which letters are shown.",
    why="What people read and what the page holds are no longer the same: an address or a command "
    "can be disguised that way (CVE-2021-42574). Closed isolates and embeddings are usual in "
    "languages written from right to left, and so are the marks U+200E and U+200F in all.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    compares=True,
    sourceless=True,
    examples=(
        Example("A cat.", "Un\u200e chat."),
        Example("A \u2066cat\u2069.", "Un \u2066chat\u2069."),
        Example(
            "A cat.",
            "Un \u202echat.",
            says=("the invisible U+202E turns the order of what follows it",),
            hints=("remove it",),
            marks=("\u202e",),
            fixed="Un chat.",
        ),
    ),
)
