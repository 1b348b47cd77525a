"""`[check]`: which rules speak, how loudly, and every flaw in full."""

import pytest

from l10n.model.errors import InputError
from l10n.model.finding import Severity
from l10n.model.settings import CheckSettings
from l10n.project import read_settings

START = """languages = ["fr", "pt-BR"]
[[posts]]
source = "posts/*.md"
target = "site/{lang}/{post}.md"
"""
RULES = ("code-changed", "link-added", "link-changed", "number-changed")
NAMES = "the name of a rule, or of a family: code, link, number"


def _flaws(text: str, rules: tuple[str, ...] = RULES) -> list[str]:
    with pytest.raises(InputError) as raised:
        read_settings((START + text).encode(), "l10n.toml", rules=rules)
    return [str(flaw) for flaw in raised.value.flaws]


def test_all_keys() -> None:
    text = """[check]
select = ["link", "number-changed"]
ignore = ["link-changed"]
fail-on = "warning"
[check.severity]
link = "info"
link-added = "off"
[language.pt_BR.check]
ignore = ["number"]
severity = { link-added = "error" }
"""
    settings = read_settings((START + text).encode(), "l10n.toml", rules=RULES)
    assert settings.check == CheckSettings(
        select=("link", "number-changed"),
        ignore=("link-changed",),
        severity=(("link", Severity.INFO), ("link-added", None)),
        fail_on=Severity.WARNING,
    )
    assert settings.language_checks == (
        ("pt-BR", CheckSettings(ignore=("number",), severity=(("link-added", Severity.ERROR),))),
    )


def test_nothing_said() -> None:
    settings = read_settings(START.encode(), "l10n.toml", rules=RULES)
    assert (settings.check, settings.language_checks) == (CheckSettings(), ())


def test_names_are_left_alone_where_rules_do_not_matter() -> None:
    settings = read_settings(f'{START}[check]\nselect = ["x"]\n'.encode(), "l10n.toml")
    assert settings.check.select == ("x",)


def test_all_flaws_are_told_at_once_by_line() -> None:
    text = """[check]
select = ["links", "link",
  "qqqq", 3]
ignored = []
fail-on = "eror"
[check.severity]
link-aded = "off"
link = "loud"
code = 3
[language.fr.check]
ignore = "link"
fail-on = "off"
"""
    assert _flaws(text) == [
        f'l10n.toml:6: there is no rule named "links"\n  allowed: {NAMES}\n  to do: write "link"',
        'l10n.toml:7: "select" holds an integer\n  allowed: strings',
        f'l10n.toml:7: there is no rule named "qqqq"\n  allowed: {NAMES}\n'
        "  to do: `l10n rules` lists all rules",
        'l10n.toml:8: unknown key "ignored"\n  allowed: select, ignore, fail-on, severity\n'
        '  to do: write "ignore"',
        'l10n.toml:9: "fail-on" is "eror"\n  allowed: info, warning, error\n  to do: write "error"',
        f'l10n.toml:11: there is no rule named "link-aded"\n  allowed: {NAMES}\n'
        '  to do: write "link-added"',
        'l10n.toml:12: "link" is "loud"\n  allowed: off, info, warning, error',
        'l10n.toml:13: "code" is an integer\n  allowed: off, info, warning, error',
        'l10n.toml:15: "ignore" is a string\n'
        '  allowed: an array of strings, such as ["link-added"]',
        'l10n.toml:16: "fail-on" is "off"\n  allowed: info, warning, error',
    ]


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("[check]\nselect = []\n",
         'l10n.toml:6: "select" is empty\n  allowed: names of rules or families\n'
         "  to do: name a rule, or remove it to have all"),
        ("[check]\nseverity = 3\n",
         'l10n.toml:6: "severity" is an integer\n'
         '  allowed: a table, such as { link-added = "off" }'),
        ("[check]\nfail-on = 3\n",
         'l10n.toml:6: "fail-on" is an integer\n  allowed: info, warning, error'),
        ("[language.fr]\ncheck = true\n",
         'l10n.toml:6: "check" is a boolean\n  allowed: a table, such as [check]'),
        ("[language.fr.check]\nselect = [\"lnk\"]\n",
         f'l10n.toml:6: there is no rule named "lnk"\n  allowed: {NAMES}\n  to do: write "link"'),
    ],
)  # fmt: skip
def test_one_flaw(text: str, flaw: str) -> None:
    assert _flaws(text) == [flaw]
