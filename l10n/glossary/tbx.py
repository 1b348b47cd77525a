"""TBX, the exchange format of term bases: ISO 30042:2008 out, that and its 2019 edition in."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from l10n.model.errors import Flaw, InputError
from l10n.model.terms import Glossary, Rendering, Term

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEAD: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang={language}>
  <martifHeader>
    <fileDesc><sourceDesc><p>Glossary written by l10n</p></sourceDesc></fileDesc>
    <encodingDesc><p type="XCSURI">TBXXCSV02.xcs</p></encodingDesc>
  </martifHeader>
  <text>
    <body>
"""
_TAIL: Final = "    </body>\n  </text>\n</martif>\n"
_PREFERRED, _ADMITTED, _DEPRECATED = (
    f"{status}Term-admn-sts" for status in ("preferred", "admitted", "deprecated")
)
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def write_tbx(glossary: Glossary, source_language: str, languages: Sequence[str]) -> bytes:
    """Return the glossary as TBX, with the renderings of ``languages``.

    What stays as it is has the source's word as its rendering. TBX knows nothing of
    case-sensitivity; listed forms are admitted variants.
    """
    parts = [_HEAD.format(language=_quoted(source_language))]
    for number, term in enumerate(glossary.terms, 1):
        parts.append(f'      <termEntry id="t{number}">\n')
        if term.note:
            parts.append(f"        <note>{_text(term.note)}</note>\n")
        own = [(term.term, _PREFERRED, False), *((also, _ADMITTED, False) for also in term.also)]
        parts += _lang_set(source_language, own)
        for language in languages:
            rendering = term.rendering(language)
            said = list(_said(term, rendering)) if rendering else []
            parts += _lang_set(language, said) if said else ()
        parts.append("      </termEntry>\n")
    return "".join([*parts, _TAIL]).encode()


def _said(term: Term, rendering: Rendering) -> Iterator[tuple[str, str, bool]]:
    preferred = rendering.use or (term.term if rendering.keep else "")
    if preferred:
        yield preferred, _PREFERRED, False
    yield from ((form, _ADMITTED, False) for form in rendering.allow)
    yield from ((form, _ADMITTED, True) for form in rendering.forms)
    yield from ((form, _DEPRECATED, False) for form in rendering.avoid)


def _lang_set(language: str, terms: Sequence[tuple[str, str, bool]]) -> Iterator[str]:
    yield f"        <langSet xml:lang={_quoted(language)}>\n"
    for term, status, variant in terms:
        kind = '<termNote type="termType">variant</termNote>' if variant else ""
        yield (
            f"          <tig><term>{_text(term)}</term>{kind}"
            f'<termNote type="administrativeStatus">{status}</termNote></tig>\n'
        )
    yield "        </langSet>\n"


def _text(text: str) -> str:
    from html import escape  # xml.sax.saxutils loads a whole web client

    return escape(_NOT_XML.sub("", text), quote=False)


def _quoted(tag: str) -> str:
    return f'"{_text(tag)}"'


def read_tbx(data: bytes, path: str, source_language: str) -> tuple[Term, ...]:
    """Return the terms of a TBX file whose entries have a term in ``source_language``.

    Raises InputError where the file is not XML, or no TBX.
    """
    from xml.etree import ElementTree

    if b"<!ENTITY" in data:  # entities that expand to gigabytes are an old trick
        raise InputError(Flaw(path, "declares entities of its own", remedy="remove <!ENTITY …>"))
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise InputError(Flaw(f"{path}:{error.position[0]}", f"is not XML: {error}")) from None
    except (LookupError, ValueError) as error:  # an encoding that Python or expat has not
        raise InputError(Flaw(path, f"cannot be read: {error}")) from None
    entries = [each for each in root.iter() if _name(each) in ("termEntry", "conceptEntry")]
    if not entries:
        raise InputError(Flaw(path, "holds no TBX entries", "termEntry or conceptEntry elements"))
    read = (_entry(entry, source_language) for entry in entries)
    return tuple(term for term in read if term)


def _entry(entry: "Element", source_language: str) -> Term | None:
    sets: dict[str, list[tuple[str, str]]] = {}
    for lang_set in entry.iter():
        if _name(lang_set) in ("langSet", "langSec"):
            tag = (lang_set.get(_LANG) or lang_set.get("lang") or "").replace("_", "-")
            sets.setdefault(tag, []).extend(_terms(lang_set))
    own = sets.pop(source_language, None) or sets.pop(source_language.partition("-")[0], None)
    if not own:
        return None
    note = next((" ".join(_content(each)) for each in entry if _name(each) == "note"), "")
    names = [term for term, status in own if status != "avoid"] or [own[0][0]]
    renderings = tuple(_rendering(tag, said, names[0]) for tag, said in sets.items() if said)
    return Term(names[0], tuple(names[1:]), note=note, renderings=renderings)


def _rendering(tag: str, said: Sequence[tuple[str, str]], source: str) -> Rendering:
    lists: dict[str, list[str]] = {"use": [], "allow": [], "avoid": [], "forms": []}
    for term, status in said:
        lists[status].append(term)
    if not lists["use"] and lists["allow"]:
        lists["use"].append(lists["allow"].pop(0))
    use, *more = lists["use"] or [""]
    keep = use == source
    return Rendering(
        tag,
        "" if keep else use,
        (*more, *lists["allow"]),
        tuple(lists["avoid"]),
        tuple(lists["forms"]),
        keep,
    )


def _terms(lang_set: "Element") -> Iterator[tuple[str, str]]:
    """Yield each term with what it is: use, allow, avoid or forms."""
    for group in lang_set.iter():
        if _name(group) not in ("tig", "ntig", "termSec"):
            continue
        term, status = "", "use"
        for each in group.iter():
            words = " ".join(_content(each))
            kind = each.get("type") or _name(each)
            if _name(each) == "term":
                term = words
            elif kind == "administrativeStatus":
                status = _status(words, status)
            elif kind == "termType" and words == "variant":
                status = "forms"
        if term:
            yield term, status


def _status(value: str, status: str) -> str:
    if status == "forms":
        return status
    if "admitted" in value:
        return "allow"
    wrong = ("deprecated", "superseded", "notRecommended", "obsolete", "forbidden")
    return "avoid" if any(word in value for word in wrong) else "use"


def _content(element: "Element") -> list[str]:
    return "".join(element.itertext()).split()


def _name(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]
