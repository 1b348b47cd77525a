"""`[check]` in the configuration, seen from the command line."""

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
