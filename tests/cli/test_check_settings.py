"""`[check]` in the configuration, seen from the command line."""

import json

import pytest

from tests.cli.conftest import SETTINGS, Site
from tests.cli.test_check_formats import BROKEN, CATALOG, SAYS, SOURCE


def _broken(site: Site, settings: str) -> Site:
    site.write("l10n.toml", SETTINGS + settings)
    site.l10n("extract")
    site.fill(CATALOG, {SOURCE: BROKEN})
    return site


def _findings(site: Site, *arguments: str) -> tuple[int, list[str]]:
    result = site.l10n("check", *arguments)
    return result.code, [line.strip() for line in result.out.split("\n") if SAYS in line]


def test_severity_and_what_fails(site: Site) -> None:
    _broken(site, '[check.severity]\nlink = "warning"\n')
    assert _findings(site) == (0, [f"27  warning  link-changed  {SAYS}"])
    assert _findings(site, "--fail-on", "warning")[0] == 1
    site.write("l10n.toml", SETTINGS + '[check]\nfail-on = "info"\nignore = ["link"]\n')
    assert _findings(site) == (1, [])
    assert _findings(site, "--fail-on", "error") == (0, [])


def test_a_language_of_its_own(site: Site) -> None:
    _broken(site, '[language.fr.check]\nseverity = { link-changed = "off" }\n')
    assert _findings(site) == (0, [])
    assert _findings(site, "--select", "link") == (1, [f"27  error  link-changed  {SAYS}"])


def test_build_obeys_as_well(site: Site) -> None:
    _broken(site, '[check]\nselect = ["code"]\n')
    result = site.l10n("build", "--min-complete", "0")
    assert (result.code, SAYS in result.out) == (0, False)
    site.write("l10n.toml", SETTINGS)
    result = site.l10n("build", "--min-complete", "0")
    assert (result.code, SAYS in result.out) == (1, True)


def test_unknown_rules_are_told_with_their_lines(site: Site) -> None:
    wrong = '[check]\nignore = ["link-chnged"]\nfail_on = "error"\n'
    site.write("l10n.toml", SETTINGS + wrong)
    for command in ("check", "build", "run"):
        result = site.l10n(command)
        assert result.code == 2
        first, second = result.err.split("error: ")[1:]
        assert first.startswith('l10n.toml:9: there is no rule named "link-chnged"\n  allowed: ')
        assert first.endswith('  to do: write "link-changed"\n')
        assert second == (
            'l10n.toml:10: unknown key "fail_on"\n'
            '  allowed: select, ignore, fail-on, severity\n  to do: write "fail-on"\n'
        )


def test_a_catalog_named_twice_is_told_of_once(site: Site) -> None:
    _broken(site, "")
    once = _findings(site)
    assert once == (1, [f"27  error  link-changed  {SAYS}"])
    assert _findings(site, CATALOG, "fr") == once
    assert _findings(site, "fr", CATALOG, f"./{CATALOG}", "fr") == once
    assert _findings(site, CATALOG, str(site.root / CATALOG)) == once


def test_a_post_or_folder_is_no_catalog(site: Site) -> None:
    for name in ("posts/letter.md", "locales/fr", "letter.MDX"):
        result = site.l10n("check", name)
        assert (result.code, result.err) == (
            2,
            f"error: {name}: neither a language nor a PO file\n"
            "  allowed: languages such as fr, or files that end in .po\n"
            "  to do: for a post that was translated by hand: l10n check TRANSLATED.md --against"
            " SOURCE.md\n",
        )


def test_letters_that_the_terminal_has_not_are_spelled_out(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.l10n("extract")
    site.fill(CATALOG, {"Hello": "Salut l’été\u200b!"})
    for name, value in {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}.items():
        monkeypatch.setenv(name, value)
    with site.start("check", "--select", "text-invisible") as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert b"Salut l\\u2019\\xe9t\\xe9" in out


def test_rules_says_what_it_was_asked_for(site: Site) -> None:
    result = site.l10n("rules", "link-mising")
    assert (result.code, result.err.split("\n")[0]) == (
        2,
        "error: NAME: there is no rule named 'link-mising'",
    )
    assert result.err.endswith("  to do: did you mean 'link-missing'?\n")
    assert "lists all rules" in site.l10n("rules", "foo").err


def test_a_catalog_from_elsewhere_is_in_the_language_of_its_header(site: Site) -> None:
    _broken(site, "")
    site.write("inbox/letter from Ada.po", site.read(CATALOG))
    assert _findings(site, "inbox/letter from Ada.po")[0] == 1
    result = site.l10n("check", "inbox/letter from Ada.po", "--format", "json")
    assert {each["language"] for each in json.loads(result.out)["findings"]} == {"fr"}
