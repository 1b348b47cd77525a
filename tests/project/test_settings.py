"""Reading a configuration: what it means, and every flaw in full."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.model.dialect import Dialect
from l10n.model.errors import InputError
from l10n.model.language import Language
from l10n.model.settings import PostGroup, Settings
from l10n.project import read_settings
from l10n.project.keys import KEYS

GROUP = '[[posts]]\nsource = "posts/*.md"\ntarget = "site/{lang}/{post}.md"\n'
FIELDS = "{lang} {post} {dir} {name} {stem} {ext} {date} {slug}"


def _flaws(text: str) -> list[str]:
    with pytest.raises(InputError) as raised:
        read_settings(text.encode(), "l10n.toml")
    return [str(flaw) for flaw in raised.value.flaws]


def test_a_whole_configuration() -> None:
    text = """
source-language = "en"
languages = ["fr", "pt_BR", "zh-hans"]
name = "A newsletter"
catalogs = "po/{post}/{lang}.po"
templates = "po/{post}.pot"
glossary = "po/glossary.yml"
min-complete = 80

[[posts]]
source = "posts/*.md"
target = "site/{lang}/_posts/{post}.md"
dialect = "kramdown"
front-matter = ["title", "image.caption"]
set = { lang = "{lang}", ref = "{post}" }
url = "/{lang}/{slug}/"
attributes = ["alt"]

[language.pt-BR]
path = "pt"
"""
    assert read_settings(text.encode(), "l10n.toml") == Settings(
        source_language=Language("en", "en"),
        languages=(Language("fr", "fr"), Language("pt-BR", "pt"), Language("zh-Hans", "zh-Hans")),
        posts=(
            PostGroup(
                source="posts/*.md",
                target="site/{lang}/_posts/{post}.md",
                dialect=Dialect.KRAMDOWN,
                front_matter=("title", "image.caption"),
                set=(("lang", "{lang}"), ("ref", "{post}")),
                url="/{lang}/{slug}/",
                attributes=("alt",),
            ),
        ),
        name="A newsletter",
        catalogs="po/{post}/{lang}.po",
        templates="po/{post}.pot",
        glossary="po/glossary.yml",
        min_complete=80,
    )


def test_what_is_left_out_has_defaults() -> None:
    settings = read_settings(f'languages = ["fr"]\n{GROUP}'.encode(), "l10n.toml")
    group = PostGroup("posts/*.md", "site/{lang}/{post}.md")
    assert settings == Settings(Language("en", "en"), (Language("fr", "fr"),), (group,))


def test_a_byte_order_mark_is_passed_over() -> None:
    data = b"\xef\xbb\xbf" + f'languages = ["fr"]\r\n{GROUP}'.encode()
    assert read_settings(data, "l10n.toml").languages[0].tag == "fr"


def test_the_table_of_pyproject() -> None:
    text = f'[tool.l10n]\nlanguages = ["fr"]\n{GROUP.replace("posts]]", "tool.l10n.posts]]")}'
    assert read_settings(text.encode(), "pyproject.toml", ("tool", "l10n")).languages[0].tag == "fr"


def test_an_empty_file_names_what_is_missing() -> None:
    assert _flaws("") == [
        'l10n.toml:1: "languages" is missing\n'
        '  allowed: an array of language tags, such as ["fr", "pt-BR"]\n'
        '  to do: add languages = ["fr", "pt-BR"]',
        'l10n.toml:1: "posts" is missing\n'
        "  allowed: one [[posts]] table per group of posts\n"
        "  to do: add [[posts]] with a source and a target",
    ]


def test_all_flaws_are_told_at_once_by_line() -> None:
    text = """langauges = ["fr", "xx"]
languages = ["pt_BR", "klingon",
  "en", "xx", 3, "fr", "FR"]
