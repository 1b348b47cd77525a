"""Source posts that reached us in a wrong encoding: told of, and put right without loss."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from l10n.markdown.inline import parse_inline
from l10n.markdown.segments import ReadPost
from l10n.model.finding import Finding, Fix
from l10n.model.language import Language
from l10n.model.lines import LineIndex
from l10n.model.mojibake import Garbled, find_garbled, repair_mojibake
from l10n.model.plan import FileChange
from l10n.model.post import Post
from l10n.model.segment import Segment
from l10n.rules import RULES, Policy, select
from l10n.rules.quote import quote

(_RULE,) = select(RULES, ("text-mojibake",))
_WORD = 20  # characters shown on either side of a passage


@dataclass(frozen=True, slots=True)
class Source:
    """A post as it was read."""

    post: Post
    read: ReadPost


def check_sources(
    sources: Sequence[Source], language: Language, policy: Policy
) -> tuple[Finding, ...]:
    """Return a finding of text-mojibake for each post that is not all in UTF-8.

    ``language`` is that of the posts. Only prose counts, and only where a garbled passage is
    part of a word: a post may well say what mojibake looks like.
    """
    severity = policy.severity(_RULE, language.tag)
    findings = []
    for source in sources if severity is not None else ():
        garbled = _garbled(source.read, language)
        if not garbled or severity is None:
            continue
        lines = LineIndex(source.read.data)
        first, one = garbled[0]
        end = lines.line(max(first.start, first.end - 1))
        count = len(garbled)
        where = "" if count == 1 else f" in {count} messages, the first of them"
        encoding = Counter(found.encoding for _, found in garbled).most_common(1)[0][0]
        shown, meant = _word(first.msgid, one)
        fixable = repaired(source, language) is not None
        findings.append(
            Finding(
                rule=_RULE.name,
                severity=severity,
                language=language.tag,
                path=source.post.path,
                message=f"UTF-8 was read as {encoding}{where}: {shown} was once {meant}",
                hint="repair the post with --fix, then run `l10n extract`"
                if fixable
                else "write it anew, in UTF-8",
                line=lines.line(first.start),
                end_line=end,
                post=source.post.id,
                msgid=first.msgid,
                fix=(Fix(one.span, one.meant),) if fixable else (),
            )
        )
    return tuple(findings)


def repaired(source: Source, language: Language) -> FileChange | None:
    """Return the change that puts a post right; None where nothing can be done without loss."""
    data = source.read.data
    fixed = repair_mojibake(data.decode(), language.tag).encode()
    return FileChange(source.post.path, fixed, data) if fixed != data else None


def _garbled(read: ReadPost, language: Language) -> list[tuple[Segment, Garbled]]:
    """Return the garbled passages of the segments, one to a segment; none but in prose."""
    found = []
    for segment in read.segments:
        inside = find_garbled(segment.msgid, language.tag)
        if inside:
            code = [code.span for code in parse_inline(segment.msgid, read.dialect).code]
            prose = [
                one
                for one in inside
                if one.sure and not any(start <= one.span[0] < end for start, end in code)
            ]
            touching = [one for one in prose if _in_word(segment.msgid, one)]
            found += [(segment, touching[0])] if touching else []
    return found


def _in_word(text: str, one: Garbled) -> bool:
    start, end = one.span
    return text[:start][-1:].isalpha() or text[end : end + 1].isalpha()


def _word(text: str, one: Garbled) -> tuple[str, str]:
    """Return the word of a passage as it is, and as it was meant."""
    start, end = one.span
    head = text[max(0, start - _WORD) : start].split()
    tail = text[end : end + _WORD].split()
    before = head[-1] if head and not text[start - 1].isspace() else ""
    after = tail[0] if tail and not text[end].isspace() else ""
    wrong = f"{before}{text[start:end]}{after}"
    return quote(wrong), quote(repair_mojibake(wrong))
