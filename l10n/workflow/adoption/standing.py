"""What of a catalog stands in the translated post already, as it is or with an edit."""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from l10n.markdown.build import build_post
from l10n.markdown.segments import ReadPost, read_post
from l10n.model.language import Language
from l10n.model.post import Post

_ALIKE = 60.0  # percent, from which a paragraph between known ones is the same one, edited


def forms_of(
    post: Post | None, read: ReadPost, texts: Mapping[str, str]
) -> dict[int, tuple[str, ...]]:
    """Return how the translation of each segment may read in a post: as it is, and as built.

    A build escapes what would break the page, which reads differently. Segments without a
    translation in ``texts`` are not among them.
    """
    forms: dict[int, tuple[str, ...]] = {
        number: (texts[segment.msgid],)
        for number, segment in enumerate(read.segments)
        if texts.get(segment.msgid)
    }
    if not forms:
        return {}
    group = post.group if post else None
    built = build_post(read, [texts.get(segment.msgid) for segment in read.segments])
    again = read_post(
        built.data,
        read.dialect,
        group.front_matter if group else (),
        group.attributes if group else ("alt", "title"),
    )
    if len(again.segments) == len(read.segments):
        for number, segment in enumerate(again.segments):
            if number in forms and segment.msgid != read.segments[number].msgid:
                forms[number] = tuple(dict.fromkeys((*forms[number], segment.msgid)))
    return forms


def addresses_of(
    posts: Sequence[Post], source_language: Language, language: Language
) -> dict[str, str]:
    """Return source address → localized address of every post whose group has addresses."""
    return {
        _tidy(post.expand(post.group.url, source_language)): _tidy(
            post.expand(post.group.url, language)
        )
        for post in posts
        if post.group.url
    }


def _tidy(address: str) -> str:
    return re.sub(r"(?<!:)/{2,}", "/", address)


def standing(
    count: int,
    forms: Mapping[int, Sequence[str]],
    sources: Sequence[str],
    target: Mapping[int, str],
    merged: Mapping[int, tuple[int, ...]],
) -> tuple[dict[int, int], dict[int, int]]:
    """Return which segments of the source stand where in the target: unchanged ones, edited ones.

    ``count`` is how many segments the source has, ``sources`` their msgids, ``target`` the texts
    of the target's segments. ``merged`` are segments whose rendering is several of the target's
    or part of one, with these: they are looked at by no other way than the alignment's.
    """
    numbers = [number for number in sorted(target) if not _in(merged, number)]
    texts = [_flat(target[number]) for number in numbers]
    present = set(texts)
    rows = [row for row in range(count) if row not in merged]
    flat = {row: tuple(map(_flat, known)) for row, known in forms.items()}
    wanted = [_form(row, (*flat.get(row, ()), _flat(sources[row])), present) for row in rows]
    known = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    matcher = SequenceMatcher(
        None,
        [known.get(text, -1 - at) for at, text in enumerate(wanted)],
        [known[text] for text in texts],
        autojunk=False,
    )
    same: dict[int, int] = {}
    edited: dict[int, int] = {}
    row = column = 0
    gaps = []
    for first, second, size in matcher.get_matching_blocks():
        gaps.append((range(row, first), range(column, second)))
        same.update(zip(rows[first : first + size], numbers[second : second + size], strict=True))
        row, column = first + size, second + size
    free: dict[str, list[int]] = {}
    for number, text in zip(numbers, texts, strict=True):
        free.setdefault(text, []).append(number)
    used = set(same.values())
    for place in rows:
        if place in same or place not in forms:
            continue
        for text in flat[place]:
            left = [number for number in free.get(text, ()) if number not in used]
            if left:
                same[place] = left[0]
                used.add(left[0])
                break
    for first_rows, columns in gaps:
        candidates = sorted(
            (
                (max(fuzz.ratio(form, texts[at]) for form in flat[rows[index]]), -index, -at)
                for index in first_rows
                if rows[index] in forms and rows[index] not in same
                for at in columns
                if numbers[at] not in used
            ),
            reverse=True,
        )
        for alike, index, at in candidates:
            if alike < _ALIKE:
                break
            place, number = rows[-index], numbers[-at]
            if place not in edited and number not in used:
                edited[place] = number
                used.add(number)
    return same, edited


def _form(row: int, forms: Sequence[str], present: set[str]) -> str:
    return next((form for form in forms if form in present), f"\0{row}")


def _flat(text: str) -> str:
    """Lines may be broken otherwise where the source has no breaks of its own."""
    return " ".join(line.strip(" ") for line in text.split("\n"))


def _in(merged: Mapping[int, tuple[int, ...]], number: int) -> bool:
    return any(number in parts for parts in merged.values())
