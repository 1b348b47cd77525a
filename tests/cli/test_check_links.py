"""Links that rightly lead elsewhere: to posts of the project, and where `[links]` says so."""

from tests.cli.conftest import SETTINGS, Site
from tests.cli.test_check_formats import CATALOG

LINKS = "[one](more.md), [two](/en/other/), [three](https://en.wiki.example/wiki/Cat)."
RIGHT = "[un](plus.md), [deux](/fr/other/), [trois](https://fr.wiki.example/wiki/Chat)."
REWRITE = """
[links]
rewrite = [{ from = "https://en.wiki.example/*", to = "https://{lang}.wiki.example/*" }]
[language.fr]
spacing = "nbsp"
"""


def test_localized_targets_are_right(site: Site) -> None:
    site.write("l10n.toml", f'{SETTINGS}url = "/{{lang}}/{{post}}/"\n{REWRITE}')
    site.write("posts/letter.md", LINKS)
    for name in ("more", "other"):
        site.write(f"posts/{name}.md", "Words.")
    site.l10n("extract")
    site.fill(CATALOG, {LINKS: RIGHT.replace("plus.md", "../fr/more.md")})
    assert site.l10n("check", "--select", "link").out == "nothing found in 3 messages\n"
    site.fill(CATALOG, {LINKS: RIGHT})
    found = site.l10n("check", "--select", "link").out
    assert "plus.md stands where the source links to more.md" in found
    assert found.endswith("\n1 error in 3 messages\n")


def test_a_hand_translation_obeys_too(site: Site) -> None:
    site.write("l10n.toml", f'{SETTINGS}url = "/{{lang}}/{{post}}/"\n{REWRITE}')
    site.write("posts/letter.md", LINKS)
    for name in ("more", "other"):
        site.write(f"posts/{name}.md", "Words.")
    site.write("site/fr/letter.md", RIGHT.replace("plus.md", "more.md"))
    result = site.l10n("check", "site/fr/letter.md", "--against", "posts/letter.md")
    assert result.out == "nothing found in 1 message\n"


def test_the_style_of_the_house(site: Site) -> None:
    site.write("l10n.toml", SETTINGS + REWRITE)
    site.write("posts/letter.md", "Why?")
    site.l10n("extract")
    site.fill(CATALOG, {"Why?": "Pourquoi\u202f?"})
    site.l10n("check", "--fix")
    assert 'msgstr "Pourquoi\u00a0?"' in site.read(CATALOG).decode()
