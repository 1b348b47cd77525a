"""Where front matter is found, and what is body instead."""

import subprocess
import sys

import pytest

from l10n.markdown.frontmatter import FrontMatter, find_front_matter

BOM = b"\xef\xbb\xbf"

FOUND = [
    (b"---\ntitle: x\n---\nBody", "yaml", b"title: x\n", b"Body"),
    (b"---\r\ntitle: x\r\n---\r\nBody", "yaml", b"title: x\r\n", b"Body"),
    (b"---\rtitle: x\r---\rBody", "yaml", b"title: x\r", b"Body"),
    (BOM + b"---\ntitle: x\n---\n\nBody", "yaml", b"title: x\n", b"\nBody"),
    (b"--- \t\ntitle: x\n...  \nBody", "yaml", b"title: x\n", b"Body"),
    (b"---\ntitle: x\n---", "yaml", b"title: x\n", b""),
    (b"---\n---\nBody", "yaml", b"", b"Body"),
    (b"---\r\n---\r\nBody", "yaml", b"", b"Body"),
    (b"---\n\n# note\n  \n---\nBody", "yaml", b"\n# note\n  \n", b"Body"),
    (b"---\n# note\ntitle: x\n---\nBody", "yaml", b"# note\ntitle: x\n", b"Body"),
    (b"---\n'a b': x\n---\n", "yaml", b"'a b': x\n", b""),
    (b"---\n  title:\n---\n", "yaml", b"  title:\n", b""),
    (b"---\n{title: x}\n---\n", "yaml", b"{title: x}\n", b""),
    (b"---\n? title\n: x\n---\n", "yaml", b"? title\n: x\n", b""),
    (b"---\nog:title: x\n---\n", "yaml", b"og:title: x\n", b""),
    (b"---\na: [broken\n---\n", "yaml", b"a: [broken\n", b""),
    (b"---\na: |\n  ---\n----\nb: 1\n---\n", "yaml", b"a: |\n  ---\n----\nb: 1\n", b""),
    (b"+++\ntitle = 'x'\n+++\nBody", "toml", b"title = 'x'\n", b"Body"),
    (b"+++\n---\n+++\nBody", "toml", b"---\n", b"Body"),
]
BODY = [
    b"",
    b"---",
    b"---\n",
    b"---\ntitle: x\n",
    b"---\ntitle: x\n ---\n",
    b"---\ntitle: x\n+++\n",
    b"----\ntitle: x\n----\n",
    b"\n---\ntitle: x\n---\n",
    b" ---\ntitle: x\n---\n",
    b"--- x\ntitle: x\n---\n",
    b"---\nSome words\n---\n",
    b"---\nhttp://example.org\n---\n",
    b"---\n- a: list\n---\n",
    b"---\n\n\nWords\n\n---\nMore: words\n",
    b"---\n**Note:** words\n---\n",
    b"---\n\xff: {\n---\n"[:4] + b"{\xff: \n---\n",
    b"***\ntitle: x\n***\n",
    b"+++\ntitle = 'x'\n",
]


@pytest.mark.parametrize(("data", "kind", "text", "body"), FOUND)
def test_front_matter_is_found(data: bytes, kind: str, text: bytes, body: bytes) -> None:
    front = find_front_matter(data)
    assert front is not None
    assert (front.kind, data[front.start : front.end], data[front.body :]) == (kind, text, body)


@pytest.mark.parametrize("data", BODY)
def test_anything_else_is_body(data: bytes) -> None:
    assert find_front_matter(data) is None


def test_a_long_post_that_is_never_closed_is_no_burden() -> None:
    assert find_front_matter(b"---\n" + b"\r\n" * 200_000 + b"a" * 200_000) is None
    assert find_front_matter(b"---\n" + b"# a\r\n" * 200_000 + b"b\n---\n") is None


def test_offsets_count_the_bytes_of_the_file() -> None:
    assert find_front_matter(BOM + b"---\na: b\n---\nx") == FrontMatter("yaml", 7, 12, 16)


def test_posts_without_configured_keys_load_no_parser() -> None:
    code = (
        "import sys; from l10n.markdown.frontmatter import find_front_matter, read_scalars\n"
        "data = b'---\\ntitle: x\\n---\\n'\n"
        "read_scalars(data, find_front_matter(data), (), 'post.md')\n"
        "print({'yaml', 'tomllib'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
