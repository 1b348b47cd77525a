"""The open messages of sheets as lanes for an engine, with what helps to translate them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from l10n.engines import Task
from l10n.engines.protection import Syntax
from l10n.glossary import Matcher
from l10n.markdown.escape import line_start
from l10n.markdown.inline import parse_inline
from l10n.markdown.segments import ReadPost
from l10n.model.dialect import Dialect
from l10n.model.engine import Request
from l10n.model.inline import Span
from l10n.workflow.prefill.estimate import Estimate
from l10n.workflow.prefill.lanes import Lane
from l10n.workflow.prefill.sheet import Key, Sheet
from l10n.workflow.prefill.till import Till

_AROUND = 2  # paragraphs before, and behind
_EXAMPLES = 5
_TERMS = 100


@dataclass(frozen=True, slots=True)
class Wording:
    """What the glossary says of a message: spans of kept words, and (term, use) of the others."""

    keep: tuple[Span, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()


def lanes_of(
    place: int,
    sheet: Sheet,
    wanted: Sequence[Key],
    till: Till | Estimate,
    matcher: Matcher | None,
    protect_kept: bool,
) -> Iterator[Lane]:
    """Yield the messages ``wanted`` of a sheet as Lanes, as many in one as fit into a request."""
    about = till.about
    draft = sheet.draft
    texts = list(dict.fromkeys(segment.msgid for segment in draft.read.segments))
    places = {text: at for at, text in enumerate(texts)}
    title = _title(draft.read)
    chosen = set(wanted)
    left = iter([key for key in sheet.open if key in chosen])
    while keys := tuple(islice(left, max(1, about.texts))):
        wordings = [_wording(sheet, key, matcher, protect_kept) for key in keys]
        tasks = tuple(
            Task(key[1], _syntax(draft.post.dialect, sheet.literal(key)), wording.keep)
            for key, wording in zip(keys, wordings, strict=True)
        )
        terms = [pair for wording in wordings for pair in wording.terms] if about.terms else []
        examples = (pair for key in keys for pair in sheet.examples.get(key, ()))
        request = Request(
            draft.source_language.tag,
            draft.language.tag,
            about.schemes[0],
            (),
            title,
            _around(texts, [places[key[1]] for key in keys], title),
            tuple(dict.fromkeys(terms))[:_TERMS],
            tuple(dict.fromkeys(examples))[:_EXAMPLES],
        )
        yield Lane(place, sheet, keys, tasks, request, till)


def _title(read: ReadPost) -> str:
    """Return the post's title: of its front matter, or its first heading."""
    kinds = {segment.kind: segment.msgid for segment in reversed(read.segments)}
    return kinds.get("front matter: title") or kinds.get("heading 1") or ""


def _around(texts: Sequence[str], places: Sequence[int], title: str) -> tuple[str, ...]:
    """Return the paragraphs before and behind, as far as they are not asked for themselves."""
    first, last = min(places), max(places)
    before = texts[max(0, first - _AROUND) : first]
    behind = texts[last + 1 : last + 1 + _AROUND]
    return tuple(text for text in (*before, *behind) if text != title)


def _wording(sheet: Sheet, key: Key, matcher: Matcher | None, protect_kept: bool) -> Wording:
    if matcher is None:
        return Wording()
    keep: list[Span] = []
    terms: list[tuple[str, str]] = []
    for match in matcher.source(parse_inline(key[1], sheet.draft.post.dialect)):
        rendering = match.term.rendering(sheet.tag)
        if rendering and rendering.keep and protect_kept:
            keep.append(match.span)
        elif rendering:
            terms.append((match.form, match.form if rendering.keep else rendering.use))
    return Wording(tuple(keep), tuple(pair for pair in terms if pair[1]))


def _syntax(dialect: Dialect, literal: bool) -> Syntax:
    parse = partial(parse_inline, dialect=dialect)
    if literal:
        return Syntax(parse, str, escapes=False)
    return Syntax(parse, partial(line_start, dialect=dialect))
