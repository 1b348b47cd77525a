"""What a glossary writes, taken apart for matching: one Form for each thing to look for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from l10n.glossary.prose import fold
from l10n.glossary.tokens import HYPHENS, connected, is_unspaced, squeeze, tokens_of
from l10n.glossary.words import Words
from l10n.model.terms import Kind, Rendering, Term

_LETTER = re.compile(r"[^\W\d_]")
_ORDER: Final = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class FormWord:
    """One word of a Form; ``gap`` is what the glossary writes before it."""

    raw: str
    lower: str
    keys: frozenset[str]
    exact: bool  # acronyms, what holds digits, and case-sensitive names: only as spelled
    gap: str = ""
    light: bool = False  # an article or the like stands before it


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One thing to look for. ``literal`` instead of ``words`` where words have no boundaries."""

    term: Term
    kind: Kind
    text: str  # as the glossary writes it
    words: tuple[FormWord, ...]
    literal: str = ""
    size: int = 0  # in characters, to take the longest first
    order: int = 0  # of the kind, where one rendering is listed as several


def source_forms(term: Term, words: Words, kind: Kind = Kind.SOURCE) -> Iterator[Form]:
    """Yield what to look for in a source; with KEEP, in a translation that keeps the word."""
    for text in term.forms:
        yield from _forms(term, kind, text, words, term.case_sensitive)


def target_forms(term: Term, rendering: Rendering, words: Words) -> Iterator[Form]:
    """Yield what to look for in a translation."""
    if rendering.keep:
        yield from source_forms(term, words, Kind.KEEP)
    listed = (
        (Kind.USE, (rendering.use,) if rendering.use else ()),
        (Kind.FORM, rendering.forms),
        (Kind.ALLOW, rendering.allow),
        (Kind.AVOID, rendering.avoid),
    )
    for kind, texts in listed:
        for text in texts:
            yield from _forms(term, kind, text, words, case_sensitive=False)


def _forms(term: Term, kind: Kind, text: str, words: Words, case_sensitive: bool) -> Iterator[Form]:
    plain = fold(text).text.strip()
    tokens = tokens_of(plain)
    if is_unspaced(plain) or not tokens:
        if plain:
            literal = squeeze(plain)[0].lower()
            yield Form(term, kind, text, (), literal, len(literal), _ORDER[kind])
        return
    parts: list[FormWord] = []
    last, light = tokens[0].start, False
    for token in tokens:
        gap = plain[last : token.start]
        last = token.end
        if parts and connected(gap) and words.is_light(token.raw):
            light = True
            continue
        part = _word(token.raw, gap, words, case_sensitive)
        parts.append(replace(part, light=True) if light else part)
        light = False
    size = sum(len(part.raw) for part in parts)
    yield Form(term, kind, text, tuple(parts), size=size, order=_ORDER[kind])
    if len(parts) > 1 and all(part.gap in HYPHENS for part in parts[1:]):
        joined = _word("".join(part.raw for part in parts), "", words, case_sensitive)
        yield Form(term, kind, text, (joined,), size=size, order=_ORDER[kind])


def _word(raw: str, gap: str, words: Words, case_sensitive: bool) -> FormWord:
    letters = len(_LETTER.findall(raw))
    acronym = letters > 1 and raw.isupper()
    exact = case_sensitive or acronym or letters < len(raw)
    return FormWord(raw, words.lower(raw), words.form_keys(raw), exact, gap)
