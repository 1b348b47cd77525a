"""text-unchanged"""

import re
from collections.abc import Iterator

from l10n.model.finding import Severity
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.scripts import FOREIGN
from l10n.rules.text.kinds import kind_of
from l10n.rules.text.same import same
from l10n.rules.text.words import words

_EMPHASISED = re.compile(r"\s*([*_]{1,3})(?![*_\s]).*(?<![*_\s])\1\s*")
_CODE = re.compile(r"\s*(?://|/\*|<!--|[bcr]*\").*", re.S)  # comments, and strings of programs
_FEW = 2  # words, of which one may be the same in both languages
_LONG = 120  # characters; what is longer is text-untranslated's, or a list of names


def _look(unit: Unit) -> Iterator[Hit]:
    if len(unit.source.text) > _LONG or unit.language == unit.source_language or not same(unit):
        return
    if _CODE.match(unit.source.text):
        return
    read = list(words(unit.source))
    if kind_of(unit, read) == "sentence":
        return  # text-untranslated speaks on those
    found = [word.raw for word in read if word.raw.isalpha() and len(word.raw) > 1]
    if _heads(unit):
        # Latin letters stand out in another script; "Publications" may well be French.
        foreign = unit.language.tag.partition("-")[0] in FOREIGN
        enough = len([word for word in found if not word.isupper()]) >= (1 if foreign else _FEW)
    else:
        spaced = len(unit.source.text.split()) > 1  # or it is a path
        enough = spaced and sum(word.islower() for word in found) >= _FEW
    if enough:
        yield Hit(
            "the same as in the source", "translate it, unless it is a name or the title of a work"
        )


def _heads(unit: Unit) -> bool:
    """Whether this stands above a text: as a heading, or in emphasis all of it."""
    kinds = (
        unit.segment.kind if unit.segment else "",
        unit.counterpart.kind if unit.counterpart else "",
    )
    heading = any(kind.startswith("heading") for kind in kinds)
    return heading or bool(_EMPHASISED.fullmatch(unit.source.text))


RULE = Rule(
    name="text-unchanged",
    summary="A heading, caption or short text is the same as in the source.",
    why="It may be a name or the title of a work, which stay as they are, or have been forgotten: "
    "only a person can tell, so this never fails a check. Sentences, and what other languages "
    "have translated, are text-untranslated. Single words are left alone where both languages "
    "are written in Latin letters, and so is code.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    examples=(
        Example("# `make`", "# `make`"),
        Example("***Publications***", "***Publications***"),
        Example("GPT-2, BERT", "GPT-2, BERT"),
        # text-untranslated tells of this one.
        Example("The cat was on the mat.", "The cat was on the mat."),
        Example(
            "***Neural based dependency parsing***",
            "**1.2 Neural based dependency parsing**",
            says=("the same as in the source",),
            hints=("translate it, unless it is a name or the title of a work",),
            marks=("",),
        ),
        Example(
            "*a broken picture* ([source](https://x.example))",
            "*a broken picture* ([source](https://x.example))",
            says=("the same as in the source",),
            hints=("translate it, unless it is a name or the title of a work",),
            marks=("",),
        ),
    ),
)
