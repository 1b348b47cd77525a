"""Discovery: which files are posts, what they are called, where their translations go."""

import os
import unicodedata
from pathlib import Path

import pytest

from l10n.model.dialect import Dialect
from l10n.model.errors import InputError
from l10n.model.plan import FileChange
from l10n.project import Project, load_project
from tests.growth import grows_linearly


def _tree(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"words\n")


def _project(root: Path, source: str, target: str, more: str = "") -> Project:
    text = (
        f'languages = ["fr", "pt-BR"]\n[[posts]]\nsource = "{source}"\ntarget = "{target}"\n{more}'
    )
    (root / "l10n.toml").write_bytes(text.encode())
    return load_project(root)


def _flaws(root: Path, source: str, target: str, more: str = "") -> list[str]:
    with pytest.raises(InputError) as raised:
        _project(root, source, target, more)
    return [str(flaw) for flaw in raised.value.flaws]


def test_posts_are_sorted_and_hold_their_variables(tmp_path: Path) -> None:
    _tree(tmp_path, "docs/news/2020-01-12-Hello.Md", "docs/b.md", "docs/a.txt")
    project = _project(tmp_path, "docs/**/*.md", "site/{lang}/{dir}/{date}{slug}{ext}")
    assert [post.path for post in project.posts] == ["docs/b.md", "docs/news/2020-01-12-Hello.Md"]
    plain, dated = project.posts
    assert dated.id == "news/2020-01-12-Hello"
    assert dict(dated.variables) == {
        "dir": "news",
        "name": "2020-01-12-Hello.Md",
        "stem": "2020-01-12-Hello",
        "ext": ".Md",
        "date": "2020-01-12",
        "slug": "Hello",
    }
    assert dict(plain.variables) == {
        "dir": "", "name": "b.md", "stem": "b", "ext": ".md", "date": "", "slug": "b",
    }  # fmt: skip
    fr = project.settings.languages[0]
    assert project.target_path(dated, fr) == "site/fr/news/2020-01-12Hello.Md"
    assert project.target_path(plain, fr) == "site/fr/b.md"
    assert project.catalog_path(dated, fr) == "locales/fr/news/2020-01-12-Hello.po"
    assert project.template_path(plain) == "locales/templates/b.pot"


@pytest.mark.parametrize(
    ("source", "path", "post"),
    [
        ("pages/**/*.en.mdx", "pages/techniques/cot.en.mdx", "techniques/cot"),
        ("pages/**/*.en-US.mdx", "pages/cot.en-US.mdx", "cot"),
        ("pages/**/*.en.mdx", "pages/a.b.EN.MDX", "a.b"),
        ("pages/*_en.md", "pages/my_ab_en.md", "my_ab"),
        ("pages/*.md", "pages/cot.en.md", "cot.en"),
        ("pages/*.fr.md", "pages/cot.fr.md", "cot.fr"),
        ("pages/*.{md,mdx}", "pages/cot.md", "cot"),
        ("README.md", "README.md", "README"),
        ("_posts/2020-*.md", "_posts/2020-01-01-a.md", "2020-01-01-a"),
        ("*/b/*.md", "a/b/c.md", "a/b/c"),
    ],
)
def test_the_id_is_the_path_below_the_fixed_part(
    tmp_path: Path, source: str, path: str, post: str
) -> None:
    _tree(tmp_path, path)
    assert [p.id for p in _project(tmp_path, source, "out/{lang}/{post}.md").posts] == [post]


