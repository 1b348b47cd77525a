"""spacing-french"""

import re
from collections.abc import Iterator

from l10n.model.conventions import Conventions
from l10n.model.finding import Fix, Severity
from l10n.model.inline import Span, Text
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit
from l10n.rules.spacing.styles import NARROW, WIDE, style_of

_BLANK = f"[ {WIDE}{NARROW}\u2009]+"
_BEFORE = r"(?=[;:](?:\s|$|[»\]])|[!?]+(?:\s|$|[)»\]…”])|»)"
_SET = re.compile(rf"(?:(?<=[^\s«])|\A){_BLANK}{_BEFORE}|(?<=«){_BLANK}(?=\S)")
_UNSET = re.compile(r"(?<=[^\W\d_])(?=[;:!?](?:\s|$))|(?<=«)(?=[^\s«])|(?<=[^\s»])(?=»)")
_ENTITY = re.compile(r"&#?\w+$")
_EMOJI = re.compile(r":[\w+-]+$")  # :smile: in the words of GitHub and Slack
_NEAR = 60  # characters before a sign that are looked at
_LAST = re.compile(r"(?:\S+\s+)?\S+$")  # two words, or the only one


def _look(unit: Unit) -> Iterator[Hit]:
    if unit.language.tag.partition("-")[0] != "fr":
        return
    for run in unit.target.texts:
        yield from sorted((*_blanks(unit, run), *_none(unit, run)), key=_place)


def _place(hit: Hit) -> Span:
    return hit.span or (0, 0)


def _blanks(unit: Unit, run: Text) -> Iterator[Hit]:
    style = style_of(unit)
    for match in _SET.finditer(run.raw):
        if match.start() == 0 == run.span[0]:
            continue  # the message begins with it
        sign, blank = _sign(run.raw, match), match[0]
        right = style.blank(sign)
        span = run.span[0] + match.start(), run.span[0] + match.end()
        if right == "":
            message = f"a blank before the {sign}, where Canadian French has none"
            yield Hit(message, "remove it", span, fix=(Fix(span, ""),))
        elif " " in blank:
            yield Hit(
                "the line may break at this blank, apart from its sign",
                f"write a no-break space ({_code(right)})",
                span,
                fix=(Fix(span, right),),
            )
        elif style.strict and blank != right:
            yield Hit(
                f"{' '.join(map(_code, blank))} at the {sign} is not the house style",
                f"write {_code(right)}",
                span,
                fix=(Fix(span, right),),
            )


def _none(unit: Unit, run: Text) -> Iterator[Hit]:
    style = style_of(unit)
    for match in _UNSET.finditer(run.raw):
        sign = _sign(run.raw, match)
        right = style.blank(sign)
        before = run.raw[max(0, match.start() - _NEAR) : match.start()]
        if right == "" or (sign == ";" and _ENTITY.search(before)):
            continue
        if sign == ":" and (name := _EMOJI.search(before)) and name[0] + sign in unit.source.text:
            continue
        if sign in ";:!?" and (last := _LAST.search(before)) and last[0] + sign in unit.source.text:
            continue  # a title or name of the source
        at = run.span[0] + match.start()
        where = "behind" if sign == "«" else "before"
        yield Hit(
            f"no blank {where} the {sign}",
            f"write a no-break space ({_code(right)}) there",
            (at - 1, at) if sign == "«" else (at, at + 1),
            fix=(Fix((at, at), right),),
        )


def _sign(raw: str, match: re.Match[str]) -> str:
    """Return the sign that the blank belongs to."""
    return "«" if raw[match.start() - 1 : match.start()] == "«" else raw[match.end()]


def _code(blank: str) -> str:
    return f"U+{ord(blank):04X}"


RULE = Rule(
    name="spacing-french",
    summary="French signs have no blank before them, or one at which a line can break.",
    why="French sets a blank before ; : ! ? and inside « », and it may not break. Which one is a "
    "matter of house style: U+00A0, U+202F and U+2009 are all good, unless `spacing` in "
    "`[language.fr]` names one. Canadian French sets none before ; ! ?. What is not prose is left "
    "alone, and so are titles that stand in the source as well.",
    severity=Severity.INFO,
    check=PerMessage(_look),
    examples=(
        Example("Why? Look:", "Pourquoi\u202f? Regardez\u00a0:"),
        Example("At 10:30, https://x.example", "À 10:30, https://x.example"),
        Example("Why?", "Pourquoi? Voici\u00a0:", language="fr-CA"),
        Example(
            "The “end”: here",
            'La "fin" : ici',
            says=("the line may break at this blank, apart from its sign",),
            hints=("write a no-break space (U+00A0)",),
            marks=(" ",),
            fixed='La "fin"\u00a0: ici',
        ),
        Example("Fine :smile: isn't it", "Bien :smile: n'est-ce pas"),
        Example("Read “Why Not?”.", "Lisez «\u00a0Why Not?\u00a0»."),
        Example(
            "Why?",
            "Pourquoi ?",
            says=("the line may break at this blank, apart from its sign",),
            hints=("write a no-break space (U+202F)",),
            marks=(" ",),
            fixed="Pourquoi\u202f?",
        ),
        Example(
            "Why?",
            "Pourquoi?",
            says=("no blank before the ?",),
            hints=("write a no-break space (U+202F) there",),
            marks=("?",),
            fixed="Pourquoi\u202f?",
        ),
        Example(
            "A “cat”",
            "Un «chat »",
            says=("no blank behind the «", "the line may break at this blank, apart from its sign"),
            hints=(
                "write a no-break space (U+00A0) there",
                "write a no-break space (U+00A0)",
            ),
            marks=("«", " "),
            fixed="Un «\u00a0chat\u00a0»",
        ),
        Example(
            "Why?",
            "Pourquoi\u202f?",
            says=("U+202F at the ? is not the house style",),
            hints=("write U+00A0",),
            marks=("\u202f",),
            fixed="Pourquoi\u00a0?",
            conventions=Conventions(spacing="nbsp"),
        ),
        Example(
            "Why?",
            "Pourquoi\u00a0?",
            says=("a blank before the ?, where Canadian French has none",),
            hints=("remove it",),
            marks=("\u00a0",),
            fixed="Pourquoi?",
            language="fr-CA",
        ),
    ),
)
