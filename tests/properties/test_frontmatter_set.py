"""Keys set in any front matter read as set, and everything else as before."""

import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.markdown.frontmatter import find_front_matter, set_keys
from l10n.model.edit import apply_edits
from tests.properties.test_frontmatter_yaml import TEXTS

YAML = {
    "usual": b"---\ntitle: Old # note\n# end\nimage: # c\n  feature: x # d\ntags:\n- a\n---\n",
    "empty": b"---\n---\n",
    "comments": b"---\n# nothing\n\n---\n",
    "indented": b"---\n  title: |+\n    Old\n\n---\n",
    "flow": b"---\n{title: 'Old', image: {feature: x.png},}\n---\n",
    "flow inside": b"---\nimage: {feature: x.png, }\ntitle:\n---\n",
    "nulls": b"---\ntitle: # note\nimage: ~\ntags: # none\n---\n",
    "twice": b"---\ntitle: One\nimage: {}\ntitle: [Two, 2]\n---\n",
    "folded": b"---\nimage:\n    f: x\n    alt: >-\n     long\n     w\n\n\ntitle: >\n  Old\n---\n",
    "explicit": b"---\n? title\n: !!str Old\n? image\n: feature: x\n---\n",
    "blocks": b"---\ntitle: # note\n  a: 1 # gone\n  # too\n  b: 2\nimage:\n  feature: {}\n---\n",
}
TOML = {
    "usual": b"+++\ntitle = 'Old' # a\n# b\n[image] # c\nfeature = 'x' # d\n[last]\na = 1\n+++\n",
    "empty": b"+++\n+++\n",
    "tables only": b"+++\n# head\n\n[image]\n[last]\n+++\n",
    "inline": b"+++\nimage = { feature = 'x' }\ntitle = [1, 2]\n+++\n",
    "inline, empty": b"+++\nimage = {}\n+++\n",
    "dotted": b'+++\nimage.feature = 1\ntitle = """\nOld"""\n[[list]]\na = nan\n+++\n',
    "below": b"+++\n[image.size]\nw = 1\n+++\n",
}
NAMES = st.one_of(
    st.sampled_from(["title", "lang", "image.alt", "image.caption", "new.a", "new.b", "new.c.d"]),
    TEXTS.filter(lambda text: len(text) < 50).map(lambda text: text.replace(".", "_")),
)
VALUES = st.lists(st.tuples(NAMES, TEXTS), max_size=4, unique_by=lambda pair: pair[0]).filter(
    lambda pairs: not {"image", "new", "new.c"} & {key for key, _ in pairs}
)


def _with(content: Any, values: list[tuple[str, str]]) -> dict[str, Any]:
    result = dict(content or {})
    for key, text in values:
        here = result
        *parents, last = key.split(".")
        for name in parents:
            here[name] = dict(here.get(name) or {})
            here = here[name]
        here[last] = text
    return result


@pytest.mark.parametrize("name", YAML)
@given(values=VALUES, end=st.sampled_from([b"\n", b"\r\n", b"\r"]))
@settings(max_examples=60)
def test_yaml_reads_as_before_plus_the_values(
    name: str, values: list[tuple[str, str]], end: bytes
) -> None:
    source = (YAML[name] + b"Body\n").replace(b"\n", end)
    front = find_front_matter(source)
    assert front is not None
    built = apply_edits(source, set_keys(source, front, values))
    after = find_front_matter(built)
    assert after is not None
    assert built[after.body :] == source[front.body :]
    expected = _with(yaml.safe_load(source[front.start : front.end]), values)
    assert (yaml.safe_load(built[after.start : after.end]) or {}) == expected
    assert set_keys(built, after, values) == ()


@pytest.mark.parametrize("name", TOML)
@given(values=VALUES, end=st.sampled_from([b"\n", b"\r\n"]))
@settings(max_examples=60)
def test_toml_reads_as_before_plus_the_values(
    name: str, values: list[tuple[str, str]], end: bytes
) -> None:
    source = (TOML[name] + b"Body\n").replace(b"\n", end)
    front = find_front_matter(source)
    assert front is not None
    built = apply_edits(source, set_keys(source, front, values))
    after = find_front_matter(built)
    assert after is not None
    assert built[after.body :] == source[front.body :]
    before = tomllib.loads(source[front.start : front.end].decode(), parse_float=str)
    read = tomllib.loads(built[after.start : after.end].decode(), parse_float=str)
    assert read == _with(before, values)
    assert set_keys(built, after, values) == ()


@given(values=VALUES, kind=st.sampled_from(["yaml", "toml"]), bom=st.booleans())
@settings(max_examples=60)
def test_a_post_without_front_matter_gets_one(
    values: list[tuple[str, str]], kind: Any, bom: bool
) -> None:
    source = b"\xef\xbb\xbf" * bom + b"---\n\nBody\n"
    built = apply_edits(source, set_keys(source, None, values, kind))
    after = find_front_matter(built)
    if not values:
        assert built == source
        return
    assert after is not None
    assert built[after.body :] == b"---\n\nBody\n"
    text = built[after.start : after.end].decode()
    assert (yaml.safe_load(text) if kind == "yaml" else tomllib.loads(text)) == _with({}, values)
