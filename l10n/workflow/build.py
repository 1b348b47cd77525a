"""build: source posts and catalogs become localized posts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from l10n.catalog import CatalogFile
from l10n.markdown.build import Refused, build_post
from l10n.markdown.frontmatter import find_front_matter, set_keys
from l10n.markdown.links import localize_links
from l10n.markdown.segments import ReadPost
from l10n.model.edit import apply_edits
from l10n.model.language import Language
from l10n.model.message import Message, State
from l10n.model.post import Post


@dataclass(frozen=True, slots=True)
class Draft:
    """One post in one language before it is built: everything that goes into it."""

    post: Post
    language: Language
    source_language: Language
    target: str  # the path of the localized post
    read: ReadPost
    catalog: CatalogFile | None


@dataclass(frozen=True, slots=True)
class Localized:
    """A localized post, ready to be written; ``refused`` stand in the source language."""

    draft: Draft
    data: bytes
    percent: int
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A post that is not published yet, since too little of it is translated."""

    draft: Draft
    percent: int  # of its messages, rounded down


def build_drafts(
    drafts: Sequence[Draft], min_complete: int, include_drafts: bool
) -> tuple[tuple[Localized, ...], tuple[HeldBack, ...]]:
    """Return the localized posts, and those held back below ``min_complete`` percent.

    Messages that are fuzzy count and are
    written only with ``include_drafts``. Links from a localized post to the address of
    another source post lead to that post's localized address where it is published too.
    """
    published: list[tuple[Draft, Mapping[str, str], int]] = []
    held: list[HeldBack] = []
    for draft in drafts:
        texts = _texts(draft.catalog, include_drafts)
        percent = _percent(draft.read, texts)
        if percent < min_complete:
            held.append(HeldBack(draft, percent))
        else:
            published.append((draft, texts, percent))
    addresses = _addresses([draft for draft, _, _ in published])
    localized = [
        _localize(draft, texts, percent, addresses[draft.language.tag])
        for draft, texts, percent in published
    ]
    return tuple(localized), tuple(held)


def _texts(catalog: CatalogFile | None, include_drafts: bool) -> dict[str, str]:
    """Return what is published of a catalog: translation by msgid."""
    if catalog is None:
        return {}
    return {
        message.msgid: message.msgstr
        for message in catalog.catalog.messages
        if _published(message, include_drafts)
    }


def _published(message: Message, include_drafts: bool) -> bool:
    state = message.state
    if state is State.TRANSLATED:
        return True
    return include_drafts and state in (State.DRAFT, State.OUTDATED)


def _percent(read: ReadPost, texts: Mapping[str, str]) -> int:
    msgids = {segment.msgid for segment in read.segments}
    return 100 * sum(msgid in texts for msgid in msgids) // len(msgids) if msgids else 100


def _localize(
    draft: Draft, texts: Mapping[str, str], percent: int, addresses: Mapping[str, str]
) -> Localized:
    post, read = draft.post, draft.read
    built = build_post(read, [texts.get(segment.msgid) for segment in read.segments])
    data = built.data
    if addresses:
        data = localize_links(data, post.dialect, addresses)
    if post.group.set:
        values = [(key, post.expand(value, draft.language)) for key, value in post.group.set]
        data = apply_edits(data, set_keys(data, find_front_matter(data), values, path=post.path))
    return Localized(draft, data, percent, built.refused)


def _addresses(drafts: Sequence[Draft]) -> dict[str, dict[str, str]]:
    """Return, by language, source address → localized address of every published post."""
    result: dict[str, dict[str, str]] = {draft.language.tag: {} for draft in drafts}
    for draft in drafts:
        url = draft.post.group.url
        if url:
            address = _tidy(draft.post.expand(url, draft.source_language))
            result[draft.language.tag][address] = _tidy(draft.post.expand(url, draft.language))
    return result


def _tidy(address: str) -> str:
    """An empty language path leaves two slashes in a row; a scheme keeps its own."""
    return re.sub(r"(?<!:)/{2,}", "/", address)
