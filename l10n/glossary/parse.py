"""`glossary.yml` → Glossary: checked in one pass, all its flaws told at once with their lines."""

import re
from typing import TYPE_CHECKING

from l10n.glossary.keys import FILE_KEYS, LANGUAGE_PATTERN, RENDERING_KEYS, TERM_KEYS
from l10n.glossary.nodes import Reader, is_list, line_of, shown
from l10n.model.errors import Flaw, InputError
from l10n.model.lines import LineIndex
from l10n.model.terms import Glossary, Rendering, Term

if TYPE_CHECKING:
    from yaml.nodes import Node

_LANGUAGE = re.compile(LANGUAGE_PATTERN)
_OR_LANGUAGE = ", or a language tag such as fr or pt-BR"
_IS_LIST = 'write {use: …, allow: […]}, the preferred rendering at "use"'


def parse_glossary(data: bytes, path: str) -> Glossary:
    """Return the Glossary that ``data``, the bytes of a YAML file, holds.

    ``path`` is how errors call it. An empty file is an empty Glossary. A kept name with a capital
    is case-sensitive: "GLUE" is not glue. Raises InputError with every Flaw, by line: text that is
    not UTF-8 or not YAML, unknown and repeated keys, values of another type. What contradicts
    itself is left to `lint`.
    """
    root = compose(data, path)
    reader = Reader(path)
    terms: list[Term] = []
    for name, line, node in reader.pairs(root, FILE_KEYS) if root is not None else ():
        if name == "keep":
            terms += _kept(reader, node)
        elif name == "terms":
            terms += (_term(reader, each) for each in reader.elements(name, node))
        else:
            reader.unknown(name, line, FILE_KEYS)
    reader.settle()
    return Glossary(path, tuple(terms))


def compose(data: bytes, path: str) -> "Node | None":
    """Return the root node of a YAML file, None for an empty one. Raises InputError."""
    import yaml

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = LineIndex(data).line(error.start)
        found = f"byte 0x{data[error.start]:02X} at offset {error.start} is not UTF-8"
        raise InputError(Flaw(f"{path}:{line}", found, remedy="save the file as UTF-8")) from None
    try:
        return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else path
        said = (
            getattr(error, "problem", None) or getattr(error, "reason", None) or "nested too deep"
        )
        remedy = "mend this line or the one above it; texts with a colon or a # need quotes"
        raise InputError(Flaw(where, f"is not valid YAML: {said}", remedy=remedy)) from None


def _kept(reader: Reader, node: "Node") -> list[Term]:
    return [
        Term(
            name, case_sensitive=name.lower() != name, keep=True, line=line_of(each), shorthand=True
        )
        for each in reader.elements("keep", node)
        if (name := reader.text("keep", each))
    ]


def _term(reader: Reader, node: "Node") -> Term:
    line = line_of(node)
    if isinstance(node.value, str):
        reader.flaw(line, f"{shown(node)} stands where a term is expected", "- term: …")
        return Term("")
    term = note = ""
    also: tuple[str, ...] = ()
    case_sensitive = keep = False
    said: list[tuple[str, int, Node]] = []
    for name, at, value in reader.pairs(node, TERM_KEYS):
        match name:
            case "term":
                term, line = reader.text(name, value), at
            case "also":
                also = reader.texts(name, value)
            case "case-sensitive":
                case_sensitive = reader.flag(name, value)
            case "keep":
                keep = reader.flag(name, value)
            case "note":
                note = reader.text(name, value)
            case _ if _is_language(name):
                said.append((_tag(name), at, value))
            case _:
                reader.unknown(name, at, TERM_KEYS, _OR_LANGUAGE)
    if not term and not any(flawed == line for flawed, _ in reader.flaws):
        reader.flaw(line, 'a term without "term"', remedy='say the word of the source at "term"')
    renderings = tuple(_rendering(reader, *each, kept=keep) for each in said)
    return Term(term, also, case_sensitive, keep, note, renderings, line)


def _rendering(reader: Reader, language: str, line: int, node: "Node", *, kept: bool) -> Rendering:
    if isinstance(node.value, str):
        return Rendering(language, use=reader.text(language, node), line=line)
    if is_list(node):
        allowed = "a text, or " + ", ".join(key.name for key in RENDERING_KEYS)
        reader.flaw(line, f'"{language}" is a list', allowed, _IS_LIST)
        return Rendering(language, line=line)
    use = ""
    keep: bool | None = None
    lists: dict[str, tuple[str, ...]] = {}
    for name, at, value in reader.pairs(node, RENDERING_KEYS):
        if name == "use":
            use = reader.text(name, value)
        elif name == "keep":
            keep = reader.flag(name, value)
        elif name in ("allow", "avoid", "forms"):
            lists[name] = reader.texts(name, value)
        else:
            reader.unknown(name, at, RENDERING_KEYS)
    if keep is None:
        keep = kept and not use
    return Rendering(language, use, keep=keep, line=line, **lists)


def _is_language(name: str) -> bool:
    """Tell a language from a misspelt key: no key of ours has two letters, but "use" has three."""
    if not _LANGUAGE.match(name):
        return False
    primary = re.split("[-_]", name)[0].lower()
    if len(primary) == 2:
        return True
    from babel import Locale  # takes 30 ms; needed only for rare languages and errors

    return primary in Locale("en").languages


def _tag(name: str) -> str:
    """Return a tag in its customary case (RFC 5646, section 2.1.1): zh_hans_cn → zh-Hans-CN."""
    first, *rest = re.split("[-_]", name)
    shapes = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(shapes.get(len(part), str.lower)(part) for part in rest)])
