"""The examples of the specifications: they come back, and keep their tags with all words altered.

Read from bytes to bytes; tests/corpus does the same through the command line.
"""

from collections.abc import Callable

import pytest

from l10n.markdown.build import build_post
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect
from tests.judges.compare import same_skeleton
from tests.judges.examples import Example
from tests.judges.markdown import render_commonmark, render_site
from tests.judges.marker import mark
from tests.judges.page import read_page


@pytest.mark.parametrize("dialect", Dialect)
def test_every_example_comes_back(
    commonmark_examples: tuple[Example, ...], gfm_examples: tuple[Example, ...], dialect: Dialect
) -> None:
    for example in commonmark_examples + gfm_examples:
        data = example.text.encode()
        post = read_post(data, dialect)
        assert build_post(post, [s.msgid for s in post.segments]).data == data, example.name


@pytest.mark.parametrize("dialect", [Dialect.COMMONMARK, Dialect.GFM])
def test_altered_commonmark_examples_keep_their_tags(
    commonmark_examples: tuple[Example, ...], dialect: Dialect
) -> None:
    render = render_commonmark if dialect is Dialect.COMMONMARK else render_site

    assert _damaged(commonmark_examples, dialect, render) == {}


def test_altered_gfm_examples_keep_their_tags(gfm_examples: tuple[Example, ...]) -> None:
    assert _damaged(gfm_examples, Dialect.GFM, render_site) == {}


def _damaged(
    examples: tuple[Example, ...], dialect: Dialect, render: Callable[[str], str]
) -> dict[str, str]:
    damaged = {}
    for example in examples:
        post = read_post(example.text.encode(), dialect)
        built = build_post(post, [mark(segment.msgid) for segment in post.segments])
        verdict = same_skeleton(
            read_page(render(example.text)), read_page(render(built.data.decode()))
        )
        if not verdict:
            damaged[example.name] = str(verdict)
    return damaged
