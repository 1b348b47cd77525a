"""Candidates for a glossary: names and phrases that recur in the posts."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from l10n.glossary.english import singular
from l10n.glossary.match import Matcher
from l10n.glossary.prose import Prose, prose_of
from l10n.glossary.tokens import Token, tokens_of
from l10n.model.inline import Inline, Text
from l10n.model.terms import Glossary, Term

_LONGEST: Final = 3  # words of a phrase
_NAME = re.compile(r"[A-ZÀ-Þ]")
_MIXED = re.compile(r".+[A-ZÀ-Þ]|[A-ZÀ-Þ].*[0-9]")  # told from a sentence's first word
_SMALL = re.compile(r"[a-zß-ÿ]{3,}")
_NOUN = re.compile(r"\w+(?:tion|sion|ment|ness|ism|ics|ity|ance|ence|ogy|izer|ator|oder)s?")
_PART = re.compile("[ -]")
_ENDS = re.compile(r"[.!?:…\n\ufffc]")
# English words that no term begins or ends with; posts in other languages go without such a list.
_COMMON: Final = frozenset(
    """
    about above across after again against all almost along already also although always
    among and another any are around article available because become been before behind
    being below best better between beyond big both but call called can change come contain
    could course data day did different does done down due during each easily easy either
    enough etc even ever every example few find first following for found from full further
    general get give given good great had has have help her here high his how however idea
    important include including instead interest interesting into issue its just keep know
    large last later learn least less let like long look lot made main make makes making
    many may maybe might month more most much must name near need needs never new next nice
    not now number off often old one only open other our out over own part people per place
    post previous provide provides read real really recent recently right said same see seen
    several she should show shows similar simple since small some something state still such
    take than thank that the their them then there these they thing things this those three
    through thus time times too top try two under until use used useful user using various
    version very via want was way ways week well were what when where whether which while
    who why will with within without work would year years yes yet you your
    """.split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word or phrase that may become a Term: how often it stands in how many posts."""

    term: str
    name: bool  # written with capitals; likely to be kept
    count: int
    posts: int


def find_candidates(
    posts: Mapping[str, Sequence[Inline]], glossary: Glossary, source_language: str, least: int = 3
) -> tuple[Candidate, ...]:
    """Return what occurs ``least`` times or more and is not in the glossary, the best first.

    ``posts`` are messages by the post they are in. What occurs in many posts goes before what one
    post repeats; what mostly occurs inside a longer candidate is left out.
    """
    counts: Counter[tuple[str, bool]] = Counter()
    spread: dict[tuple[str, bool], set[str]] = {}
    surface: dict[tuple[str, bool], Counter[str]] = {}
    for post, inlines in posts.items():
        for inline in inlines:
            prose = prose_of(inline)
            for text, name in _found(prose):
                key = (text if name else _key(text), name)
                counts[key] += 1
                spread.setdefault(key, set()).add(post)
                surface.setdefault(key, Counter())[text] += 1
    known = _Known(glossary, source_language)
    ranked = [
        Candidate(_shown(surface[key]), key[1], count, len(spread[key]))
        for key, count in counts.items()
        if count >= least
    ]
    ranked.sort(key=lambda each: (-each.count * each.posts * _weight(each), each.term))
    return tuple(each for each in _outer(ranked) if not known.has(each.term))


def _weight(candidate: Candidate) -> int:
    return 1 if candidate.name else len(candidate.term.split())


def _shown(surface: Counter[str]) -> str:
    """Return the commonest way of writing; of plural and singular the singular."""
    most = max(surface.values())
    return min((text for text, count in surface.items() if 3 * count >= most), key=len)


def _key(phrase: str) -> str:
    head, _, last = phrase.rpartition(" ")
    return f"{head} {singular(last)}".strip()


def _found(prose: Prose) -> Iterator[tuple[str, bool]]:
    text, tokens = prose.text, tokens_of(prose.text)
    capitals = sum(1 for token in tokens if _NAME.match(token.raw))
    if capitals <= len(_SMALL.findall(text)):  # in a title, every word has a capital
        yield from _names(text, tokens)
    yield from _phrases(text, tokens)


def _names(text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, bool]]:
    run: list[Token] = []
    for token in (*tokens, Token("", len(text), len(text))):
        joined = run and text[run[-1].end : token.start] in (" ", "-")
        named = _NAME.match(token.raw) and token.raw.lower() not in _COMMON
        if named and not _MIXED.match(token.raw) and _begins(text, token.start):
            named = None
        if run and joined and (named or token.raw.isdigit()):
            run.append(token)
            continue
        if run and (len(run) > 1 or len(run[0].raw) > 1):
            yield text[run[0].start : run[-1].end], True
        run = [token] if named else []


def _begins(text: str, start: int) -> bool:
    """Tell whether a sentence begins at ``start``."""
    before = text[:start].rstrip(" \t\u00a0\"'“‘«([")
    return not before or _ENDS.match(before[-1]) is not None


def _phrases(text: str, tokens: Sequence[Token]) -> Iterator[tuple[str, bool]]:
    good = [_SMALL.fullmatch(token.raw) and token.raw not in _COMMON for token in tokens]
    near = [text[a.end : b.start] in (" ", "-") for a, b in pairwise(tokens)]
    for start, token in enumerate(tokens):
        if not good[start]:
            continue
        if _NOUN.fullmatch(token.raw):
            yield token.raw, False
        end = start
        while end + 1 < len(tokens) and near[end] and good[end + 1] and end - start < _LONGEST - 1:
            end += 1
            phrase = text[token.start : tokens[end].end]
            if not phrase.endswith(("ly", "ed")) and not token.raw.endswith("ly"):
                yield phrase, False


def _outer(ranked: Iterable[Candidate]) -> Iterator[Candidate]:
    """Leave out what occurs hardly ever but inside a longer candidate."""
    ranked = list(ranked)
    inside: Counter[str] = Counter()
    for each in ranked:
        for part in _parts(each.term):
            inside[part] = max(inside[part], each.count)
    for each in ranked:
        if 10 * inside[each.term] < 7 * each.count:
            yield each


def _parts(term: str) -> Iterator[str]:
    """Yield every shorter run of the words of ``term``, which blanks and hyphens part."""
    edges = [0, *(n for match in _PART.finditer(term) for n in match.span()), len(term)]
    starts, ends = edges[::2], edges[1::2]
    for first, start in enumerate(starts):
        for end in ends[first:]:
            if end - start < len(term):
                yield term[start:end]


class _Known:
    """Tells whether a glossary has a word."""

    def __init__(self, glossary: Glossary, source_language: str) -> None:
        terms = tuple(Term(t.term, t.also, t.case_sensitive, keep=True) for t in glossary.terms)
        self._matcher = Matcher(Glossary(terms=terms), "und", source_language)

    def has(self, text: str) -> bool:
        inline = Inline(text, texts=(Text("text", text, (0, len(text))),))
        return any(match.span == (0, len(text)) for match in self._matcher.source(inline))
