"""catalog-inconsistent"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from unicodedata import category

from rapidfuzz.distance import Prefix

from l10n.model.finding import Severity
from l10n.model.message import State
from l10n.model.rule import Example, Hit, PerLanguage, Rule
from l10n.model.unit import Unit
from l10n.rules.quote import quote

_MOST = 60  # characters; longer texts are written anew each time, and may differ
_SHOWN = 4  # ways of translating, in what is said
_NUMBER = re.compile(r"^[\W\d]*\d+(?:[.:)]\d*)*\W+(?=\w)|^\d+(?=[^\W\d_a-zA-Z])")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")  # as the source's words at a first mention
_SILENT = re.compile("[\ufe0e\ufe0f\u0307]")  # of emoji, and of İ in lower case
_LETTER = re.compile(r"[^\W\d_]")
_ENDING = 3  # letters by which inflected words differ


def _look(units: tuple[Unit, ...]) -> Iterator[Hit]:
    groups: dict[tuple[str | None, str], list[Unit]] = {}
    for unit in units:
        text = unit.message.msgid
        key = _plain(text) if len(text) <= _MOST and "\n" not in text else ""
        if " " in key or (key and _heads(unit)):
            groups.setdefault((unit.message.msgctxt, key), []).append(unit)
    for (_, key), group in groups.items():
        if len(group) > 1:
            yield from _differing(key, group)


def _heads(unit: Unit) -> bool:
    return unit.segment is not None and unit.segment.kind.startswith("heading")


def _differing(key: str, group: Sequence[Unit]) -> Iterator[Hit]:
    ways: list[str] = []
    chosen: list[int] = []
    for unit in group:
        text = _plain(_BRACKETED.sub("", unit.message.msgstr)) or _plain(unit.message.msgstr)
        number = next((at for at, way in enumerate(ways) if _same(way, text)), len(ways))
        if number == len(ways):
            ways.append(text)
        chosen.append(number)
    if len(ways) < 2:
        return
    counts = Counter(chosen)
    usual = max(counts, key=lambda number: (counts[number], -number))
    shown = {number: group[chosen.index(number)].message.msgstr for number in counts}
    usually = {unit.message.msgid for unit, at in zip(group, chosen, strict=True) if at == usual}
    for unit, number in zip(group, chosen, strict=True):
        # What differs in its source as well, "if Expressions" and "`if` expressions", may have
        # been meant to differ, unless one way is usual.
        if number != usual and (counts[usual] > 1 or unit.message.msgid in usually):
            others = ", ".join(
                f"“{quote(shown[other])}” {count}"
                for other, count in counts.most_common()[:_SHOWN]
                if other != number
            )
            yield Hit(
                f"“{quote(unit.message.msgid)}” is translated otherwise elsewhere: {others}",
                f"use “{quote(shown[usual])}” here too, or change it there",
                unit=unit,
            )


def _plain(text: str) -> str:
    """Return the words of a text: numbers before it, signs, emphasis and case set aside."""
    text = _NUMBER.sub("", text.strip())
    kept = "".join(" " if category(char)[0] in "PSCZ" else char for char in text)
    return " ".join(_SILENT.sub("", kept.casefold()).split()) if _LETTER.search(kept) else ""


def _same(one: str, other: str) -> bool:
    """Tell whether two texts are the same words, whatever their endings."""
    if one == other:
        return True
    ours, theirs = one.split(), other.split()
    return len(ours) == len(theirs) and all(map(_inflected, ours, theirs))


def _inflected(one: str, other: str) -> bool:
    longest = max(len(one), len(other))
    shared = Prefix.similarity(one, other)
    return shared == longest or (shared >= _ENDING and longest - shared <= _ENDING)


RULE = Rule(
    name="catalog-inconsistent",
    summary="A heading or another short text is translated in several ways.",
    why="Readers of several posts take two names for two things. What differs in endings, "
    "punctuation, emoji, capitals or a number before it only is left alone, and so are single "
    "words that are no heading, whose translation depends on what is around them, and texts beyond "
    "60 characters. "
    "The translation that is used most is taken for the right one, of two the first.",
    severity=Severity.WARNING,
    check=PerLanguage(_look),
    examples=(
        Example(
            "Tools and Datasets ⚙️",
            "Outils et archives ⚙️",
            says=(
                "“Tools and Datasets ⚙️” is translated otherwise elsewhere: “Outils et corpus” 2",
            ),
            hints=("use “Outils et corpus” here too, or change it there",),
            marks=("",),
            others=(
                ("Tools and datasets", "Outils et corpus"),
                ("3. Tools and Datasets", "3. Outils et corpus"),
            ),
        ),
        Example(
            "Tools and Datasets ⚙️",
            "Outils et corpus",
            others=(("2 Tools and datasets:", "2 Outils et corpus :"),),
        ),
        Example("New models", "Nouveaux modèles", others=(("New models", "Nouveau modèle"),)),
        Example("Main points:", "Points clés :", others=(("Main points", "Principaux éléments"),)),
        Example(
            "Main points",
            "Points clés (main points)",
            others=(("Main points", "Points clés"),),
        ),
        Example("Open", "Ouvrir", others=(("Open", "Ouvert"),)),
    ),
    states=frozenset({State.TRANSLATED}),
)
