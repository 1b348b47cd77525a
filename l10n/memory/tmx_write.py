"""TMX out: version 1.4b, one unit for each translation remembered."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from l10n.memory.tmx_codes import quoted, written
from l10n.memory.tmx_read import OWN
from l10n.model.memory import Origin, Remembered

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="l10n" creationtoolversion="{version}" segtype="block" o-tmf="l10n" \
adminlang="en" srclang="{language}" datatype="plaintext"/>
<body>
"""
_TAIL = "</body>\n</tmx>\n"


def write_tmx(
    translations: Iterable[Remembered], source_language: str, version: str
) -> Iterator[bytes]:
    """Yield a TMX file in portions. Read again, it gives the same translations.

    ``version`` is that of this program. Who translated, where it came from and what stood
    around it are properties named "x-l10n-…"; what another TMX file had said is said again.
    """
    yield _HEAD.format(version=quoted(version), language=quoted(source_language)).encode()
    for translation in translations:
        yield _unit(translation, source_language).encode()
    yield _TAIL.encode()


def _unit(translation: Remembered, source_language: str) -> str:
    extra: dict[str, Any] = json.loads(translation.extra) if translation.extra else {}
    said = extra.get("unit", {})
    own = [
        ("origin", "" if translation.origin is Origin.HUMAN else translation.origin.value),
        ("place", translation.place),
        ("before", _digits(translation.before)),
        ("after", _digits(translation.after)),
    ]
    props = "".join(
        f'<prop type="{OWN}{name}">{quoted(text)}</prop>\n'
        for name, text in own
        if text or name == "place"
    )
    source = extra.get("source-language", source_language)
    target = extra.get("target-language", translation.language)
    other = source != source_language and "srclang" not in said.get("attributes", {})
    srclang = f' srclang="{_value(source)}"' if other else ""
    return (
        f"<tu{_attributes(said)}{srclang}>\n{_notes(said)}{props}"
        f"{_variant(source, translation.source, extra.get('source', {}))}"
        f"{_variant(target, translation.target, extra.get('target', {}))}</tu>\n"
    )


def _digits(key: int | None) -> str:
    return "" if key is None else f"{key % (1 << 64):016x}"


def _variant(language: str, text: str, said: dict[str, Any]) -> str:
    seg = said.get("seg") or written(text)
    return (
        f'<tuv xml:lang="{quoted(language)}"{_attributes(said)}>\n'
        f"{_notes(said)}<seg>{seg}</seg>\n</tuv>\n"
    )


def _attributes(said: dict[str, Any]) -> str:
    return _listed(said.get("attributes", {}))


def _listed(attributes: dict[str, str]) -> str:
    return "".join(f' {key}="{_value(value)}"' for key, value in attributes.items())


def _value(text: str) -> str:
    """Return ``text`` as an attribute: parsers make blanks of other white space there."""
    return quoted(text).replace("\n", "&#10;").replace("\t", "&#9;")


def _notes(said: dict[str, Any]) -> str:
    parts = [("note", *each) for each in said.get("notes", ())]
    parts += [("prop", *each) for each in said.get("props", ())]
    return "".join(
        f"<{name}{_listed(attributes)}>{quoted(text)}</{name}>\n"
        for name, text, attributes in parts
    )
