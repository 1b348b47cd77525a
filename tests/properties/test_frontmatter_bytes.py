"""Whatever the bytes, front matter is read, set and written, or refused as the author's to mend."""

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.markdown.frontmatter import (
    FrontMatter,
    find_front_matter,
    read_scalars,
    set_keys,
    write_scalar,
)
from l10n.model.edit import apply_edits
from l10n.model.errors import InputError

YAML = [b"title: ", b"a: ", b"b:", b"? ", b"- ", b": ", b"[", b"]", b"{", b"}", b",", b"&x ", b"*x"]
YAML += [b"!!str ", b"!t ", b"|", b">-", b"|+", b"|2", b"'", b'"', b"# c", b"<<: ", b"%YAML 1.1"]
TOML = [b"title = ", b"a.b = ", b"[t]", b"[[t]]", b"[", b"]", b"{", b"}", b",", b"=", b"'''"]
TOML += [b'"""', b"'", b'"', b"\\", b"1", b"2020-01-01", b"nan", b"# c", b"t.x = ", b"[t.x]"]
ANY = [
    b"\n",
    b"\n",
    b"\n  ",
    b"\n ",
    b"\r\n",
    b"\r",
    b" ",
    b"\t",
    b"x",
    b"words",
    b"\xc3\xa9",
    b"\xff",
]
ANY += [
    "😀".encode(),
    "\u2028".encode(),
    b"\xc2\x85",
    b"\xef\xbb\xbf",
    b"\0",
    b"---",
    b"...",
    b"+++",
]
KEYS = ("title", "a", "a.*", "a.*.*", "b.*", "t.*", "t.*.*")
SET = (("title", "new: one"), ("a", "x"), ("b.c", "y"), ("t.x.y", "z"))


def _bytes(parts: list[bytes]) -> st.SearchStrategy[bytes]:
    pieces = st.one_of(
        st.sampled_from(parts), st.sampled_from([*parts, *ANY]), st.binary(max_size=3)
    )
    return st.lists(pieces, max_size=25).map(b"".join)


@given(inside=_bytes(YAML), end=st.sampled_from([b"\n", b"\r\n"]))
@settings(max_examples=2000)
def test_yaml_never_surprises(inside: bytes, end: bytes) -> None:
    _use(b"---" + end + inside + end + b"---" + end + b"Body")


@given(inside=_bytes(TOML), end=st.sampled_from([b"\n", b"\r\n"]))
@settings(max_examples=2000)
def test_toml_never_surprises(inside: bytes, end: bytes) -> None:
    _use(b"+++" + end + inside + end + b"+++" + end + b"Body")


@given(data=st.binary(max_size=200))
def test_any_bytes_at_all(data: bytes) -> None:
    _use(data)
    _use(data, FrontMatter("yaml", 0, len(data), len(data)))


def _use(data: bytes, front: FrontMatter | None = None) -> None:
    front = front or find_front_matter(data)
    with contextlib.suppress(InputError):
        for set_one in SET:
            set_keys(data, front, [set_one])
    with contextlib.suppress(InputError):
        edits = set_keys(data, front, SET)
        built = apply_edits(data, edits)
        if front is None:
            assert find_front_matter(built) is not None
    if front is None:
        return
    assert 0 < front.start + 1 <= front.end + 1 <= front.body + 1 <= len(data) + 1
    with contextlib.suppress(InputError):
        scalars = read_scalars(data, front, KEYS, "post.md")
        same = [write_scalar(data, scalar, scalar.value) for scalar in scalars]
        assert apply_edits(data, same) == data
        for text in ("other: words", "more\nlines\n"):
            built = apply_edits(data, [write_scalar(data, scalar, text) for scalar in scalars])
            growth = len(built) - len(data)
            after = FrontMatter(front.kind, front.start, front.end + growth, front.body + growth)
            again = read_scalars(built, after, KEYS, "post.md")
            assert [(found.key, found.value) for found in again] == [
                (old.key, text) for old in scalars
            ]
