"""`[links]` and `spacing`: what they say, and every flaw in full."""

import pytest

from l10n.model.conventions import Rewrite
from l10n.model.errors import InputError
from l10n.project import read_settings

START = """languages = ["fr", "fr-CA", "es"]
[[posts]]
source = "posts/*.md"
target = "site/{lang}/{post}.md"
"""
EXAMPLE = '[{ from = "https://en.x.example/*", to = "https://{lang}.x.example/*" }]'


def _flaws(text: str) -> list[str]:
    with pytest.raises(InputError) as raised:
        read_settings((START + text).encode(), "l10n.toml")
    return [str(flaw) for flaw in raised.value.flaws]


def test_all_keys() -> None:
    text = """[links]
rewrite = [
  { from = "https://en.x.example/*", to = "https://{lang}.x.example/*" },
  { from = "/a", to = "/b" },
]
[language.fr]
spacing = "nbsp"
[language.fr_CA]
spacing = "mixed"
"""
    settings = read_settings((START + text).encode(), "l10n.toml")
    assert settings.rewrites == (
        Rewrite("https://en.x.example/*", "https://{lang}.x.example/*"),
        Rewrite("/a", "/b"),
    )
    assert settings.spacing == (("fr", "nbsp"), ("fr-CA", "mixed"))


def test_tables_of_their_own_say_the_same() -> None:
    text = '[[links.rewrite]]\nfrom = "/a"\nto = "/b"\n'
    settings = read_settings((START + text).encode(), "l10n.toml")
    assert settings.rewrites == (Rewrite("/a", "/b"),)


def test_nothing_said() -> None:
    settings = read_settings(START.encode(), "l10n.toml")
    assert (settings.rewrites, settings.spacing) == ((), ())


def test_all_flaws_are_told_at_once_by_line() -> None:
    text = """[links]
rewrites = []
rewrite = [
  { from = "", too = "/b" },
  { from = "/a/{post}", to = 3 },
  "x",
]
[language.fr]
spacing = "NBSP"
[language.fr-CA]
spacing = "xyzzy"
[language.es]
spacing = "nbsp"
"""
    assert _flaws(text) == [
        'l10n.toml:6: unknown key "rewrites"\n  allowed: rewrite\n  to do: write "rewrite"',
        'l10n.toml:8: unknown key "too"\n  allowed: from, to\n  to do: write "to"',
        'l10n.toml:8: "from" is empty\n  allowed: an address pattern\n  to do: set from',
        'l10n.toml:8: "to" is missing\n  allowed: an address pattern\n  to do: set to',
        'l10n.toml:9: "from" has the unknown field {post}: /a/{post}\n'
        "  allowed: * for any characters, {lang} for the language\n"
        "  to do: write {lang}, or remove it",
        'l10n.toml:9: "to" is an integer\n  allowed: a string',
        f'l10n.toml:10: "rewrite" holds a string\n  allowed: tables, as in {EXAMPLE}',
        'l10n.toml:13: "spacing" is "NBSP"\n  allowed: nbsp, nnbsp, mixed, canadian\n'
        '  to do: write "nbsp"',
        'l10n.toml:15: "spacing" is "xyzzy"\n  allowed: nbsp, nnbsp, mixed, canadian\n'
        "  to do: remove it, and any no-break space is good",
        'l10n.toml:17: "spacing" is for French, and this is [language.es]\n'
        "  allowed: [language.fr], [language.fr-CA]\n  to do: remove it",
    ]


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ('links = "x"\n', 'l10n.toml:1: "links" is a string\n  allowed: a table, such as [links]'),
        (
            'links = { rewrite = "x" }\n',
            f'l10n.toml:1: "rewrite" is a string\n  allowed: an array of tables, such as {EXAMPLE}',
        ),
    ],
)
def test_other_types(text: str, flaw: str) -> None:
    with pytest.raises(InputError) as raised:
        read_settings((text + START).encode(), "l10n.toml")
    assert [str(each) for each in raised.value.flaws] == [flaw]


def test_a_style_of_another_type() -> None:
    assert _flaws("[language.fr]\nspacing = 3\n") == [
        'l10n.toml:6: "spacing" is an integer\n  allowed: a string'
    ]
