"""Terms into a glossary file: lines are added, and every line that stands there stays."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from l10n.glossary.parse import compose, parse_glossary
from l10n.model.errors import Flaw, InputError
from l10n.model.terms import Glossary, Rendering, Term

if TYPE_CHECKING:
    from yaml.nodes import Node, SequenceNode

# Texts that every YAML parser takes for themselves, in a list as well; all others are quoted.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ’.+()/-]*[\w’.+)])?")
_VALUES: Final = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_HIDDEN = re.compile("[^ -~\u00a1-\u2027\u2030-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\uffef]")
_LINES = re.compile(r"(?<=\n)")
_BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Merged:
    """The new file, and what became of the terms: each text names a term and language."""

    data: bytes
    added: tuple[Term, ...] = ()  # not in the file before
    extended: tuple[str, ...] = ()  # in the file, now with one more language
    conflicts: tuple[str, ...] = ()  # the file says something else, and was left as it is


def merge_terms(data: bytes, path: str, terms: Iterable[Term]) -> Merged:
    """Return the glossary file ``data`` with ``terms`` added to it.

    A term that is there already gets the languages it lacks; what it says of a language stays.
    Comments and layout stay, too. Raises InputError where ``data`` is no glossary, or is written
    in a way that nothing can be added to.
    """
    glossary = parse_glossary(data, path)
    plan = _plan(glossary, terms)
    if not plan.added and not plan.insertions:
        return Merged(data, conflicts=tuple(plan.conflicts))
    text = data.decode("utf-8-sig")
    lines = [line for line in _LINES.split(text) if line]
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += newline
    node = _terms_node(data, path)
    new = [line + newline for term in plan.added for line in entry_lines(term)]
    if node is not None and not node.value:
        lines[node.start_mark.line] = _opened(lines[node.start_mark.line], node)
        at = node.start_mark.line + 1
        new = ["  " + line for line in new]
    elif node is None:
        opened = next((n for n, line in enumerate(lines) if re.match(r"terms[ \t]*:", line)), None)
        indent = "  "
        at = len(lines) if opened is None else opened + 1
        if opened is None:
            new.insert(0, f"terms:{newline}")
        new = [line if line.startswith("terms:") else indent + line for line in new]
    else:
        if node.flow_style or (plan.insertions and any(n.flow_style for n in node.value)):
            _refuse_flow(node, glossary, plan, path)
        indent = " " * node.start_mark.column
        at = _last_line(node)
        new = [indent + line for line in new]
    places = [(at, new)]
    for index, renderings in plan.insertions.items():
        item = node.value[index] if node is not None else None
        if item is not None:
            column = " " * item.start_mark.column
            own = [f"{column}{_rendering(each)}{newline}" for each in renderings]
            places.append((_last_line(item), own))
    for place, more in sorted(places, key=lambda each: -each[0]):
        lines[place:place] = more
    bom = _BOM if data.startswith(b"\xef\xbb\xbf") else ""
    merged = (bom + "".join(lines)).encode()
    _prove(parse_glossary(merged, path), glossary, plan, path)
    return Merged(merged, tuple(plan.added), tuple(plan.extended), tuple(plan.conflicts))


@dataclass(slots=True)
class _Plan:
    added: list[Term]
    insertions: dict[int, list[Rendering]]  # by the place of the term among `terms`
    extended: list[str]
    conflicts: list[str]


def _plan(glossary: Glossary, terms: Iterable[Term]) -> _Plan:
    plan = _Plan([], {}, [], [])
    entries = [term for term in glossary.terms if term.line]
    known = {form.casefold(): term for term in reversed(entries) for form in term.forms}
    listed = _listed(glossary)
    for term in _joined(terms):
        old = known.get(term.term.casefold())
        if old is None:
            plan.added.append(term)
            continue
        for rendering in term.renderings:
            place = f"{term.term} ({rendering.language})"
            said = next((r for r in old.renderings if r.language == rendering.language), None)
            if said is None and id(old) in listed:
                plan.insertions.setdefault(listed[id(old)], []).append(rendering)
                plan.extended.append(place)
            elif said is None and not (old.keep and rendering.keep):
                plan.conflicts.append(f"{place}: the file keeps it in every language")
            elif said is not None:
                ours, theirs = said.use or old.term, rendering.use or term.term
                accepted = {form.casefold() for form in (ours, *said.allow, *said.forms)}
                if theirs.casefold() not in accepted:
                    plan.conflicts.append(f'{place}: the file says "{ours}", not "{theirs}"')
    return plan


def _joined(terms: Iterable[Term]) -> Iterable[Term]:
    """Return the terms, those of one name as one; what is said first of a language holds."""
    joined: dict[str, Term] = {}
    for term in terms:
        old = joined.setdefault(term.term.casefold(), term)
        known = {rendering.language for rendering in old.renderings}
        more = tuple(each for each in term.renderings if each.language not in known)
        joined[term.term.casefold()] = replace(old, renderings=(*old.renderings, *more))
    return joined.values()


def _listed(glossary: Glossary) -> dict[int, int]:
    """Return the place among `terms` of every Term that does not come from `keep`."""
    # A name under `keep` has nothing but itself; such an entry under `terms` needs no insertion.
    return {
        id(term): place
        for place, term in enumerate(term for term in glossary.terms if not term.shorthand)
    }


def _terms_node(data: bytes, path: str) -> "SequenceNode | None":
    from yaml.nodes import MappingNode, SequenceNode

    root = compose(data, path)
    if isinstance(root, MappingNode):
        for key, value in root.value:
            if key.value == "terms" and isinstance(value, SequenceNode):
                return value
    return None


def _opened(line: str, node: "SequenceNode") -> str:
    """Return the line ``terms: []`` without its empty list, which lines can then follow."""
    rest = line[node.end_mark.column :]
    head = line[: node.start_mark.column]
    return head + rest if rest.strip() else head.rstrip() + rest.lstrip(" \t")


def _refuse_flow(node: "SequenceNode", glossary: Glossary, plan: _Plan, path: str) -> None:
    if node.flow_style:
        raise InputError(
            Flaw(
                f"{path}:{node.start_mark.line + 1}",
                '"terms" is written in brackets, and lines cannot be added to it',
                "one entry per line, each beginning with a hyphen",
            )
        )
    flaws = [
        Flaw(
            f"{path}:{item.start_mark.line + 1}",
            "a term is written in braces, and lines cannot be added to it",
            "one key per line",
            "; ".join(f"add {_rendering(each)}" for each in plan.insertions[place]),
        )
        for place, item in enumerate(node.value)
        if place in plan.insertions and item.flow_style
    ]
    if flaws:
        raise InputError(*flaws)


def _last_line(node: "Node") -> int:
    """Return how many lines of the file end with the last character of ``node``."""
    if isinstance(node.value, list) and node.value and not getattr(node, "flow_style", False):
        last = node.value[-1]
        return max(_last_line(each) for each in (last if isinstance(last, tuple) else (last,)))
    mark = node.end_mark
    return int(mark.line) + (1 if mark.column else 0) or 1


def entry_lines(term: Term, *, shorthand: bool = False) -> Iterator[str]:
    """Yield the lines of a term's entry, without line ends; the one line of a kept name."""
    if shorthand:
        yield f"- {_scalar(term.term)}"
        return
    yield f"- term: {_scalar(term.term)}"
    if term.also:
        yield f"  also: {_list(term.also)}"
    if term.case_sensitive:
        yield "  case-sensitive: true"
    if term.keep:
        yield "  keep: true"
    if term.note:
        yield f"  note: {_scalar(term.note)}"
    yield from (f"  {_rendering(rendering)}" for rendering in term.renderings)


