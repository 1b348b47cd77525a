"""TMX in: the units of a file as translations to remember."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from l10n.memory.keys import text_key
from l10n.memory.tags import family, tidy_tag
from l10n.memory.tmx_parse import Said, TmxUnit, Variant, parse_tmx
from l10n.model.memory import Origin, Remembered

OWN = "x-l10n-"  # how the properties that write_tmx() uses are called
_NEIGHBOURS = {"prev": "before", "next": "after"}  # OmegaT's, which hold the texts themselves
_KEY = re.compile("[0-9a-fA-F]{1,16}")
_MACHINES = frozenset({"mt!", "mt", "machine translation"})  # Trados and others, as creationid


@dataclass(slots=True)
class TmxTally:
    """What was left out of a file, by why: lines of units, counted while they are read."""

    no_source: list[int] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)


def read_tmx(
    portions: Iterable[bytes],
    path: str,
    place: str,
    source_language: str,
    languages: Iterable[str] = (),
    tally: TmxTally | None = None,
) -> Iterator[Remembered]:
    """Yield the translations of a TMX file, one for each target language of a unit.

    ``path`` is how errors call the file and ``place`` where its translations are said to come
    from, unless they say themselves. Sources are in ``source_language`` or a dialect of it;
    ``languages`` are the targets wanted, dialects included, all for none. Raises InputError
    as parse_tmx() does. ``tally`` is told what was left out.
    """
    counted = tally or TmxTally()
    wanted = {family(tag) for tag in languages}
    for header, unit in parse_tmx(portions, path):
        srclang = unit.said.attributes.get("srclang") or header.get("srclang", "")
        source = _source(unit, srclang, source_language)
        if source is None:
            counted.no_source.append(unit.line)
            continue
        for variant in unit.variants:
            tag = tidy_tag(variant.language)
            if variant is source or not tag or (wanted and family(tag) not in wanted):
                continue
            if not source.text.strip() or not variant.text.strip():
                counted.empty.append(unit.line)
                continue
            yield _remembered(unit, source, variant, place, source_language)


def _source(unit: TmxUnit, srclang: str, wanted: str) -> Variant | None:
    """Return the variant that is the source: as the unit says where it is one of the dialects."""
    fitting = [
        each for each in unit.variants if each.language and family(each.language) == family(wanted)
    ]
    for tag in (srclang, wanted):
        for each in fitting:
            if tidy_tag(each.language) == tidy_tag(tag):
                return each
    return fitting[0] if fitting else None


def _remembered(
    unit: TmxUnit, source: Variant, target: Variant, place: str, source_language: str
) -> Remembered:
    own: dict[str, str] = {}
    keys: dict[str, int | None] = {}
    props = []
    for text, attributes in unit.said.props:
        kind = attributes.get("type", "")
        if kind.startswith(OWN):
            own[kind.removeprefix(OWN)] = text
        else:
            props.append((text, attributes))
            if kind in _NEIGHBOURS:
                keys[_NEIGHBOURS[kind]] = text_key(text)
    keys.update((name, _key(own[name])) for name in ("before", "after") if name in own)
    attributes = dict(unit.said.attributes)
    if attributes.get("srclang") == source.language:  # write_tmx() says it where it has to
        del attributes["srclang"]
    said = Said(attributes, unit.said.notes, props)
    return Remembered(
        source.text,
        target.text,
        tidy_tag(target.language),
        _origin(own.get("origin", ""), unit, target),
        own.get("place", place),
        keys.get("before"),
        keys.get("after"),
        _extra(said, source, target, source_language),
    )


def _key(digits: str) -> int | None:
    if not _KEY.fullmatch(digits):
        return None
    number = int(digits, 16)
    return number - (1 << 64) if number >> 63 else number


def _origin(said: str, unit: TmxUnit, target: Variant) -> Origin:
    if said in {origin.value for origin in Origin}:
        return Origin(said)
    for name in ("changeid", "creationid"):  # who changed it last answers for it
        for attributes in (target.said.attributes, unit.said.attributes):
            if maker := attributes.get(name):
                return Origin.MACHINE if maker.strip().lower() in _MACHINES else Origin.HUMAN
    return Origin.HUMAN


def _extra(said: Said, source: Variant, target: Variant, source_language: str) -> str:
    """Return what a Remembered has no field for, as JSON: what write_tmx() writes back."""
    parts: dict[str, object] = {
        "unit": _parts(said, ""),
        "source": _parts(source.said, source.marked),
        "target": _parts(target.said, target.marked),
        "source-language": source.language if source.language != source_language else "",
        "target-language": (
            target.language if target.language != tidy_tag(target.language) else ""
        ),
    }
    kept = {name: part for name, part in parts.items() if part}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else ""


def _parts(said: Said, marked: str) -> dict[str, object]:
    attributes = {
        key: value for key, value in said.attributes.items() if key not in ("xml:lang", "lang")
    }
    parts = {"attributes": attributes, "notes": said.notes, "props": said.props, "seg": marked}
    return {name: part for name, part in parts.items() if part}
