"""The way of a post: extracted, translated, built, edited, built again."""

import json

from tests.cli.conftest import POST, Site

CATALOG = "locales/fr/letter.po"
WORDS = {
    "A letter": "Une lettre : « la première »",
    "Hello": "Bonjour",
    "See [the docs](https://x.example/docs) and run `make`.": (
        "Voyez [la doc](https://x.example/docs) et lancez `make`."
    ),
    "one thing": "une chose",
    "another thing": "une autre",
}
BUILT = """\
---
title: "Une lettre : « la première »"
---
# Bonjour

Voyez [la doc](https://x.example/docs) et lancez `make`.

- une chose
- une autre
"""


def test_from_post_to_localized_post(site: Site) -> None:
    result = site.l10n("extract")
    assert (result.code, result.out) == (0, "1 post × fr: 2 files written\n")
    site.fill(CATALOG, WORDS)
    result = site.l10n("build")
    assert (result.code, result.out) == (0, "fr: 1 post built in site/fr/\n")
    assert site.read("site/fr/letter.md").decode() == BUILT


def test_a_second_extract_writes_nothing(site: Site) -> None:
    site.l10n("extract")
    site.fill(CATALOG, WORDS)
    before = site.files()
    assert site.l10n("extract").out == "1 post × fr: 0 files written\n"
    assert site.files() == before
    result = site.l10n("extract", "--check")
    assert (result.code, result.out) == (0, "1 post × fr: 0 files would change\n")


def test_extract_check_fails_where_files_would_change(site: Site) -> None:
    result = site.l10n("extract", "--check")
    assert result.code == 1
    assert result.out == (
        "would write locales/templates/letter.pot\n"
        "would write locales/fr/letter.po\n"
        "1 post × fr: 2 files would change\n"
    )
    assert sorted(site.files()) == ["l10n.toml", "posts/letter.md"]


def test_messages_equal_to_their_source_give_back_its_bytes(site: Site) -> None:
    site.l10n("extract")
    site.fill(CATALOG, {msgid: msgid for msgid in WORDS})
    site.l10n("build")
    assert site.read("site/fr/letter.md") == POST


def test_incomplete_posts_are_held_back_and_named(site: Site) -> None:
    site.l10n("extract")
    site.fill(CATALOG, {"Hello": "Bonjour"})
    result = site.l10n("build")
    assert result.code == 0
    assert result.out == "fr: 0 posts built; 1 held back, not complete: letter (20 %)\n"
    assert result.err == (
        "note: --min-complete 20 publishes incomplete posts too, the rest in the source\n"
    )
    assert "site/fr/letter.md" not in site.files()
    result = site.l10n("build", "--min-complete", "20")
    assert result.out == "fr: 1 post built in site/fr/, in part: letter (20 %)\n"
    assert site.read("site/fr/letter.md") == POST.replace(b"# Hello", b"# Bonjour")


def test_drafts_are_published_only_when_asked_for(site: Site) -> None:
    site.l10n("extract")
    site.fill(CATALOG, WORDS, fuzzy=True)
    assert site.l10n("build").out == "fr: 0 posts built; 1 held back, not complete: letter (0 %)\n"
    site.l10n("build", "--include-drafts")
    assert site.read("site/fr/letter.md").decode() == BUILT


def test_edits_of_the_source_lose_no_translation(site: Site) -> None:
    site.l10n("extract")
    site.fill(CATALOG, WORDS)
    edited = POST.replace(b"# Hello", b"Hello\n=====").replace(b"- one", b"* one")
    edited = edited.replace(b"- another", b"* another").replace(b"/docs)", b"/manual)")
    site.write("posts/letter.md", edited)
    site.l10n("extract")
    result = site.l10n("build")
    assert result.out == "fr: 1 post built in site/fr/\n"
    built = site.read("site/fr/letter.md").decode()
    assert "Bonjour\n=====" in built
    assert "[la doc](https://x.example/manual)" in built
    assert "* une chose" in built


def test_status_counts(site: Site) -> None:
    site.l10n("extract")
    site.fill(CATALOG, {"Hello": "Bonjour"})
    site.fill(CATALOG, {"one thing": "une chose"}, fuzzy=True)
    result = site.l10n("status", "--format", "json")
    assert result.code == 0
    assert json.loads(result.out) == {
        "version": 1,
        "languages": {
            "fr": {
                "posts": 1,
                "messages": 5,
                "translated": 1,
                "draft": 1,
                "outdated": 0,
                "untranslated": 3,
                "words": 12,
                "words_translated": 1,
            }
        },
    }


def test_run_does_all_of_it(site: Site) -> None:
    site.l10n("extract")
    site.fill(CATALOG, WORDS)
    result = site.l10n("run")
    assert result.code == 0
    assert result.out.startswith(
        "extract: 1 post, 0 files written\nfr: 1 post built in site/fr/\n\nlanguage"
    )
    assert site.read("site/fr/letter.md").decode() == BUILT


def test_links_follow_the_readers_language_where_the_post_is_published(site: Site) -> None:
    toml = site.read("l10n.toml").decode()
    site.write("l10n.toml", toml + 'url = "/{lang}/{slug}/"\n')
    site.write("posts/second.md", "Back to [the letter](/en/letter/#top), not to `/en/letter/`.\n")
    site.l10n("extract")
    site.fill(
        "locales/fr/second.po",
        {
            "Back to [the letter](/en/letter/#top), not to `/en/letter/`.": (
                "Retour à [la lettre](/en/letter/#top), pas à `/en/letter/`."
            )
        },
    )
    site.l10n("build")
    assert "(/en/letter/#top)" in site.read("site/fr/second.md").decode()  # not published yet
    site.fill(CATALOG, WORDS)
    site.l10n("build")
    assert site.read("site/fr/second.md").decode() == (
        "Retour à [la lettre](/fr/letter/#top), pas à `/en/letter/`.\n"
    )


def test_a_translation_that_would_break_the_page_is_told_of(site: Site) -> None:
    site.l10n("extract")
    site.fill(CATALOG, WORDS | {"one thing": "une {% raw %} chose"})
    result = site.l10n("build")
    assert result.code == 1
    assert "markup-structure" in result.out
    assert b"- one thing\n- une autre" in site.read("site/fr/letter.md")


def test_a_pattern_that_matches_nothing_is_told_of(site: Site) -> None:
    (site.root / "posts/letter.md").unlink()
    result = site.l10n("extract")
    assert (result.code, result.out) == (0, "0 posts × fr: 0 files written\n")
    assert result.err == "note: no post matches posts/*.md; check source in the configuration\n"


def test_many_incomplete_posts_are_named_briefly(site: Site) -> None:
    for number in range(9):
        site.write(f"posts/note-{number}.md", "Words.\n")
    site.l10n("extract")
    site.fill(CATALOG, {"Hello": "Bonjour"})
    assert site.l10n("build").out == (
        "fr: 0 posts built; 10 held back, not complete: letter (20 %), note-0 (0 %), note-1 (0 %),"
        " note-2 (0 %), note-3 (0 %), note-4 (0 %) and 4 more\n"
    )
