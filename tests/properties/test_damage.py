"""No translation, however made, changes the structure of the page it is written into."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.markdown.build import build_post
from l10n.markdown.segments import read_post, read_skeleton
from l10n.model.dialect import Dialect
from tests.judges.kramdown import Kramdown
from tests.judges.markdown import render_commonmark, render_site
from tests.judges.neutral import neutralise_jekyll, strip_front_matter
from tests.properties.block_tags import block_tags
from tests.properties.markdown_soup import FRAGMENTS, posts, soup, translations


@pytest.mark.parametrize("dialect", Dialect)
@given(data=soup(), texts=st.lists(translations, min_size=1, max_size=5))
@settings(max_examples=150)
def test_our_own_skeleton_stays(dialect: Dialect, data: bytes, texts: list[str]) -> None:
    _build_damaged(data, dialect, texts)


@pytest.mark.judge
@given(data=posts(Dialect.KRAMDOWN), texts=st.lists(translations, min_size=1, max_size=5))
@settings(max_examples=200, derandomize=True)
def test_kramdown_sees_the_same_blocks(kramdown: Kramdown, data: bytes, texts: list[str]) -> None:
    _judge(data, Dialect.KRAMDOWN, texts, kramdown.render)


@given(data=posts(Dialect.GFM), texts=st.lists(translations, min_size=1, max_size=5))
@settings(max_examples=200, derandomize=True)
def test_markdown_it_sees_the_same_blocks(data: bytes, texts: list[str]) -> None:
    _judge(data, Dialect.GFM, texts, render_site)
    _judge(data, Dialect.COMMONMARK, texts, render_commonmark)


@pytest.mark.corpus
@pytest.mark.judge
def test_newsletters_keep_their_blocks(corpus: Path, kramdown: Kramdown) -> None:
    for path in sorted(corpus.glob("dair/_posts/*"))[::5]:
        text = neutralise_jekyll(path.read_bytes().decode()).text
        _judge(text.encode(), Dialect.KRAMDOWN, _texts(path), kramdown.render)


@pytest.mark.corpus
def test_book_pages_keep_their_blocks(corpus: Path) -> None:
    for path in sorted(corpus.glob("comprehensive-rust/**/*.md"))[::5]:
        text = strip_front_matter(path.read_bytes().decode())
        _judge(text.encode(), Dialect.GFM, _texts(path), render_site)


@pytest.mark.corpus
def test_course_pages_keep_our_skeleton(corpus: Path) -> None:
    for path in sorted(corpus.glob("hf-course/**/*.mdx"))[::5]:
        _build_damaged(path.read_bytes(), Dialect.MDX, _texts(path))


def _texts(path: Path) -> list[str]:
    """Return damage of fixed randomness, another for each post."""
    chance = random.Random(path.name)
    return [" ".join(chance.choices(FRAGMENTS, k=chance.randint(1, 6))) for _ in range(200)]


def _build_damaged(data: bytes, dialect: Dialect, texts: list[str]) -> bytes:
    post = read_post(data, dialect)
    wanted = [texts[at % len(texts)] for at in range(len(post.segments))]
    built = build_post(post, wanted)

    assert read_skeleton(built.data[post.body :], dialect).same_as(post.skeleton)
    return built.data


def _judge(data: bytes, dialect: Dialect, texts: list[str], render: Callable[[str], str]) -> None:
    built = _build_damaged(data, dialect, texts)

    assert block_tags(render, built) == block_tags(render, data), built.decode()
