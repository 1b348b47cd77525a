"""The human translations that are measured on, and the same with defects planted in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import polib

from benchmarks.checker.defects import DEFECTS
from benchmarks.tools import ROOT
from l10n.glossary import Matcher, parse_glossary
from l10n.markdown.inline import parse_inline
from l10n.model.dialect import Dialect
from l10n.model.language import Language
from l10n.model.message import Message
from l10n.model.unit import NO_TERMS, Unit

LANGUAGES = {"zh-CN": "zh-Hans", "zh-TW": "zh-Hant"}  # of catalogs named otherwise
_DIALECT = Dialect.GFM
_GLOSSARY = ROOT / "benchmarks" / "glossary.yml"


@dataclass(frozen=True, slots=True)
class Damaged:
    """A catalog with defects: its Units, and which kind of defect the Unit at an index has."""

    units: tuple[Unit, ...]
    kinds: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Human:
    """The messages of a human catalog, and what finds the glossary's terms in them."""

    units: tuple[Unit, ...]
    matcher: Matcher


def read(folder: Path, tags: Sequence[str] = ()) -> dict[str, Human]:
    """Return the translated, confirmed messages of each catalog, by the language's tag."""
    glossary = parse_glossary(_GLOSSARY.read_bytes(), _GLOSSARY.name)
    catalogs = {}
    for path in sorted(folder.glob("*.po")):
        tag = LANGUAGES.get(path.stem, path.stem)
        if not tags or tag in tags:
            matcher = Matcher(glossary, tag)
            units = _units(path, Language(tag, tag), matcher)
            catalogs[tag] = Human(units, matcher)
    return catalogs


def _units(path: Path, language: Language, matcher: Matcher) -> tuple[Unit, ...]:
    entries = [
        entry
        for entry in polib.pofile(str(path))
        if entry.msgstr and not entry.fuzzy and not entry.obsolete
    ]
    units = []
    for entry in entries:
        unit = Unit(
            path=path.name,
            line=entry.linenum,
            language=language,
            dialect=_DIALECT,
            message=Message(entry.msgid, entry.msgstr, msgctxt=entry.msgctxt),
            source=parse_inline(entry.msgid, _DIALECT),
            post=path.stem,
        )
        units.append(translated(unit, entry.msgstr, matcher))
    return tuple(units)


def plant(units: Sequence[Unit], seed: int, each: int, matcher: Matcher | None = None) -> Damaged:
    """Return the catalog with up to ``each`` defects of every kind, one to a message.

    Rare places are given away first. A message that is the source's, or a block of code, is
    left alone: there is nothing of a translator's in it.
    """
    random = Random(seed)
    order = [
        at
        for at, unit in enumerate(units)
        if unit.message.msgid != unit.message.msgstr and not unit.message.msgid.startswith("```")
    ]
    random.shuffle(order)
    offers: dict[str, list[tuple[int, str]]] = {}
    for kind, defect in DEFECTS.items():
        made = ((at, defect(units[at], random)) for at in order)
        offers[kind] = [
            (at, text)
            for at, text in made
            if text is not None and text != units[at].message.msgstr and text.strip()
        ]
    planted = list(units)
    kinds: dict[int, str] = {}
    for kind in sorted(offers, key=lambda kind: len(offers[kind])):
        left = each
        for at, text in offers[kind]:
            if left and at not in kinds:
                kinds[at] = kind
                planted[at] = translated(units[at], text, matcher)
                left -= 1
    return Damaged(tuple(planted), kinds)


def translated(unit: Unit, text: str, matcher: Matcher | None = None) -> Unit:
    """Return ``unit`` with another translation."""
    target = parse_inline(text, unit.dialect)
    same = text == unit.message.msgid
    return replace(
        unit,
        message=replace(unit.message, msgstr=text),
        target=target,
        terms=matcher.matches(unit.source, target) if matcher and not same else NO_TERMS,
    )
