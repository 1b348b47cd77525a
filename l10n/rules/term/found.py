"""What one message makes of the terms that its source has."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from l10n.model.inline import Inline, Span
from l10n.model.terms import Kind, Rendering, Term, TermMatch
from l10n.model.unit import Unit
from l10n.rules.term.names import SHORT, Near, folded, near_misses, specials_of, tokens_of
from l10n.rules.text.same import same
from l10n.rules.text.words import small_words, titled, words

_QUOTED = re.compile(
    r"\"[^\"]{2,}\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|『[^』]*』|《[^》]*》|〈[^〉]*〉"
)
_WORD = re.compile(r"\w+")
_ACRONYM = re.compile("[A-Z]{2,}s?")
_RENDERED = frozenset((Kind.USE, Kind.FORM, Kind.ALLOW))
_WRONG = frozenset((Kind.AVOID, Kind.CASE))
_MANY = 2_000_000  # names times characters; there a message is no prose
_LOOKED_AT = 5  # places of a term in one message; a sixth is no other
_TITLE = 3  # words of a link that are a title, not a term


def rendering_of(unit: Unit, term: Term) -> Rendering:
    """Return what the glossary says of a Term in the language of ``unit``."""
    return term.rendering(unit.language.tag) or Rendering(unit.language.tag)


def kept(unit: Unit, term: Term) -> bool:
    """Tell whether the source's own word is the rendering, and nothing else is preferred."""
    rendering = rendering_of(unit, term)
    return rendering.keep and not rendering.use


def hint_of(unit: Unit, term: Term) -> str:
    """Return what to write instead."""
    rendering = rendering_of(unit, term)
    if rendering.use:
        return f"use “{rendering.use}”"
    if rendering.keep:
        return f"keep “{term.term}”"
    others = " or ".join(f"“{form}”" for form in rendering.allow)
    return f"use {others}" if others else "use other words"


def found_of(unit: Unit, kind: Kind) -> dict[int, TermMatch]:
    """Return the first match of a kind in the translation, by id of its Term."""
    found: dict[int, TermMatch] = {}
    for match in unit.terms.target:
        if match.kind is kind:
            found.setdefault(id(match.term), match)
    return found


def lacking(unit: Unit) -> frozenset[int]:
    """Return the ids of Terms that are rendered fewer times than the source has them."""
    right = Counter(id(m.term) for m in unit.terms.target if m.kind not in _WRONG)
    held = Counter(id(m.term) for m in unit.terms.source)
    return frozenset(term for term, count in held.items() if right[term] < count)


def misspelled(
    unit: Unit, unique: Callable[[str, Term | None], bool]
) -> Iterator[tuple[Near, Term | None]]:
    """Yield near misses of names of the glossary, and of what else is a name by its looks.

    Only a name counts that the source has more often than the translation, unless the miss is by
    one letter and ``unique`` tells that it stands nowhere else, or nowhere but for the Term; in
    four letters, both.
    """
    if unit.message.msgid == unit.message.msgstr:
        return
    names: dict[tuple[str, ...], Term | None] = {}
    short = lacking(unit) if unit.terms.source else frozenset()
    terms = {id(match.term): match.term for match in unit.terms.source}
    for key, term in terms.items():
        if rendering_of(unit, term).keep:
            held = [_text(unit.source, m.span) for m in unit.terms.source if id(m.term) == key]
            names[tuple(dict.fromkeys((*held, *term.forms)))] = term
    theirs: list[str] | None = None
    known_already = {shape for shapes in names for shape in shapes}
    for token in specials_of(unit.source):
        if token.raw in known_already:
            continue
        if theirs is None:
            theirs = sorted({other.raw.casefold() for other in tokens_of(unit.target)})
        plain = token.raw.casefold()
        at = bisect_left(theirs, plain)
        if at == len(theirs) or not theirs[at].startswith(plain):  # with an ending, it is there
            names[(token.raw,)] = None
    if names and len(names) * len(unit.target.text) < _MANY:
        known = frozenset(token.raw.casefold() for token in tokens_of(unit.source))
        for shapes, of in names.items():
            for near in near_misses(shapes, unit.target, known, unit.language.tag):
                if of is None and not near.slips:
                    continue  # two words or one: nobody knows which is right
                sure = len(near.name) > SHORT and (of is None or id(of) in short)
                if sure or (near.slips == 1 and unique(near.raw, of) and _fits(of, near, short)):
                    yield near, of


def _fits(of: Term | None, near: Near, short: frozenset[int]) -> bool:
    return len(near.name) > SHORT + 1 or (of is not None and id(of) in short)


def free(unit: Unit, match: TermMatch) -> bool:
    """Tell whether a term of the source is one a translator would render.

    It is not in a quotation, in words of a link that are a title, or in a passage that stays as
    it is in the translation.
    """
    text = unit.source.text
    start, end = match.span
    for quoted in _QUOTED.finditer(text):
        if quoted.start() < start and end < quoted.end() and len(quoted[0]) < len(text.strip()):
            return False
    for link in unit.source.links:
        if link.span[0] <= start and end <= link.spot[0] and _is_title(unit, link.span):
            return False
    return not same(unit) and not copied(unit, match.span)


