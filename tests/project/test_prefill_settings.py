"""What the configuration says of engines and drafts: its meaning, and every flaw in full."""

import pytest

from l10n.model.errors import InputError
from l10n.model.settings import EngineSettings, PrefillSettings, Settings
from l10n.project import read_settings

REST = 'languages = ["fr"]\n[[posts]]\nsource = "posts/*.md"\ntarget = "site/{lang}/{post}.md"\n'
KNOWN = {"apertium": ("via", "timeout"), "deepl": ("formality", "model")}


def read(tables: str, top: str = "") -> Settings:
    return read_settings(f"{top}{REST}{tables}".encode(), "l10n.toml", engines=KNOWN)


def flaws(tables: str, top: str = "") -> list[str]:
    with pytest.raises(InputError) as raised:
        read(tables, top)
    return [str(flaw) for flaw in raised.value.flaws]


def test_engines_their_options_and_drafts() -> None:
    settings = read(
        '[engine.deepl]\nformality = "more"\n[prefill]\naccept = 101\nmin-score = 80\n'
        "protect-kept = false\n",
        'engines = ["deepl", "apertium"]\n',
    )
    assert settings.engines == ("deepl", "apertium")
    options = (("formality", "more"),)
    assert settings.engine_options == (EngineSettings("deepl", options, "l10n.toml:6"),)
    assert settings.prefill == PrefillSettings(101, 80, False)


def test_without_a_word_the_memory_works_alone_and_makes_drafts() -> None:
    settings = read("")
    assert (settings.engines, settings.engine_options) == ((), ())
    assert settings.prefill == PrefillSettings(None, 75, True)


def test_other_engines_are_none_of_a_check_s_business() -> None:
    text = f'engines = ["other"]\n{REST}[engine.other]\nx = 1\n'
    assert read_settings(text.encode(), "l10n.toml").engines == ("other",)


def test_every_flaw_is_told_with_its_line() -> None:
    assert flaws(
        '[engine.deepl]\nformalty = "more"\napi-key = "x"\n[engine.apertum]\n'
        "[prefill]\naccept = 99\nmin_score = 3\nprotect-kept = 1\n",
        'engines = ["deepL", 3, "apertium", "apertium"]\n',
    ) == [
        'l10n.toml:1: "engines" holds an integer\n  allowed: strings',
        'l10n.toml:1: there is no engine named "deepL"\n'
        "  allowed: apertium, deepl\n"
        '  to do: write "deepl"',
        'l10n.toml:1: "apertium" is named twice\n  to do: keep one of them',
        'l10n.toml:7: unknown key "formalty"\n'
        "  allowed: formality, model\n"
        '  to do: write "formality"',
        'l10n.toml:8: "api-key" stands in a file\n'
        "  allowed: keys in the environment only\n"
        "  to do: remove it, put the key into the environment, and revoke it if it was shared",
        'l10n.toml:9: there is no engine named "apertum"\n'
        "  allowed: apertium, deepl\n"
        '  to do: write "apertium"',
        'l10n.toml:11: "accept" is 99\n'
        "  allowed: a whole number from 100 to 101\n"
        "  to do: less than the same text is a draft",
        'l10n.toml:12: unknown key "min_score"\n'
        "  allowed: accept, min-score, protect-kept\n"
        '  to do: write "min-score"',
        'l10n.toml:13: "protect-kept" is an integer\n  allowed: true or false',
    ]


@pytest.mark.parametrize(
    ("tables", "flaw"),
    [
        ("engine = 3\n", 'l10n.toml:1: "engine" is an integer\n  allowed: tables such as '
         "[engine.deepl]"),
        ("engine = {deepl = 3}\n", 'l10n.toml:1: "engine.deepl" is an integer\n'
         "  allowed: a table with its options"),
        ("prefill = true\n", 'l10n.toml:1: "prefill" is a boolean\n'
         "  allowed: a table, such as [prefill]"),
        ('engines = "deepl"\n', 'l10n.toml:1: "engines" is a string\n'
         '  allowed: an array of strings, such as ["deepl", "apertium"]'),
        ('prefill = {accept = "all"}\n', 'l10n.toml:1: "accept" is a string\n'
         "  allowed: a whole number from 100 to 101"),
    ],
)  # fmt: skip
def test_what_has_another_type(tables: str, flaw: str) -> None:
    assert flaws("", tables) == [flaw]
