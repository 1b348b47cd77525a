"""text-mojibake"""

import re
from collections.abc import Iterator, Sequence

from l10n.model.finding import Fix, Severity
from l10n.model.inline import Span
from l10n.model.mojibake import Garbled, find_garbled, repair_mojibake
from l10n.model.rule import Example, Hit, PerMessage, Rule
from l10n.model.unit import Unit

_LOST = re.compile(r"[\ufffd\x80-\x84\x86-\x9f]+")


def _look(unit: Unit) -> Iterator[Hit]:
    text = unit.target.text
    if text.isascii():
        return
    known = unit.source.text
    language = unit.language.tag
    garbled = [one for one in find_garbled(text, language) if text[slice(*one.span)] not in known]
    hits = []
    for sure in (True, False):  # all that can be repaired is one finding, and all else another
        passages = [one for one in garbled if one.sure is sure]
        if passages:
            hits.append(_hit(text, language, passages))
    hits += (
        Hit(
            f"text in a wrong encoding: characters that were lost: {_shown(match[0])}",
            "write it anew, in UTF-8",
            match.span(),
        )
        for match in _LOST.finditer(text)
        if match[0] not in known
        and not any(one.span[0] <= match.start() < one.span[1] for one in garbled)
    )
    yield from sorted(hits, key=_place)


def _hit(text: str, language: str, passages: Sequence[Garbled]) -> Hit:
    # Each of them may have gone wrong more than once.
    meant = [repair_mojibake(one.meant, language) for one in passages]
    first = passages[0]
    where = "" if len(passages) == 1 else f" in {len(passages)} places, the first of them"
    return Hit(
        f"text in a wrong encoding{where}: {text[slice(*first.span)]} was once {meant[0]}",
        "write it anew, in UTF-8",
        first.span,
        fix=tuple(
            Fix(one.span, right) for one, right in zip(passages, meant, strict=True) if one.sure
        ),
    )


def _place(hit: Hit) -> Span:
    return hit.span or (0, 0)


def _shown(lost: str) -> str:
    return ", ".join(f"U+{ord(letter):04X}" for letter in dict.fromkeys(lost))


RULE = Rule(
    name="text-mojibake",
    summary="Letters were read in the wrong encoding.",
    why="Somewhere on its way the text was taken for something else than UTF-8: é has become Ã© or "
    "√©. Readers see garbage. What the source has as well is left alone; `l10n check` looks at the "
    "posts too, and tells of it there.",
    severity=Severity.ERROR,
    check=PerMessage(_look),
    compares=True,
    sourceless=True,
    examples=(
        Example("The coffee of the mole", "Le café de la taupe : « CAFÉ», cœur, naïf…"),
        Example("Ã© is an accident", "Ã© est un accident"),
        Example("Not a sister", "«IRMÃ»", language="pt"),
        Example(
            "A coffee",
            "Un cafÃ©",
            says=("text in a wrong encoding: Ã© was once é",),
            hints=("write it anew, in UTF-8",),
            marks=("Ã©",),
            fixed="Un café",
        ),
        Example(
            "A coffee",
            "Un caf√©",
            says=("text in a wrong encoding: √© was once é",),
            hints=("write it anew, in UTF-8",),
            marks=("√©",),
            fixed="Un café",
        ),
        Example(
            "It's here",
            "Câ€™est ici",
            says=("text in a wrong encoding: â€™ was once ’",),
            hints=("write it anew, in UTF-8",),
            marks=("â€™",),
            fixed="C’est ici",
        ),
        Example(
            "Coffee is drunk",
            "Le cafÃ© est bu, dÃ©jÃ\u00a0",
            says=("text in a wrong encoding in 3 places, the first of them: Ã© was once é",),
            hints=("write it anew, in UTF-8",),
            marks=("Ã©",),
            fixed="Le café est bu, déjà",
        ),
        Example(
            "A coffee",
            "Un cafÃƒÂ©",
            says=("text in a wrong encoding: ÃƒÂ© was once é",),
            hints=("write it anew, in UTF-8",),
            marks=("ÃƒÂ©",),
            fixed="Un café",
        ),
        Example(
            "A coffee",
            "Un caf\ufffd",
            says=("text in a wrong encoding: characters that were lost: U+FFFD",),
            hints=("write it anew, in UTF-8",),
            marks=("\ufffd",),
        ),
    ),
)
