"""Glossaries as tables: CSV out and in, and the tables of Markdown pages in."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from l10n.glossary.keys import LANGUAGE_PATTERN, TERM_KEYS
from l10n.model.errors import Flaw, InputError
from l10n.model.terms import Glossary, Rendering, Term

_SEPARATOR: Final = " | "
_LISTS: Final = ("allow", "avoid", "forms")
_TERM_COLUMNS: Final = tuple(key.name for key in TERM_KEYS)
_LANGUAGE = re.compile(LANGUAGE_PATTERN)
# A spreadsheet takes such a cell for a formula: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile("[=+@\t\r-]")
_TRUE: Final = frozenset({"true", "yes", "1", "x"})
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELL = re.compile(r"(?<!\\)\|")
_LINE_END = re.compile(r"\r\n|\n|\r")
_EMPHASIS = re.compile(r"[*`]+|(?<!\w)_+|_+(?!\w)")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ASIDE = re.compile(r"\s*\(([^()]*)\)")
_QUOTED = re.compile(r"[«“\"]\s*([^»”\"]+?)\s*[»”\"]")


def write_csv(glossary: Glossary, languages: Sequence[str]) -> bytes:
    """Return the glossary as CSV (RFC 4180, UTF-8 with a BOM for spreadsheets).

    Columns are the keys of a term, then for each language its preferred rendering and
    "fr allow", "fr avoid", "fr forms"; lists are parted by " | ".
    """
    stream = io.StringIO()
    writer = csv.writer(stream)
    columns = [*_TERM_COLUMNS, *(c for tag in languages for c in _columns(tag))]
    writer.writerow(columns)
    for term in glossary.terms:
        row = [
            term.term,
            _SEPARATOR.join(term.also),
            "true" if term.case_sensitive else "",
            "true" if term.keep else "",
            term.note,
        ]
        for tag in languages:
            rendering = term.rendering(tag) or Rendering(tag)
            row.append(rendering.use or (term.term if rendering.keep else ""))
            row += (
                _SEPARATOR.join(each)
                for each in (rendering.allow, rendering.avoid, rendering.forms)
            )
        writer.writerow([_guarded(cell) for cell in row])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _columns(tag: str) -> Iterator[str]:
    yield tag
    yield from (f"{tag} {name}" for name in _LISTS)


def _guarded(cell: str) -> str:
    return "'" + cell if _FORMULA.match(cell) else cell


def _bare(cell: str) -> str:
    cell = " ".join(cell.split())
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell, 1) else cell


def read_csv(data: bytes, path: str, source_language: str) -> tuple[Term, ...]:
    """Return the terms of a CSV file with a line of column names.

    The columns are those that write_csv() writes, in any order; the source's may be named by its
    language instead of "term". Commas, semicolons and tabs may part them. Raises InputError.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(Flaw(path, "is not UTF-8", remedy='save it as "CSV UTF-8"')) from None
    first = _LINE_END.split(text, maxsplit=1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise InputError(Flaw(f"{path}:{reader.line_num}", f"is not CSV: {error}")) from None
    names = [_column(name, source_language) for name in (rows[0][1] if rows else ())]
    _check_columns(names, path)
    return tuple(
        _row_term({name: _bare(cell) for name, cell in zip(names, row, strict=False)})
        for _, row in rows[1:]
        if len(row) > names.index("term") and row[names.index("term")].strip()
    )


def _column(name: str, source_language: str) -> str:
    name = " ".join(name.split())
    if name.lower() in (*_TERM_COLUMNS, "source", source_language.lower()):
        return "term" if name.lower() in ("source", source_language.lower()) else name.lower()
    return name.replace("_", "-")


def _check_columns(names: Sequence[str], path: str) -> None:
    allowed = ", ".join(_TERM_COLUMNS) + ", and for each language fr, fr allow, fr avoid, fr forms"
    flaws = []
    if "term" not in names:
        flaws.append(Flaw(f"{path}:1", 'no column is called "term"', allowed))
    for name in names:
        tag, _, rest = name.partition(" ")
        if name not in _TERM_COLUMNS and (not _LANGUAGE.match(tag) or rest not in ("", *_LISTS)):
            flaws.append(Flaw(f"{path}:1", f'unknown column "{name}"', allowed))
    if flaws:
        raise InputError(*flaws)


def _row_term(row: dict[str, str]) -> Term:
    renderings = []
    kept = row.get("keep", "").lower() in _TRUE
    for tag in dict.fromkeys(name.partition(" ")[0] for name in row if name not in _TERM_COLUMNS):
        use = row.get(tag, "")
        allow, avoid, forms = (_list(row.get(f"{tag} {name}", "")) for name in _LISTS)
        keep = use == row["term"]
        if use or allow or avoid or forms:
            if keep and kept and not (allow or avoid or forms):
                continue
            renderings.append(Rendering(tag, "" if keep else use, allow, avoid, forms, keep))
    return Term(
        row["term"],
        _list(row.get("also", "")),
        row.get("case-sensitive", "").lower() in _TRUE,
        kept,
        row.get("note", ""),
        tuple(renderings),
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def read_markdown(data: bytes, path: str, language: str) -> tuple[Term, ...]:
    """Return the terms of the tables of a Markdown page: the first two columns of each.

    The first column is the source, the second its rendering in ``language``. Emphasis and links
    are left out. A quoted word in brackets is allowed as well, other brackets are notes. "a b/c"
    prefers "a b" and allows "a c". Raises InputError where the page holds no table.
    """
    lines = _LINE_END.split(data.decode("utf-8-sig", "replace"))
    terms: dict[str, Term] = {}
    found = False
    for number, line in enumerate(lines):
        if number and "|" in line and _RULE.fullmatch(line) and "|" in lines[number - 1]:
            found = True
            for row in lines[number + 1 :]:
                cells = [cell.strip() for cell in _CELL.split(row.strip().strip("|"))]
                if "|" not in row:
                    break
                if len(cells) > 1 and (term := _cell_term(cells[0], cells[1], language)):
                    terms.setdefault(term.term.casefold(), term)
    if not found:
        raise InputError(Flaw(path, "holds no table", "a table: the word, and its rendering"))
    return tuple(terms.values())


def _cell_term(source: str, target: str, language: str) -> Term | None:
    source, target = (_EMPHASIS.sub("", _LINK.sub(r"\1", cell)) for cell in (source, target))
    asides = _ASIDE.findall(target)
    allow = [word for aside in asides for word in _QUOTED.findall(aside)]
    note = "; ".join(aside for aside in asides if not _QUOTED.search(aside))
    term, use = " ".join(source.split()), " ".join(_ASIDE.sub("", target).split())
    if not term or not use:
        return None
    head, slash, other = use.partition("/")
    other = other.strip()
    if slash and head.strip() and other and "/" not in other:
        use = head.strip()
        stem = "" if " " in other or head != use else use.rpartition(" ")[0]
        allow.insert(0, f"{stem} {other}".strip())
    keep = use.casefold() == term.casefold()
    if not keep:  # a table's cells begin with a capital; a word with more of them is a name
        term, use = _uncapitalised(term), _uncapitalised(use)
    allow = [_uncapitalised(word) for word in allow]
    rendering = Rendering(language, "" if keep else use, tuple(allow), keep=keep)
    return Term(term, note=note, renderings=(rendering,))


def _uncapitalised(text: str) -> str:
    return text.lower() if text[1:] == text[1:].lower() else text