NAMES = [
    "with spaces.md",
    "hash#tag.md",
    "[PT-BR]_brackets.md",
    "简报（Issue#5）、、.md",
    "emoji 🎉👩‍👩‍👧.md",
    unicodedata.normalize("NFD", "événement à Zürich.md"),
    "upper.MD",
    "mixed.Md",
    "8[ZH].md .md",
    "100% & more + {braces} 'quoted' \"double\".md",
    "tab\there.md",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_works_from_discovery_to_commit(tmp_path: Path, name: str) -> None:
    _tree(tmp_path, f"posts/deep er/{name}")
    project = _project(tmp_path, "posts/**/*.md", "site/{lang}/{dir}/{name}")
    (post,) = project.posts
    assert post.path == f"posts/deep er/{name}"
    assert project.read_posts([post]) == (b"words\n",)
    fr = project.settings.languages[0]
    assert project.target_path(post, fr) == f"site/fr/deep er/{name}"
    catalog = project.catalog_path(post, fr)
    assert project.commit([FileChange(catalog, b"po")]).written == (catalog,)
    assert project.read(catalog) == b"po"
    assert project.orphan_catalogs() == ()
    (tmp_path / post.path).unlink()
    assert load_project(tmp_path).orphan_catalogs() == (catalog,)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("folder", "source", "target"),
    [
        ("dair", "_posts/**/*.md", "{lang}/_posts/{name}"),
        ("prompt-guide", "pages/**/*.en.mdx", "pages/{post}.{lang}.mdx"),
        ("hf-course", "chapters/en/**/*.mdx", "chapters/{lang}/{post}.mdx"),
        ("comprehensive-rust", "src/**/*.md", "site/{lang}/{dir}/{name}"),
    ],
)
def test_the_names_of_real_posts(
    tmp_path: Path, corpus: Path, folder: str, source: str, target: str
) -> None:
    start, _, end = source.partition("**/*")
    names = sorted(
        path.relative_to(corpus / folder).as_posix()
        for path in (corpus / folder / start).rglob("*")
        if path.is_file() and path.name.lower().endswith(end)
    )
    assert len(names) > 20
    _tree(tmp_path, *names)
    project = _project(tmp_path, source, target)
    assert [post.path for post in project.posts] == names
    language = project.settings.languages[1]
    catalogs = [project.catalog_path(post, language) for post in project.posts]
    done = project.commit([FileChange(path, b"po") for path in catalogs])
    assert done.written == tuple(catalogs)
    assert project.orphan_catalogs() == ()


def test_tools_and_hidden_folders_are_passed_over(tmp_path: Path) -> None:
    _tree(
        tmp_path, "a.md", ".hidden.md", ".venv/lib/x.md", "node_modules/p/README.md",
        "deep/node_modules/x.md", "env/lib/python3/site-packages/p/x.md", ".git/x.md",
    )  # fmt: skip
    project = _project(tmp_path, "**/*.md", "site/{lang}/{post}.md")
    assert [post.path for post in project.posts] == ["a.md"]


def test_a_hidden_folder_that_is_named_is_looked_into(tmp_path: Path) -> None:
    _tree(tmp_path, ".github/posts/a.md")
    project = _project(tmp_path, ".github/posts/*.md", "site/{lang}/{post}.md")
    assert [post.path for post in project.posts] == [".github/posts/a.md"]


def test_the_first_group_that_matches_has_the_file(tmp_path: Path) -> None:
    _tree(tmp_path, "docs/a.md", "docs/b.md")
    more = '[[posts]]\nsource = "{docs}/*.md"\ntarget = "two/{lang}/{post}.md"\n'
    project = _project(tmp_path, "docs/a.md", "one/{lang}/{post}.md", more)
    assert [(post.id, post.group.target[:3]) for post in project.posts] == [
        ("a", "one"),
        ("docs/b", "two"),
    ]


@pytest.mark.parametrize(
    ("target", "copies"),
    [
        ("content/{lang}/{post}.md", ["content/fr/a.md", "content/fr/gone.md"]),
        ("content/{lang}/{dir}/{name}", ["content/fr/b/c.md", "content/pt-br/x.md"]),
        ("content/{post}.{lang}.md", ["content/a.fr.md", "content/b/c.pt-BR.md"]),
        ("content/{dir}/{stem}.{lang}{ext}", ["content/a.fr.md", "content/b/c.fr.md"]),
        ("{lang}/{post}.md", ["fr/content/a.md"]),
    ],
)
def test_localized_copies_are_never_posts(tmp_path: Path, target: str, copies: list[str]) -> None:
    _tree(tmp_path, "content/a.md", "content/b/c.md", *copies)
    posts = _project(tmp_path, "**/*.md", target).posts
    assert [post.path for post in posts] == ["content/a.md", "content/b/c.md"]


@pytest.mark.parametrize(
    ("path", "config", "dialect"),
    [
        ("docs/a.mdx", False, Dialect.MDX),
        ("docs/a.MDX", True, Dialect.MDX),
        ("docs/a.md", False, Dialect.GFM),
        ("docs/a.md", True, Dialect.KRAMDOWN),
        ("docs/_posts/a.md", False, Dialect.KRAMDOWN),
    ],
)
def test_the_dialect_is_guessed(tmp_path: Path, path: str, config: bool, dialect: Dialect) -> None:
    _tree(tmp_path, path, *(["_config.yml"] if config else []))
    (post,) = _project(tmp_path, "docs/**/*.{md,mdx}", "site/{lang}/{name}").posts
    assert post.dialect is dialect