def unkept(unit: Unit, unique: Callable[[str, Term | None], bool]) -> Iterator[TermMatch]:
    """Yield the kept words that are missing, one for each place.

    What stands in other capitals, is misspelled or avoided is left out: other rules tell of it.
    """
    missing = [match for match in once(unit.terms.missing) if kept(unit, match.term)]
    if not missing:
        return
    told = {id(term) for _, term in misspelled(unit, unique)}
    told |= found_of(unit, Kind.CASE).keys() | found_of(unit, Kind.AVOID).keys()
    theirs = {_bare(token.raw) for token in tokens_of(unit.target)}
    for match in missing:
        alike = match.form[:1] in unit.target.text and _bare(match.form) in theirs
        if id(match.term) not in told and not alike:  # "Wikipédia", a Transformer of Transformers
            yield match


def _bare(word: str) -> str:
    return folded(word).removesuffix("s")


def unused(unit: Unit) -> Iterator[TermMatch]:
    """Yield the terms without a right rendering, one for each place, but kept words.

    Avoided renderings are left out: another rule tells of them. So are terms that a translator
    need not render.
    """
    all_missing = (*unit.terms.missing, *_untouched(unit))
    missing = [match for match in once(all_missing) if not kept(unit, match.term)]
    told = found_of(unit, Kind.AVOID) if missing else {}
    for match in missing:
        held = [other for other in unit.terms.source if other.term is match.term][:_LOOKED_AT]
        if id(match.term) in told or _abbreviated(unit, match):
            continue
        if all(free(unit, other) for other in held):
            yield match


def _untouched(unit: Unit) -> Iterator[TermMatch]:
    """Yield terms whose only rendering is the source's own word, which merely looks inflected.

    English "module" and Spanish "módulo" have one stem; French "classes" is "classe", whatever
    the English plural is.
    """
    ours: dict[int, dict[str, TermMatch]] = {}
    for match in unit.terms.source:
        word = _text(unit.source, match.span).casefold()
        ours.setdefault(id(match.term), {}).setdefault(word, match)
    right: set[int] = set()
    left: dict[int, TermMatch] = {}
    for match in unit.terms.target:
        word = _text(unit.target, match.span).casefold()
        same = ours.get(id(match.term), {}).get(word)
        if same is None or match.kind not in _RENDERED or word.startswith(match.form.casefold()):
            right.add(id(match.term))
        else:
            left.setdefault(id(match.term), same)
    yield from (match for term, match in left.items() if term not in right)


def _abbreviated(unit: Unit, match: TermMatch) -> bool:
    """Tell whether the translation has the initials of the term, or of its rendering."""
    rendering = rendering_of(unit, match.term)
    forms = [_WORD.findall(form) for form in (match.form, rendering.use, *rendering.allow)]
    initials = {"".join(word[0] for word in form).upper() for form in forms if len(form) > 1}
    theirs = _ACRONYM.findall(unit.target.text)
    return any(word.removesuffix("s") in initials for word in theirs)


def once(matches: Iterable[TermMatch]) -> Iterator[TermMatch]:
    """Yield one match for each place: terms that share a place are one word."""
    spans: set[Span] = set()
    for match in matches:
        if match.span not in spans:
            spans.add(match.span)
            yield match


def _is_title(unit: Unit, span: Span) -> bool:
    inside = [word for word in words(unit.source) if span[0] <= word.span[0] < span[1]]
    small = small_words(unit.source_language.tag)
    return len(inside) >= _TITLE and titled(inside, small)


def copied(unit: Unit, span: Span) -> bool:
    """Tell whether the words around a span stand in the translation just so."""
    ours = list(_WORD.finditer(unit.source.text))
    inside = [n for n, m in enumerate(ours) if m.end() > span[0] and m.start() < span[1]]
    if not inside:
        return False
    theirs = " ".join(_WORD.findall(unit.target.text)).lower()
    first, last = inside[0], inside[-1]
    for start, end in ((first - 2, last), (first - 1, last + 1), (first, last + 2)):
        if start >= 0 and end < len(ours):
            passage = " ".join(match[0] for match in ours[start : end + 1]).lower()
            if f" {passage} " in f" {theirs} ":
                return True
    return _in_a_name(unit, [match[0] for match in ours[max(0, first - 1) : last + 2]])


def _in_a_name(unit: Unit, around: list[str]) -> bool:
    """Tell whether words in capitals, with one beside them, stand in the translation just so."""
    theirs = " ".join(_WORD.findall(unit.target.text))
    return any(
        all(word[0].isupper() for word in words) and f" {' '.join(words)} " in f" {theirs} "
        for words in (around[:-1], around[1:])
        if len(words) > 1
    )


def _text(side: Inline, span: Span) -> str:
    return side.text[slice(*span)]
