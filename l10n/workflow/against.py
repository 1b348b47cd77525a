"""check --against: the Units of a hand-translated post, paired with its source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from l10n.glossary import Matcher
from l10n.markdown.inline import parse_inline
from l10n.markdown.segments import ReadPost
from l10n.model.alignment import Pair
from l10n.model.conventions import NONE, Conventions
from l10n.model.counterpart import Counterpart
from l10n.model.dialect import Dialect
from l10n.model.finding import Finding
from l10n.model.inline import Inline
from l10n.model.language import Language
from l10n.model.message import Message
from l10n.model.passage import Passage
from l10n.model.terms import Glossary, TermMatches
from l10n.model.unit import EMPTY, NO_TERMS, Unit
from l10n.workflow.align import Aligned, align_posts

_NO_GLOSSARY = Glossary()
_AROUND = 20  # characters beside a spot by which its line is told from others


@dataclass(frozen=True, slots=True)
class Translated:
    """A hand-translated post and its source. ``path`` is how findings call the translation."""

    path: str
    source: ReadPost
    target: ReadPost
    source_language: Language
    language: Language


def units_against(
    post: Translated, glossary: Glossary = _NO_GLOSSARY, conventions: Conventions = NONE
) -> tuple[Unit, ...]:
    """Return a Unit for each pair of passages and for each passage left over, in reading order.

    Lines are those of the translated post; what it lacks has the line behind which it belongs.
    """
    aligned = align_posts(post.source, post.target, post.source_language, post.language, glossary)
    matcher = None
    if glossary.terms:
        matcher = Matcher(glossary, post.language.tag, post.source_language.tag)
    units = [
        replace(
            unit,
            terms=_terms(matcher, unit.source, unit.target),
            conventions=conventions,
        )
        for unit in _units(post, aligned)
    ]
    return tuple(sorted(units, key=lambda unit: unit.line))


def narrow(findings: Sequence[Finding], target: bytes) -> tuple[Finding, ...]:
    """Return the findings, those whose spot is on one line of the post narrowed to that line."""
    lines = target.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(_narrowed(finding, lines) for finding in findings)


def _units(post: Translated, aligned: Aligned) -> Iterator[Unit]:
    sources, targets = aligned.source_passages, aligned.target_passages
    alignment = aligned.alignment
    behind = _last_lines(sources, targets, alignment.pairs)
    for pair in alignment.pairs:
        ours = [sources[at] for at in pair.source]
        theirs = [targets[at] for at in pair.target]
        place = Counterpart(_kind(ours), _range(ours), _range(theirs), pair.score, pair.moved)
        yield _unit(post, ours, theirs, place, place.target)
    for at in alignment.source_only:
        place = Counterpart(sources[at].kind, _range([sources[at]]), None, 0.0)
        yield _unit(post, [sources[at]], [], place, (behind[at], behind[at]))
    for at in alignment.target_only:
        place = Counterpart(targets[at].kind, None, _range([targets[at]]), 0.0)
        yield _unit(post, [], [targets[at]], place, place.target)


def _unit(
    post: Translated,
    ours: Sequence[Passage],
    theirs: Sequence[Passage],
    place: Counterpart,
    lines: tuple[int, int] | None,
) -> Unit:
    first, last = lines or (0, 0)
    dialect = post.target.dialect
    return Unit(
        path=post.path,
        line=first,
        end_line=last,
        language=post.language,
        dialect=dialect,
        message=Message(_text(ours), _text(theirs)),
        source=_inline(ours, post.source.dialect),
        target=_inline(theirs, dialect),
        source_language=post.source_language,
        counterpart=place,
    )


def _text(passages: Sequence[Passage]) -> str:
    return "\n".join(passage.text.text or passage.raw for passage in passages)


def _inline(passages: Sequence[Passage], dialect: Dialect) -> Inline:
    """Return what the passages hold together; nothing where it is no running text, as code."""
    if len(passages) == 1 and passages[0].kind != "image":
        return passages[0].text  # an image without words is no segment, but an image all the same
    spoken = all(passage.text.text or passage.kind == "image" for passage in passages)
    return parse_inline(_text(passages), dialect) if passages and spoken else EMPTY


def _kind(passages: Sequence[Passage]) -> str:
    return passages[0].kind if len({passage.kind for passage in passages}) == 1 else "paragraph"


def _range(passages: Sequence[Passage]) -> tuple[int, int]:
    return min(each.line for each in passages), max(each.end_line for each in passages)


def _terms(matcher: Matcher | None, source: Inline, target: Inline) -> TermMatches:
    if matcher is None or source.text == target.text:
        return NO_TERMS
    return matcher.matches(source, target)


def _last_lines(
    sources: Sequence[Passage], targets: Sequence[Passage], pairs: Sequence[Pair]
) -> list[int]:
    """Return for each source passage the last line of what the post has of it or those before."""
    ends = [0] * len(sources)
    for pair in pairs:
        if not pair.moved:
            for at in pair.source:
                ends[at] = max(targets[other].end_line for other in pair.target)
    last = 1
    for at, end in enumerate(ends):
        last = ends[at] = end or last
    return ends


def _narrowed(finding: Finding, lines: Sequence[str]) -> Finding:
    if finding.span is None or finding.line >= finding.end_line:
        return finding
    start, end = finding.span
    if start == end:
        return finding
    text = finding.msgstr
    block = "\n".join(lines[finding.line - 1 : finding.end_line])
    for around in (0, _AROUND):
        words = text[max(0, start - around) : end + around].split()
        pattern = re.compile(r"[\s>]+".join(map(re.escape, words)))  # a line may break anywhere
        found = list(pattern.finditer(block))
        if len(found) == 1:
            line = finding.line + block.count("\n", 0, found[0].start())
            last = finding.line + block.count("\n", 0, found[0].end())
            return replace(finding, line=line, end_line=last)
        if not found:
            break
    return finding
