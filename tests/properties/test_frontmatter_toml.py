"""Any text, in any style of TOML, is read back exactly and nothing else moves."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.markdown.frontmatter import find_front_matter, read_scalars, write_scalar
from l10n.model.edit import apply_edits
from tests.markdown.frontmatter.places import changed
from tests.properties.test_frontmatter_yaml import TEXTS

PLACES = {
    "basic": b'title = "Old \\u00e9" # note\n',
    "literal": b"title = 'Old' # note\n",
    "multiline basic": b'title = """\nOld\n  "words"\\\n   more"""\n',
    "multiline basic, one line": b'title = """Old""" # note\n',
    "multiline basic, quotes": b'title = """"Old"\n"""""\n',
    "multiline literal": b"title = '''\nIt's\nold''''\n",
    "multiline literal, one line": b"title = '''It's'''\n",
    "multiline literal, no lead": b"title = '''It's\nold'''\n",
    "list": b"title = [ 1, # 'note'\n  'Old', ]\n",
    "inline table": b"title = { a = { b = 'Old' }, c = 1 }\n",
    "dotted": b'title.a . "b" = "Old"\n',
    "table": b"[title.a] # note\nb = 'Old'\n",
}


@pytest.mark.parametrize("place", PLACES)
@given(text=TEXTS, end=st.sampled_from([b"\n", b"\r\n", b"\r"]))
@settings(max_examples=100)
def test_a_parser_reads_exactly_the_text(place: str, text: str, end: bytes) -> None:
    head = "+++\n\"ä\" = 'é😀'\n".encode()
    source = (head + PLACES[place] + b"z = 1\n+++\nBody\n").replace(b"\n", end)
    front = find_front_matter(source)
    assert front is not None
    [scalar] = read_scalars(source, front, ["title", "title.a.b"], "post.md")
    edit = write_scalar(source, scalar, text)
    built = apply_edits(source, [edit])
    after = find_front_matter(built)
    assert after is not None
    assert (edit.start, edit.end) == (scalar.start, scalar.end)
    assert built[after.body :] == source[front.body :]
    before = _read(source[front.start : front.end])
    before["title"] = changed(before["title"], text)
    assert _read(built[after.start : after.end]) == before


def _read(raw: bytes) -> dict[str, object]:
    text = raw.decode()
    return tomllib.loads(text if "\n" in text else text.replace("\r", "\n"))