def test_links_are_not_followed_to_folders_nor_out_of_the_project(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    root = tmp_path / "project"
    _tree(outside, "secret.md")
    _tree(root, "posts/a.md", "other/b.md")
    (root / "posts" / "loop").symlink_to(root / "posts")
    (root / "posts" / "self.md").symlink_to(root / "posts" / "self.md")
    (root / "posts" / "gone.md").symlink_to(root / "nowhere.md")
    (root / "posts" / "linked.md").symlink_to(root / "other" / "b.md")
    (root / "posts" / "stolen.md").symlink_to(outside / "secret.md")
    project = _project(root, "posts/**/*.md", "site/{lang}/{post}.md")
    assert [post.id for post in project.posts] == ["a", "linked", "stolen"]
    assert project.read_posts(project.posts[:2]) == (b"words\n", b"words\n")
    with pytest.raises(InputError) as raised:
        project.read_posts(project.posts)
    assert str(raised.value) == (
        f"posts/stolen.md: a symbolic link leads to {outside / 'secret.md'}, outside the project\n"
        "  allowed: paths below the project's folder, with forward slashes\n"
        "  to do: name a place inside the project, or replace the link by a real folder"
    )


@pytest.mark.skipif(os.name == "nt", reason="names are UTF-16 there")
def test_names_that_are_no_utf8_are_passed_over(tmp_path: Path) -> None:
    _tree(tmp_path, "posts/a.md")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/posts/caf\xe9.md")).touch()
    project = _project(tmp_path, "posts/*.md", "site/{lang}/{post}.md")
    assert [post.id for post in project.posts] == ["a"]


def test_two_posts_with_one_id(tmp_path: Path) -> None:
    _tree(tmp_path, "docs/a.md", "blog/a.md")
    more = '[[posts]]\nsource = "blog/*.md"\ntarget = "blog/{lang}/{post}.md"\n'
    assert _flaws(tmp_path, "docs/*.md", "docs/{lang}/{post}.md", more) == [
        "l10n.toml:3: blog/a.md and docs/a.md are both called a\n"
        "  allowed: one {post} for each source file\n"
        "  to do: rename one, or write {folder}/**/*.md to keep the folder in {post}"
    ]


def test_two_posts_with_one_id_where_case_does_not_count(tmp_path: Path) -> None:
    _tree(tmp_path, "docs/a.md", "docs/A.md")
    if len(list((tmp_path / "docs").iterdir())) < 2:
        pytest.skip("this file system does not tell a.md from A.md")
    assert _flaws(tmp_path, "docs/*.md", "{lang}/{post}.md") == [
        "l10n.toml:3: docs/A.md and docs/a.md are both called a (as A for some file systems)\n"
        "  allowed: one {post} for each source file\n"
        "  to do: rename one, or write {folder}/**/*.md to keep the folder in {post}",
        "l10n.toml:4: the translation of docs/a.md and the translation of docs/A.md would share"
        " one file: fr/a.md, as fr/A.md for some file systems\n"
        "  to do: add fields such as {lang}, {dir} or {post} to tell them apart",
    ]


def test_two_posts_with_one_target(tmp_path: Path) -> None:
    _tree(tmp_path, "docs/a/x.md", "docs/b/x.md")
    assert _flaws(tmp_path, "docs/**/*.md", "site/{lang}/{name}") == [
        "l10n.toml:4: the translation of docs/b/x.md and the translation of docs/a/x.md would"
        " share one file: site/fr/x.md\n"
        "  to do: add fields such as {lang}, {dir} or {post} to tell them apart"
    ]


def test_a_target_that_is_a_source(tmp_path: Path) -> None:
    _tree(tmp_path, "docs/x.md")
    more = '[language.fr]\npath = ""\n'
    assert _flaws(tmp_path, "docs/*.md", "docs/{lang}/{name}", more) == [
        "l10n.toml:4: the translation of docs/x.md and the post docs/x.md would share one file:"
        " docs/x.md\n"
        "  to do: add fields such as {lang}, {dir} or {post} to tell them apart"
    ]


def test_a_catalog_that_is_a_target(tmp_path: Path) -> None:
    _tree(tmp_path, "docs/x.md")
    assert _flaws(tmp_path, "docs/*.md", "locales/{lang}/{post}.po") == [
        "l10n.toml:4: the translation of docs/x.md and the catalog of docs/x.md would share one"
        " file: locales/fr/x.po\n"
        "  to do: add fields such as {lang}, {dir} or {post} to tell them apart"
    ]


@pytest.mark.parametrize(
    ("link", "line", "kind", "path"),
    [
        ("site", 4, "translation", "site/fr/x.md"),
        ("locales", 1, "catalog", "locales/fr/x.po"),
        ("locales/templates", 1, "template", "locales/templates/x.pot"),
    ],
)
def test_places_outside_the_project_through_a_link(
    tmp_path: Path, link: str, line: int, kind: str, path: str
) -> None:
    root = tmp_path / "project"
    outside = tmp_path / "outside"
    outside.mkdir()
    _tree(root, "docs/x.md")
    (root / link).parent.mkdir(exist_ok=True)
    (root / link).symlink_to(outside)
    real = path.replace(link, str(outside))
    assert _flaws(root, "docs/*.md", "site/{lang}/{name}")[0] == (
        f"l10n.toml:{line}: the {kind} of docs/x.md would be {path}: a symbolic link leads to"
        f" {real}, outside the project\n"
        "  allowed: paths below the project's folder, with forward slashes\n"
        "  to do: name a place inside the project, or replace the link by a real folder"
    )


def test_a_slug_of_dots_goes_nowhere(tmp_path: Path) -> None:
    _tree(tmp_path, "docs/2020-01-01-...md")
    (flaw, _) = _flaws(tmp_path, "docs/*.md", "site/{lang}/{slug}/{slug}/x/{slug}/index.md")
    assert "leaves the project by .." in flaw


def test_orphan_catalogs_of_languages_with_paths(tmp_path: Path) -> None:
    _tree(
        tmp_path,
        "docs/a.md",
        "po/pt/a.po",
        "po/pt/old/b.po",
        "po/fr/c.po",
        "po/de/x.po",
        "po/fr/n.txt",
    )
    (tmp_path / "l10n.toml").write_bytes(
        b'languages = ["fr", "pt-BR"]\ncatalogs = "po/{lang}/{post}.po"\n[[posts]]\n'
        b'source = "docs/*.md"\ntarget = "{lang}/{post}.md"\n[language.pt-BR]\npath = "pt"\n'
    )
    assert load_project(tmp_path).orphan_catalogs() == ("po/fr/c.po", "po/pt/old/b.po")


def test_languages_by_any_of_their_names(tmp_path: Path) -> None:
    _tree(tmp_path, "docs/a.md")
    more = '[language.pt-BR]\npath = "pt"\n'
    project = _project(tmp_path, "docs/*.md", "{lang}/{post}.md", more)
    fr, pt = project.settings.languages
    for name in ("pt_BR", "pt-br", "PT-BR", "pt", "pt_br"):
        assert project.languages([name]) == (pt,)
    assert project.languages([]) == (fr, pt)
    assert project.languages(["pt", "fr", "pt_BR"]) == (pt, fr)


def test_unknown_languages_name_the_known_ones(tmp_path: Path) -> None:
    _tree(tmp_path, "docs/a.md")
    project = _project(tmp_path, "docs/*.md", "{lang}/{post}.md")
    with pytest.raises(InputError) as raised:
        project.languages(["fr", "pt-PT", "klingon", ""])
    assert [str(flaw) for flaw in raised.value.flaws] == [
        'LANG: "pt-PT" is not a language of this project\n'
        "  allowed: fr, pt-BR\n"
        '  to do: write "pt-BR", or add it to languages in the configuration',
        'LANG: "klingon" is not a language of this project\n'
        "  allowed: fr, pt-BR\n"
        "  to do: add it to languages in the configuration",
        'LANG: "" is not a language of this project\n'
        "  allowed: fr, pt-BR\n"
        "  to do: add it to languages in the configuration",
    ]


def test_time_grows_with_the_number_of_posts(tmp_path: Path) -> None:
    def load(size: int) -> None:
        load_project(tmp_path / str(size))

    for size in (100, 800):
        root = tmp_path / str(size)
        _tree(root, *(f"posts/2020-01-01-issue {number}.md" for number in range(size)))
        _project(root, "posts/*.md", "site/{lang}/{post}.md")
    assert grows_linearly(load, 100)
