"""Any text, in any style and place of YAML, is read back exactly and nothing else moves."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.markdown.frontmatter import find_front_matter, read_scalars, write_scalar
from l10n.model.edit import apply_edits
from tests.markdown.frontmatter.hard import HARD
from tests.markdown.frontmatter.places import KEYS, PLACES, changed, post

PARTS = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from([text for text in HARD if len(text) < 40]),
    st.sampled_from(["\n", " ", "'", '"', "\\", ": ", " #", "word", "two words", "日本"]),
)
TEXTS = st.lists(PARTS, max_size=8).map("".join)


@pytest.mark.parametrize("place", PLACES)
@given(text=TEXTS, end=st.sampled_from([b"\n", b"\r\n", b"\r"]), bom=st.booleans())
@settings(max_examples=100)
def test_a_parser_reads_exactly_the_text(place: str, text: str, end: bytes, bom: bool) -> None:
    source = post(place, end, b"\xef\xbb\xbf" * bom)
    front = find_front_matter(source)
    assert front is not None
    [scalar] = read_scalars(source, front, KEYS, "post.md")
    edit = write_scalar(source, scalar, text)
    built = apply_edits(source, [edit])
    after = find_front_matter(built)
    assert after is not None
    assert (edit.start, edit.end) == (scalar.start, scalar.end)
    assert built[after.body :] == source[front.body :]
    expected = changed(yaml.safe_load(source[front.start : front.end]), text)
    new = built[after.start : after.end].decode()
    assert yaml.safe_load(new) == expected
    assert yaml.load(new, Loader=yaml.CSafeLoader) == expected


@given(text=TEXTS)
@settings(max_examples=60)
def test_the_same_text_keeps_every_byte(text: str) -> None:
    for place in PLACES:
        source = post(place)
        front = find_front_matter(source)
        assert front is not None
        [scalar] = read_scalars(source, front, KEYS, "post.md")
        built = apply_edits(source, [write_scalar(source, scalar, text)])
        after = find_front_matter(built)
        assert after is not None
        for found in read_scalars(built, after, KEYS, "post.md"):
            assert found.value == text
            assert apply_edits(built, [write_scalar(built, found, text)]) == built
            undone = write_scalar(built, found, scalar.value)
            again = apply_edits(built, [undone])
            last = find_front_matter(again)
            assert last is not None
            [same] = read_scalars(again, last, KEYS, "post.md")
            assert same.value == scalar.value