def _rendering(rendering: Rendering) -> str:
    lists = [
        f"{name}: {_list(forms)}"
        for name, forms in (
            ("allow", rendering.allow),
            ("avoid", rendering.avoid),
            ("forms", rendering.forms),
        )
        if forms
    ]
    if not lists and rendering.use:
        return f"{rendering.language}: {_scalar(rendering.use)}"
    first = [f"use: {_scalar(rendering.use)}"] if rendering.use else []
    kept = ["keep: true"] if rendering.keep else []
    return f"{rendering.language}: {{{', '.join([*first, *kept, *lists])}}}"


def _list(forms: Iterable[str]) -> str:
    return f"[{', '.join(map(_scalar, forms))}]"


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _VALUES:
        return text
    return _HIDDEN.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    point = ord(match[0])
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def _prove(now: Glossary, before: Glossary, plan: _Plan, path: str) -> None:
    """Make sure that the file now says what it said and what was added, and nothing else."""
    wanted = [_unplaced(term) for term in before.terms]
    listed = [place for place, term in enumerate(before.terms) if not term.shorthand]
    for place, renderings in plan.insertions.items():
        term = wanted[listed[place]]
        more = (*term.renderings, *(replace(each, line=0) for each in renderings))
        wanted[listed[place]] = replace(term, renderings=more)
    wanted += (_unplaced(term) for term in plan.added)
    got = [_unplaced(term) for term in now.terms]
    if sorted(got, key=repr) != sorted(wanted, key=repr):
        raise InputError(
            Flaw(path, "is written in a way that terms cannot be added to", "one key per line")
        )


def _unplaced(term: Term) -> Term:
    renderings = tuple(replace(each, line=0) for each in term.renderings)
    return replace(term, renderings=renderings, line=0)