min-complete = 120
templates = "a/{posts}.pot"
catalogs = "a/{lang}.po"
[[posts]]
source = "/x/*.md"
dialect = "kram"
set = { a = 3, b = "{lnag}" }
[language.de]
path = "../x"
"""
    assert _flaws(text) == [
        'l10n.toml:1: unknown key "langauges"\n'
        "  allowed: source-language, languages, catalogs, templates, glossary, memory, name,"
        " min-complete, posts, language, check, links, engines, engine, prefill\n"
        '  to do: write "languages"',
        'l10n.toml:2: "klingon" is not a language known to BCP 47\n'
        "  allowed: tags such as fr, pt-BR or zh-Hans\n"
        '  to do: write "tlh"',
        'l10n.toml:3: "languages" holds an integer\n  allowed: strings',
        'l10n.toml:3: "en" is the source language\n'
        "  allowed: languages to translate into\n"
        "  to do: remove it, or change source-language",
        'l10n.toml:3: "xx" is not a language known to BCP 47\n'
        "  allowed: tags such as fr, pt-BR or zh-Hans\n"
        "  to do: look the tag up at https://r12a.github.io/app-subtags",
        'l10n.toml:3: "FR" is named twice\n  to do: keep one of them',
        'l10n.toml:4: "min-complete" is 120\n  allowed: a whole number from 0 to 100',
        'l10n.toml:5: "templates" has the unknown field {posts}: a/{posts}.pot\n'
        f"  allowed: {FIELDS}\n  to do: write {{post}}",
        'l10n.toml:6: "catalogs" lacks {post}, so posts would share one file: a/{lang}.po\n'
        f"  allowed: {FIELDS}\n  to do: add {{post}}",
        'l10n.toml:7: "target" is missing\n'
        "  allowed: a path such as site/{lang}/{post}.md\n  to do: set target",
        'l10n.toml:8: "source" is absolute: /x/*.md\n'
        "  allowed: a glob below the project's folder, such as posts/**/*.md",
        'l10n.toml:9: unknown dialect "kram"\n'
        "  allowed: commonmark, gfm, kramdown, mdx\n"
        '  to do: write "kramdown"',
        'l10n.toml:10: "set.a" is an integer\n  allowed: a string, such as "{lang}"',
        'l10n.toml:10: "set.b" has the unknown field {lnag}: {lnag}\n'
        f"  allowed: {FIELDS}\n  to do: write {{lang}}",
        "l10n.toml:11: [language.de] is not a language of this project\n"
        "  allowed: en, fr, pt-BR\n"
        '  to do: add "de" to languages, or remove the table',
        'l10n.toml:12: "path" leaves the project by ..\n'
        "  allowed: what {lang} becomes in paths, such as pt",
    ]


@pytest.mark.parametrize(
    ("line", "flaw"),
    [
        ('catalogs = "po/{post}.po"',
         'l10n.toml:1: "catalogs" lacks {lang}, so languages would share one file: po/{post}.po\n'
         f"  allowed: {FIELDS}\n  to do: add {{lang}}"),
        ('catalogs = "/po/{lang}/{post}.po"',
         'l10n.toml:1: "catalogs" is absolute\n  allowed: a path below the project\'s folder'),
        ('catalogs = "C:/po/{lang}/{post}.po"',
         'l10n.toml:1: "catalogs" is absolute\n  allowed: a path below the project\'s folder'),
        ('templates = "../{post}.pot"',
         'l10n.toml:1: "templates" leaves the project by ..\n'
         "  allowed: a path below the project's folder"),
        ("templates = 'po\\{post}.pot'",
         'l10n.toml:1: "templates" holds a backslash\n'
         "  allowed: a path below the project's folder"),
        ('templates = ".git/{post}.pot"',
         'l10n.toml:1: "templates" leads into .git\n  allowed: a path below the project\'s folder'),
        ('templates = ""',
         'l10n.toml:1: "templates" is empty\n  allowed: a path below the project\'s folder'),
        ('templates = "po/{post.pot"',
         f'l10n.toml:1: "templates" has unpaired braces: po/{{post.pot\n  allowed: {FIELDS}'),
        ('glossary = "~/glossary.yml"',
         'l10n.toml:1: "glossary" is absolute\n  allowed: a path below the project\'s folder'),
        ('min-complete = "all"',
         'l10n.toml:1: "min-complete" is a string\n  allowed: a whole number from 0 to 100'),
        ("min-complete = true",
         'l10n.toml:1: "min-complete" is a boolean\n  allowed: a whole number from 0 to 100'),
        ("name = 1979-05-27", 'l10n.toml:1: "name" is a date or time\n  allowed: a string'),
        ('source-language = "english"',
         'l10n.toml:1: "english" is not a language known to BCP 47\n'
         '  allowed: tags such as fr, pt-BR or zh-Hans\n  to do: write "en"'),
        ('source_language = "en"',
         'l10n.toml:1: unknown key "source_language"\n'
         "  allowed: source-language, languages, catalogs, templates, glossary, memory, name,"
         " min-complete, posts, language, check, links, engines, engine, prefill\n"
         '  to do: write "source-language"'),
        ("language = 3",
         'l10n.toml:1: "language" is an integer\n  allowed: tables such as [language.pt-BR]'),
        ('language.fr = "f"',
         'l10n.toml:1: "language.fr" is a string\n  allowed: a table with a path'),
        ('language.fr.path = "{x}"',
         'l10n.toml:1: "path" holds braces\n  allowed: what {lang} becomes in paths, such as pt'),
        ('language.fr.dir = "x"',
         'l10n.toml:1: unknown key "dir"\n  allowed: path, spacing, check\n  to do: remove it'),
    ],
)  # fmt: skip
def test_one_flaw_of_the_whole(line: str, flaw: str) -> None:
    assert _flaws(f'{line}\nlanguages = ["fr"]\n{GROUP}') == [flaw]


@pytest.mark.parametrize(
    ("line", "flaw"),
    [
        ('source = ""',
         'l10n.toml:3: "source" is empty\n  allowed: a path such as posts/*.md\n'
         "  to do: set source"),
        ('source = "a[.md"',
         'l10n.toml:3: "source" has a [ without its ]: a[.md\n'
         "  allowed: a glob below the project's folder, such as posts/**/*.md"),
        ('source = "a**/b.md"',
         'l10n.toml:3: "source" has ** next to other characters: a**/b.md\n'
         "  allowed: a glob below the project's folder, such as posts/**/*.md"),
        ('source = "posts/"',
         'l10n.toml:3: "source" names folders and no files: posts/\n'
         "  allowed: a glob below the project's folder, such as posts/**/*.md"),
        ('source = "{md"',
         'l10n.toml:3: "source" has unpaired braces: {md\n'
         "  allowed: a glob below the project's folder, such as posts/**/*.md"),
        ("source = 3", 'l10n.toml:3: "source" is an integer\n  allowed: a string'),
    ],
)  # fmt: skip
def test_one_flaw_of_a_source(line: str, flaw: str) -> None:
    text = f'languages = ["fr"]\n[[posts]]\n{line}\ntarget = "{{lang}}/{{post}}.md"\n'
    assert _flaws(text) == [flaw]


@pytest.mark.parametrize(
    ("line", "flaw"),
    [
        ('target = "site/{post}.md"',
         'l10n.toml:4: "target" lacks {lang}, so languages would share one file: site/{post}.md\n'
         f"  allowed: {FIELDS}\n  to do: add {{lang}}"),
        ('target = "a/{lang}/{Post}.md"',
         'l10n.toml:4: "target" has the unknown field {Post}: a/{lang}/{Post}.md\n'
         f"  allowed: {FIELDS}\n  to do: write {{post}}"),
        ('target = "{lang}/{post}.md"\nurl = "/{lang}/{slig}/"',
         'l10n.toml:5: "url" has the unknown field {slig}: /{lang}/{slig}/\n'
         f"  allowed: {FIELDS}\n  to do: write {{slug}}"),
        ('target = "{lang}/{post}.md"\nfront-matter = "title"',
         'l10n.toml:5: "front-matter" is a string\n'
         '  allowed: an array of strings, such as ["title"]'),
        ('target = "{lang}/{post}.md"\nset = "lang"',
         'l10n.toml:5: "set" is a string\n'
         '  allowed: a table of strings, such as { lang = "{lang}" }'),
        ('target = "{lang}/{post}.md"\nfrontmatter = []',
         'l10n.toml:5: unknown key "frontmatter"\n'
         "  allowed: source, target, dialect, front-matter, set, url, attributes\n"
         '  to do: write "front-matter"'),
    ],
)  # fmt: skip
def test_one_flaw_of_a_group(line: str, flaw: str) -> None:
    text = f'languages = ["fr", "es"]\n[[posts]]\nsource = "posts/*.md"\n{line}\n'
    assert _flaws(text) == [flaw]


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("[posts]\n",
         'l10n.toml:2: "posts" is a table\n  allowed: [[posts]], once per group of posts'),
        ("posts = []\n",
         'l10n.toml:2: "posts" is empty\n  allowed: one [[posts]] table per group of posts\n'
         "  to do: add [[posts]] with a source and a target"),
        ("posts = 3\n",
         'l10n.toml:2: "posts" is an integer\n  allowed: [[posts]], once per group of posts'),
        ("posts = [3]\n",
         'l10n.toml:2: "posts" holds an integer\n  allowed: tables with a source and a target'),
    ],
)  # fmt: skip
def test_posts_that_are_no_groups(text: str, flaw: str) -> None:
    assert _flaws(f'languages = ["fr"]\n{text}') == [flaw]


def test_languages_that_share_a_path() -> None:
    text = f'languages = ["fr", "fr-CA"]\n{GROUP}[language.fr-CA]\npath = "FR"\n'
    assert _flaws(text) == [
        'l10n.toml:1: "fr" and "fr-CA" both become "FR" in paths\n'
        "  allowed: a path of its own for each language\n"
        "  to do: give one of them another path in [language.fr-CA]"
    ]


def test_empty_languages() -> None:
    assert _flaws(f"languages = []\n{GROUP}") == [
        'l10n.toml:1: "languages" is empty\n'
        '  allowed: an array of language tags, such as ["fr", "pt-BR"]\n'
        "  to do: name a language to translate into"
    ]


def test_one_language_may_do_without_lang_in_targets() -> None:
    text = f'languages = ["fr"]\n{GROUP.replace("{lang}/", "")}'
    assert read_settings(text.encode(), "l10n.toml").posts[0].target == "site/{post}.md"


def test_broken_toml_is_told_with_its_line() -> None:
    assert _flaws('languages = ["fr"]\nname = \n') == [
        "l10n.toml:2: not valid TOML: invalid value at column 8\n"
        "  to do: see https://toml.io/en/v1.0.0 for how values are written"
    ]


def test_toml_that_ends_too_soon_is_told_with_its_last_line() -> None:
    assert _flaws('\nlanguages = ["fr"') == [
        "l10n.toml:2: not valid TOML: unclosed array\n"
        "  to do: see https://toml.io/en/v1.0.0 for how values are written"
    ]


def test_bytes_that_are_no_utf8_are_told_with_line_and_offset() -> None:
    with pytest.raises(InputError) as raised:
        read_settings(b'languages = ["fr"]\nname = "caf\xe9"\n', "l10n.toml")
    assert str(raised.value) == (
        "l10n.toml:2: byte 0xE9 at offset 30 is not UTF-8\n  to do: save the file as UTF-8"
    )


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000])
def test_hostile_toml_is_a_flaw_and_no_crash(text: str) -> None:
    assert _flaws(text)[0].startswith("l10n.toml")


def test_another_type_where_the_table_should_be() -> None:
    with pytest.raises(InputError) as raised:
        read_settings(b"[tool]\nl10n = 3\n", "pyproject.toml", ("tool", "l10n"))
    assert str(raised.value) == 'pyproject.toml:2: "l10n" is an integer\n  allowed: a table'


_SNIPPETS = st.sampled_from(
    ['"fr"', '""', '"{lang}"', '"../{post}"', '"[z-a]"', '"a\\u0000b"', "3", "-1", "true", "1.5",
     "1979-05-27", "[]", "[[]]", '["fr", 3]', "[{}]", "{}", "{ fr = {} }", "{ a = 1 }",
     '{ fr = { path = 3 } }', '{ xx = { path = "" } }', '[{ source = "**/*.md", target = 3 }]',
     '[{ source = "*.md", target = "{lang}/{name}", set = [], dialect = 3, url = {} }]']
)  # fmt: skip


_NAMES = [*(key.name for key in KEYS), '""', '"é"', "a.b"]


@given(st.dictionaries(st.sampled_from(_NAMES), _SNIPPETS))
def test_no_configuration_raises_anything_but_flaws_with_lines(keys: dict[str, str]) -> None:
    data = "".join(f"{key} = {value}\n" for key, value in keys.items()).encode()
    try:
        read_settings(data, "l10n.toml")
    except InputError as error:
        lines = [int(flaw.where.removeprefix("l10n.toml:")) for flaw in error.flaws]
        assert lines == sorted(lines)
        assert max(lines) <= max(len(keys), 1)
