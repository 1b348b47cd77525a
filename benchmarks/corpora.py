"""What is measured on: the newsletters, and the examples of the CommonMark specification."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.judges import examples
from tests.judges.kramdown import Kramdown, KramdownAbsentError
from tests.judges.markdown import render_commonmark, render_site
from tests.judges.neutral import neutralise_jekyll
from tests.judges.page import Page, read_page


@dataclass(frozen=True, slots=True)
class Corpus:
    """Posts of one kind under plain names, and the judge that renders them."""

    title: str
    judge: str
    dialect: str
    posts: tuple[bytes, ...]
    html: Callable[[bytes], str]

    def page(self, html: str) -> Page:
        """Return what a reader would see of ``html``."""
        return read_page(html)


class CorpusAbsentError(Exception):
    """The posts are not on this machine; the message says what to do."""


@contextmanager
def newsletters(folder: Path) -> Iterator[Corpus]:
    """Give the newsletters below ``folder``; kramdown judges, or markdown-it where it is absent."""
    paths = sorted(
        path for path in (folder / "dair" / "_posts").rglob("*") if path.suffix.lower() == ".md"
    )
    if not paths:
        raise CorpusAbsentError(f"no newsletters in {folder}: set $L10N_CORPUS")
    posts = tuple(path.read_bytes() for path in paths)
    title = f"{len(posts)} newsletters, {sum(map(len, posts)) / 1e6:.2f} MB"
    try:
        with Kramdown() as kramdown:
            yield Corpus(
                title, "kramdown", "kramdown", posts, lambda post: _jekyll(post, kramdown.render)
            )
    except KramdownAbsentError:
        judge = "markdown-it (kramdown is absent)"
        yield Corpus(title, judge, "kramdown", posts, lambda post: _jekyll(post, render_site))


def specification() -> Corpus:
    """Return CommonMark's examples. Raises CorpusAbsentError."""
    try:
        posts = tuple(example.text.encode() for example in examples.commonmark())
    except examples.ExamplesAbsentError as reason:
        raise CorpusAbsentError(str(reason)) from reason
    title = f"{len(posts)} examples of CommonMark 0.31.2"
    return Corpus(title, "markdown-it", "commonmark", posts, _commonmark)


def _commonmark(post: bytes) -> str:
    return render_commonmark(post.decode("utf-8", "replace"))


def _jekyll(post: bytes, render: Callable[[str], str]) -> str:
    return render(neutralise_jekyll(post.decode("utf-8", "replace")).text)
