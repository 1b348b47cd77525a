"""The groups of posts a trial is made of: each corpus folder, and the specifications' examples."""

from collections.abc import Callable, Iterable
from pathlib import Path

from tests.corpus.trial import Group
from tests.judges.examples import Example
from tests.judges.markdown import render_commonmark, render_site
from tests.judges.neutral import Neutral, neutralise_jekyll, neutralise_mdx, neutralise_plain

_MARKDOWN = frozenset({".md", ".mdx", ".markdown"})
FOLDERS = ("dair", "prompt-guide", "hf-course", "comprehensive-rust")


def newsletters(corpus: Path, render: Callable[[str], str]) -> Group:
    """Return the Jekyll posts, judged by ``render``: kramdown."""
    return Group(
        "dair",
        "kramdown",
        _read(corpus / "dair"),
        neutralise_jekyll,
        render,
        ("title", "excerpt"),
    )


def pages(corpus: Path, folder: str) -> Group:
    """Return one of the other folders, judged by markdown-it."""
    mdx = folder != "comprehensive-rust"
    return Group(
        folder,
        "mdx" if mdx else "gfm",
        _read(corpus / folder),
        neutralise_mdx if mdx else neutralise_plain,
        render_site,
    )


def commonmark(examples: Iterable[Example]) -> Group:
    """Return CommonMark's examples, read by its letter: nothing in them is set aside."""
    return Group("commonmark", "commonmark", _texts(examples), _as_it_is, render_commonmark)


def gfm(examples: Iterable[Example]) -> Group:
    """Return the examples of GFM's extensions."""
    return Group("gfm", "gfm", _texts(examples), neutralise_plain, render_site)


def _as_it_is(text: str) -> Neutral:
    return Neutral(text, ())


def _texts(examples: Iterable[Example]) -> dict[str, bytes]:
    return {f"{example.name}.md": example.text.encode() for example in examples}


def _read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in _MARKDOWN and path.is_file()
    }
