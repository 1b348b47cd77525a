"""The Units of a catalog: its messages, each with its segment and both sides parsed."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n.catalog import CatalogFile
from l10n.markdown.build import Refused, build_post
from l10n.markdown.inline import parse_inline
from l10n.markdown.segments import ReadPost
from l10n.model.conventions import NONE, Conventions
from l10n.model.dialect import Dialect
from l10n.model.language import Language
from l10n.model.lines import LineIndex
from l10n.model.message import State
from l10n.model.rule import FILLED
from l10n.model.unit import EMPTY, NO_TERMS, Unit

if TYPE_CHECKING:
    from l10n.glossary import Matcher

_source = lru_cache(maxsize=8192)(parse_inline)  # languages have the same sources


def units_of(
    file: CatalogFile,
    language: Language,
    source_language: Language,
    dialect: Dialect,
    post: str = "",
    read: ReadPost | None = None,
    refused: Sequence[Refused] = (),
    matcher: "Matcher | None" = None,
    conventions: Conventions = NONE,
) -> tuple[Unit, ...]:
    """Return one Unit for each message of ``file``, in file order.

    ``read`` is the post as it is now, where there is one; ``refused`` what a build of it had
    to leave out. ``matcher`` finds the terms of the glossary, if there is one.
    """
    segments = {segment.msgid: segment for segment in (read.segments if read else ())}
    reasons = {each.segment.msgid: each.reason for each in refused}
    lines = LineIndex(file.data)
    units: list[Unit] = []
    for message, keyword in zip(file.catalog.messages, file.keywords, strict=True):
        source = target = EMPTY
        terms = NO_TERMS
        if message.state in FILLED:
            source = _source(message.msgid, dialect)
            same = message.msgstr == message.msgid
            target = source if same else parse_inline(message.msgstr, dialect)
            if matcher and not same:
                terms = matcher.matches(source, target)
        units.append(
            Unit(
                path=file.path,
                line=lines.line(keyword),
                language=language,
                dialect=dialect,
                message=message,
                source=source,
                target=target,
                post=post,
                segment=segments.get(message.msgid),
                source_language=source_language,
                refused=reasons.get(message.msgid, ""),
                terms=terms,
                conventions=conventions,
            )
        )
    return tuple(units)


def trial(read: ReadPost, file: CatalogFile) -> tuple[Refused, ...]:
    """Return what a build with every translation, drafts included, would have to leave out."""
    texts = {
        message.msgid: message.msgstr
        for message in file.catalog.messages
        if message.state not in (State.UNTRANSLATED, State.OBSOLETE)
    }
    return build_post(read, [texts.get(segment.msgid) for segment in read.segments]).refused
