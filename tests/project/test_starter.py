"""`l10n init`: sites are recognised, and what is written for them works as it stands."""

from pathlib import Path

import pytest
import yaml

from l10n.model.dialect import Dialect
from l10n.model.errors import InputError
from l10n.project import Project, load_project, read_settings
from l10n.project.recognise import Listing, recognise
from l10n.project.starter import list_root, starter_files

LANGUAGES = ("fr", "pt_BR", "zh-Hans")

# The files of a site; which posts must be found; where the Brazilian copy of the first goes.
SITES: dict[str, tuple[str, dict[str, str], list[str], str]] = {
    "jekyll": (
        "Jekyll",
        {"_config.yml": "title: x", "_posts/2020-01-12-One.md": "", "index.md": "", "about.md": "",
         "_posts/deep/2020-02-01-Two.Md": ""},
        ["_posts/2020-01-12-One.md", "_posts/deep/2020-02-01-Two.Md"],
        "pt-BR/_posts/2020-01-12-One.md",
    ),
    "hugo by file name": (
        "Hugo",
        {"hugo.toml": "", "content/_index.md": "", "content/blog/a.md": "", "content/a.fr.md": "",
         "content/blog/gone.pt-br.md": "", "themes/x/README.md": "", "README.md": ""},
        ["content/_index.md", "content/blog/a.md"],
        "content/_index.pt-br.md",
    ),
    "hugo by marked file name": (
        "Hugo",
        {"config/_default/hugo.yaml": "", "content/a.en.md": "", "content/a.fr.md": ""},
        ["content/a.en.md"],
        "content/a.pt-br.md",
    ),
    "hugo by folder": (
        "Hugo",
        {"config.toml": "", "content/en/a/b.md": "", "content/fr/a/b.md": ""},
        ["content/en/a/b.md"],
        "content/pt-br/a/b.md",
    ),
    "docusaurus": (
        "Docusaurus",
        {"docusaurus.config.ts": "", "package.json": "{}", "docs/intro.md": "", "README.md": "",
         "docs/a/b.mdx": "", "blog/2020-01-01-x.md": "", "src/pages/help.mdx": "",
         "i18n/fr/docusaurus-plugin-content-docs/current/intro.md": "",
         "node_modules/x/README.md": ""},
        ["blog/2020-01-01-x.md", "docs/a/b.mdx", "docs/intro.md", "src/pages/help.mdx"],
        "i18n/pt-BR/docusaurus-plugin-content-blog/2020-01-01-x.md",
    ),
    "mkdocs by file name": (
        "MkDocs",
        {"mkdocs.yml": "site_name: x\n", "docs/index.md": "", "docs/a/b.md": "",
         "docs/index.fr.md": ""},
        ["docs/a/b.md", "docs/index.md"],
        "docs/a/b.pt-BR.md",
    ),
    "mkdocs by folder, elsewhere": (
        "MkDocs",
        {"mkdocs.yml": "docs_dir: 'manual'\nplugins:\n  - i18n:\n      docs_structure: folder\n",
         "manual/en/index.md": "", "manual/fr/index.md": ""},
        ["manual/en/index.md"],
        "manual/pt-BR/index.md",
    ),
    "astro with collections": (
        "Astro",
        {"astro.config.mjs": "", "src/content/docs/guide/a.mdx": "", "src/content/blog/en/b.md": "",
         "src/content/docs/pt-br/guide/a.mdx": "", "src/content/blog/fr/b.md": ""},
        ["src/content/blog/en/b.md", "src/content/docs/guide/a.mdx"],
        "src/content/blog/pt-br/b.md",
    ),
    "astro with pages": (
        "Astro",
        {"astro.config.ts": "", "src/pages/a.md": "", "src/pages/fr/a.md": ""},
        ["src/pages/a.md"],
        "src/pages/pt-br/a.md",
    ),
    "nextra by file name": (
        "Nextra",
        {"next.config.js": "", "package.json": '{"dependencies": {"nextra": "2"}}',
         "pages/index.en.mdx": "", "pages/a/b.en.mdx": "", "pages/index.fr.mdx": ""},
        ["pages/a/b.en.mdx", "pages/index.en.mdx"],
        "pages/a/b.pt-BR.mdx",
    ),
    "nextra with regions": (
        "Nextra",
        {"next.config.mjs": "", "package.json": '{"dependencies": {"nextra": "2"}}',
         "pages/index.en-US.mdx": "", "pages/index.fr.mdx": ""},
        ["pages/index.en-US.mdx"],
        "pages/index.pt-BR.mdx",
    ),
    "nextra by folder": (
        "Nextra",
        {"next.config.mjs": "", "package.json": '{"dependencies": {"nextra": "4"}}',
         "content/en/index.mdx": "", "content/fr/index.mdx": ""},
        ["content/en/index.mdx"],
        "content/pt-BR/index.mdx",
    ),
    "plain": (
        "a plain folder",
        {"README.md": "", "posts/a.md": "", "posts/b c/d.MD": ""},
        ["posts/a.md", "posts/b c/d.MD"],
        "translated/pt-BR/a.md",
    ),
    "plain, at the top": (
        "a plain folder",
        {"README.md": "", "b.md": ""},
        ["README.md", "b.md"],
        "translated/pt-BR/README.md",
    ),
    "plain, languages by folder": (
        "a plain folder",
        {"LICENSE.md": "", "chapters/en/1/a.mdx": "", "chapters/en/notes.md": "",
         "chapters/fr/1/a.mdx": ""},
        ["chapters/en/1/a.mdx", "chapters/en/notes.md"],
        "chapters/pt-BR/1/a.mdx",
    ),
    "plain, languages by file name": (
        "a plain folder",
        {"LICENSE.md": "", "pages/a.en.mdx": "", "pages/a.fr.mdx": "", "pages/b/c.en.mdx": ""},
        ["pages/a.en.mdx", "pages/b/c.en.mdx"],
        "pages/a.pt-BR.mdx",
    ),
    "plain, most files in one folder": (
        "a plain folder",
        {"b/1.md": "", "z/1.md": "", "z/2.md": "", "README.md": ""},
        ["z/1.md", "z/2.md"],
        "translated/pt-BR/1.md",
    ),
    "plain, in a folder of its own": (
        "a plain folder",
        {"letters/a.md": "", "setup.py": ""},
        ["letters/a.md"],
        "translated/pt-BR/a.md",
    ),
}  # fmt: skip


