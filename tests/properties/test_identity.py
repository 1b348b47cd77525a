"""What was not translated keeps every byte, whatever the post holds."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from l10n.markdown.build import build_post
from l10n.markdown.segments import heading_trails, read_post
from l10n.model.dialect import Dialect
from l10n.model.segment import Segment
from tests.properties.markdown_soup import soup, translations

pytestmark = pytest.mark.parametrize("dialect", Dialect)


@given(data=soup())
@settings(max_examples=150)
def test_without_translations_the_source_comes_back(dialect: Dialect, data: bytes) -> None:
    post = read_post(data, dialect)

    assert build_post(post, [None] * len(post.segments)).data == data
    assert build_post(post, [segment.msgid for segment in post.segments]).data == data


@given(data=soup())
@settings(max_examples=150)
def test_segments_stand_in_order_and_never_overlap(dialect: Dialect, data: bytes) -> None:
    segments = read_post(data, dialect).segments

    assert all(segment.start < segment.end for segment in segments)
    assert all(one.end <= other.start for one, other in pairwise(segments))
    assert len(heading_trails(segments)) == len(segments)


@given(data=soup())
@settings(max_examples=100)
def test_messages_have_words_and_no_blanks_around_them(dialect: Dialect, data: bytes) -> None:
    for segment in read_post(data, dialect).segments:
        assert any(character.isalpha() for character in segment.msgid), segment
        assert segment.msgid == segment.msgid.strip(), segment


@given(data=soup(), text=translations)
@settings(max_examples=150)
def test_only_bytes_within_segments_change(dialect: Dialect, data: bytes, text: str) -> None:
    post = read_post(data, dialect)
    built = build_post(post, [text] * len(post.segments))

    kept = [piece for piece in _between(data, post.segments) if piece]
    position = 0
    for piece in kept:
        position = built.data.find(piece, position) + len(piece)
        assert position >= len(piece), f"{piece!r} is not in {built.data!r}"


def _between(data: bytes, segments: tuple[Segment, ...]) -> list[bytes]:
    starts = [0, *(segment.end for segment in segments)]
    ends = [*(segment.start for segment in segments), len(data)]
    return [data[start:end] for start, end in zip(starts, ends, strict=True)]
