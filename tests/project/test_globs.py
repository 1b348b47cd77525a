"""Globs: what they find, whatever the files are called."""

import unicodedata

import pytest

from l10n.project.globs import compile_glob, glob_fault


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("posts/*.md", "posts/a.md"),
        ("posts/*.md", "posts/A.MD"),
        ("posts/*.md", "posts/b.Md"),
        ("posts/*.md", "posts/.md"),
        ("posts/*.md", "posts/2020 [PT-BR] #5 （简报）🎉.md"),
        ("posts/*.md", "posts/NLP_8[ZH].md .md"),
        ("**/*.md", "a.md"),
        ("**/*.md", "a/b/c.md"),
        ("docs/**/*.md", "docs/a.md"),
        ("docs/**/b/*.md", "docs/a/b/c.md"),
        ("docs/**/*.{md,mdx}", "docs/a.MDX"),
        ("{docs,blog}/*.md", "blog/a.md"),
        ("a?.md", "aé.md"),
        ("[a-c]*.md", "beta.md"),
        ("[!a-c]*.md", "delta.md"),
        ("[[]x].md", "[x].md"),
        ("[]]x.md", "]x.md"),
        ("README.md", "README.MD"),
        ("./posts//*.md", "posts/a.md"),
        ("posts/é*.md", unicodedata.normalize("NFD", "posts/été.md")),
        (unicodedata.normalize("NFD", "posts/été.md"), "posts/été.md"),
        ("pages/**/*.en.mdx", "pages/x/y.en.mdx"),
        ("[\\d]&&~|.md", "d&&~|.md"),
    ],
)
def test_found(pattern: str, path: str) -> None:
    assert compile_glob(pattern).matches(path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("posts/*.md", "posts/a/b.md"),
        ("posts/*.md", "Posts/a.md"),
        ("posts/*.md", "posts/a.mdx"),
        ("posts/*.md", "posts/a.md\n"),
        ("posts/?.md", "posts//.md"),
        ("a[!b]c.md", "a/c.md"),
        ("docs/**/*.md", "docsx/a.md"),
        ("pages/*.en.mdx", "pages/a.fr.mdx"),
    ],
)
def test_not_found(pattern: str, path: str) -> None:
    assert not compile_glob(pattern).matches(path)


@pytest.mark.parametrize(
    ("pattern", "fixed"),
    [
        ("posts/*.md", "posts"),
        ("a/b/**/*.md", "a/b"),
        ("a/2020-*.md", "a"),
        ("*.md", ""),
        ("**/*.md", ""),
        ("{docs}/**/*.md", ""),
        ("README.md", ""),
        ("docs/README.md", "docs"),
        ("./docs/*.md", "docs"),
    ],
)
def test_the_fixed_part_ends_before_the_first_glob(pattern: str, fixed: str) -> None:
    assert compile_glob(pattern).fixed == fixed


@pytest.mark.parametrize(
    "pattern", ["**", "a/**", "a/", "", "a**.md", "a[b.md", "a{b.md", "b}.md", "[b/c].md"]
)
def test_faults(pattern: str) -> None:
    assert glob_fault(pattern)


@pytest.mark.parametrize("pattern", ["**/*.md", "*.{md,mdx}", "[[]x].md", "[!a]?.md", "a b#.md"])
def test_sound(pattern: str) -> None:
    assert glob_fault(pattern) == ""


@pytest.mark.parametrize("pattern", ["[z-a].md", "[a-].md", "[^].md", "[--/].md"])
def test_odd_sets_never_crash(pattern: str) -> None:
    assert glob_fault(pattern) or compile_glob(pattern).matches("nothing") is False