def _started(root: Path, files: dict[str, str]) -> Project:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    changes = starter_files(list_root(root), LANGUAGES, "en")
    for change in changes:
        file = root / change.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(change.data)
    return load_project(root)


@pytest.mark.parametrize("site", SITES)
def test_a_site_started_is_a_site_that_loads(tmp_path: Path, site: str) -> None:
    name, files, posts, copy = SITES[site]
    project = _started(tmp_path, files)
    assert recognise(list_root(tmp_path), "en").name == name
    assert [post.path for post in project.posts] == posts
    assert [language.tag for language in project.settings.languages] == ["fr", "pt-BR", "zh-Hans"]
    assert project.target_path(project.posts[0], project.settings.languages[1]) == copy


def test_an_empty_folder_gets_a_configuration_too(tmp_path: Path) -> None:
    project = _started(tmp_path, {})
    assert project.settings.posts[0].source == "posts/**/*.md"
    assert project.posts == ()


def test_the_configuration_written_for_jekyll() -> None:
    listing = Listing(frozenset({"_config.yml", "_posts/2020-01-01-a.md"}))
    written = {change.path: change.data for change in starter_files(listing, ["fr"], "en")}
    assert written["l10n.toml"].decode() == (
        "# Recognised: Jekyll. Paths are relative to this file, with forward slashes.\n"
        'source-language = "en"\n'
        'languages = ["fr"]\n'
        "\n"
        "# Where translators work, and where their words are kept alike. These are the defaults:\n"
        '# catalogs = "locales/{lang}/{post}.po"\n'
        '# templates = "locales/templates/{post}.pot"\n'
        '# glossary = "glossary.yml"\n'
        "# A post is published once this many percent of it are translated:\n"
        "# min-complete = 100\n"
        "\n"
        "# Jekyll reads every _posts folder; the language becomes the first part of the address.\n"
        "\n"
        "[[posts]]\n"
        'source = "_posts/**/*.md"\n'
        'target = "{lang}/_posts/{dir}/{name}"\n'
        'dialect = "kramdown"\n'
        'front-matter = ["title", "excerpt", "description"]\n'
        'set = { lang = "{lang}", ref = "{post}" }\n'
    )
    assert read_settings(written["l10n.toml"], "l10n.toml").posts[0].dialect is Dialect.KRAMDOWN


def test_glossary_and_recipe_are_sound_yaml() -> None:
    written = {change.path: change for change in starter_files(Listing(frozenset()), ["fr"])}
    assert yaml.safe_load(written["glossary.yml"].data) == {"keep": [], "terms": []}
    recipe = yaml.safe_load(written[".github/workflows/l10n.yml"].data)
    steps = [step.get("run") for step in recipe["jobs"]["l10n"]["steps"]]
    assert steps[-2:] == ["l10n extract --check", "l10n check --format github"]
    assert recipe["permissions"] == {"contents": "read"}
    commented = written["glossary.yml"].data.replace(b"# ", b"").replace(b"keep: []\n", b"")
    examples = commented[commented.index(b"terms:\n") :]
    assert yaml.safe_load(examples)["terms"][0]["fr"]["use"] == "notes de version"


def test_what_exists_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    for path in ("l10n.toml", "glossary.yml", ".github/workflows/l10n.yml"):
        assert path in [change.path for change in starter_files(list_root(tmp_path), ["fr"])]
        (tmp_path / path).write_bytes(b"mine")
    assert starter_files(list_root(tmp_path), ["fr"]) == ()


def test_unknown_languages_are_told_all_at_once() -> None:
    with pytest.raises(InputError) as raised:
        starter_files(Listing(frozenset()), ["fr", "klingon", "xx"], "en")
    assert [str(flaw) for flaw in raised.value.flaws] == [
        'LANG: "klingon" is not a language known to BCP 47\n'
        "  allowed: tags such as fr, pt-BR or zh-Hans\n"
        '  to do: write "tlh"',
        'LANG: "xx" is not a language known to BCP 47\n'
        "  allowed: tags such as fr, pt-BR or zh-Hans",
    ]
