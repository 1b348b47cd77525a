"""`l10n adopt`: what a person wrote reaches the catalog, and is never replaced unseen."""

import json
import subprocess
from itertools import permutations

import polib
import pytest

from l10n.project import digest
from tests.cli.conftest import Site

SEEN = f".l10n/synced/fr/{digest(b'mole').hex()}"

SOURCE = """\
---
title: The mole's letter
---
# Under the lawn

The mole has dug 12 tunnels since March, says [the survey](https://moles.example/survey).

Nobody had asked it to. The gardener counted [40 hills](https://moles.example/hills) before
breakfast, and gave up counting after the second cup of coffee.

## What to read

- [A field guide to tunnels](https://moles.example/guide), with drawings by the author

![A tunnel](tunnel.png)

Next month we visit the badger at home.
"""
HAND = """\
---
title: La lettre de la taupe
---
# Sous la pelouse

<!-- The mole has dug 12 tunnels since March -->
La taupe a creusé 12 tunnels depuis mars, selon [l'enquête](https://moles.example/survey).

Personne ne le lui avait demandé. Le jardinier a compté [40 taupinières](https://moles.example/hills)
avant le petit-déjeuner, puis a renoncé après la deuxième tasse de café.

## À lire

- [Guide des tunnels](https://moles.example/guide), avec des dessins de l'auteur

![A tunnel](tunnel.png)

Le mois prochain, nous rendrons visite au blaireau chez lui.
"""
MOLE = "The mole has dug 12 tunnels since March, says [the survey](https://moles.example/survey)."
TAUPE = "La taupe a creusé 12 tunnels depuis mars, selon [l'enquête](https://moles.example/survey)."
CATALOG, POST = "locales/fr/mole.po", "site/fr/mole.md"
REVIEW = "locales/fr/mole.adopt.yml"


@pytest.fixture
def moles(site: Site) -> Site:
    (site.root / "posts/letter.md").unlink()
    site.write("posts/mole.md", SOURCE)
    site.write(POST, HAND)
    return site


def _texts(site: Site) -> dict[str, str]:
    file = polib.pofile(str(site.root / CATALOG))
    return {one.msgid: one.msgstr for one in file if not one.obsolete}


def test_a_hand_translation_fills_its_catalog(moles: Site) -> None:
    result = moles.l10n("adopt", "fr")
    assert (result.code, result.err) == (0, "")
    texts = _texts(moles)
    assert texts[MOLE] == TAUPE
    assert texts["The mole's letter"] == "La lettre de la taupe"
    assert "8 segments: 8 filled (100 %), 0 in doubt (0 %), 0 unpaired (0 %)" in result.out
    assert result.out.endswith("1 post: 8 messages filled, 0 updated\n")
    assert REVIEW not in moles.files()


def test_extract_and_build_have_nothing_to_add(moles: Site) -> None:
    moles.l10n("adopt", "fr")
    assert moles.l10n("extract", "--check").code == 0
    built = moles.l10n("build", "fr")
    assert (built.code, built.err) == (0, "")
    assert "<!--" not in moles.read(POST).decode()
    before = moles.files()
    assert moles.l10n("adopt", "fr").code == 0
    assert moles.files() == before


def test_a_second_run_writes_nothing(moles: Site) -> None:
    moles.l10n("adopt", "fr")
    before = moles.files()
    result = moles.l10n("adopt", "fr")
    assert result.out.endswith("1 post: 0 messages filled, 0 updated\n")
    assert moles.files() == before


def test_json_without_a_project_pairs_lines(site: Site) -> None:
    (site.root / "l10n.toml").unlink()
    site.write("en.md", SOURCE)
    site.write("fr.md", HAND)
    before = site.files()
    result = site.l10n("adopt", "fr", "en.md", "fr.md", "--dry-run", "--format", "json")
    assert (result.code, result.err) == (0, "")
    said = json.loads(result.out)
    assert said["version"] == 1
    pairs = [(tuple(one["source"]), tuple(one["target"])) for one in said["pairs"]]
    assert pairs == [
        ((2, 2), (2, 2)),
        ((4, 4), (4, 4)),
        ((6, 6), (7, 7)),
        ((8, 9), (9, 10)),
        ((11, 11), (12, 12)),
        ((13, 13), (14, 14)),
        ((15, 15), (16, 16)),
        ((17, 17), (18, 18)),
    ]
    assert all(0 <= one["score"] <= 1 for one in said["pairs"])
    assert (said["source_only"], said["target_only"]) == ([], [])
    assert [one["source"] for one in said["posts"]] == ["en.md"]
    assert site.files() == before


def test_dry_run_writes_nothing(moles: Site) -> None:
    before = moles.files()
    assert moles.l10n("adopt", "fr", "--dry-run").out.endswith(
        "1 post: 8 messages would be filled, 0 would be updated\n"
    )
    assert moles.files() == before


def test_a_source_that_is_no_post_cannot_be_written_to(moles: Site) -> None:
    moles.write("other.md", SOURCE)
    result = moles.l10n("adopt", "fr", "other.md", POST)
    assert result.code == 2
    assert result.err == (
        "error: other.md: is no post of a project, so that there is no catalog to fill\n"
        "  allowed: the source of one of the project's posts\n"
        "  to do: add it to [[posts]] in l10n.toml, or add --dry-run to see how the two compare\n"
    )


def test_a_source_without_its_translation(moles: Site) -> None:
    result = moles.l10n("adopt", "fr", "posts/mole.md")
    assert result.code == 2
    assert result.err == (
        "error: TRANSLATED: there is no translation of it\n"
        "  allowed: a post\n"
        "  to do: l10n adopt fr posts/mole.md TRANSLATED.md\n"
    )


def test_a_fix_in_the_published_post_reaches_the_catalog(moles: Site) -> None:
    moles.l10n("adopt", "fr")
    moles.l10n("build", "fr")
    moles.write(
        POST,
        moles.read(POST).replace(b"a creus\xc3\xa9 12", b"a d\xc3\xa9j\xc3\xa0 creus\xc3\xa9 12"),
    )
    held = moles.l10n("build", "fr")
    assert held.err == (
        "note: site/fr/mole.md has words of people that its catalog has not, and is left as it is\n"
        "  to do: run `l10n adopt LANG`, decide what it leaves in .adopt.yml, build again\n"
    )
    result = moles.l10n("adopt", "fr")
    assert (result.code, result.err) == (0, "")
    assert _texts(moles)[MOLE] == TAUPE.replace("a creusé", "a déjà creusé")
    assert result.out.endswith("1 post: 0 messages filled, 1 updated\n")
    before = moles.files()
    assert moles.l10n("build", "fr").err == ""
    assert moles.files() == before


OURS, THEIRS = TAUPE.replace("creusé", "foré"), TAUPE.replace("selon", "d'après")


@pytest.mark.parametrize("built", [False, True])
@pytest.mark.parametrize(
    "order",
    [order for size in (1, 2, 3) for order in permutations(("catalog", "post", "adopt"), size)],
    ids="-".join,
)
def test_every_order_of_edits(moles: Site, order: tuple[str, ...], built: bool) -> None:
    """Whatever is done in between, each person's wording is in the catalog or in the post."""
    moles.l10n("adopt", "fr")
    if built:
        moles.l10n("build", "fr")
    seen: list[str] = []
    for step in order:
        match step:
            case "catalog":
                moles.fill(CATALOG, {MOLE: OURS})
                seen = [*([THEIRS] if THEIRS in seen and not _adopted(moles) else []), OURS]
            case "post":
                text = moles.read(POST).decode()
                now = next(one for one in (TAUPE, OURS) if one in text)
                moles.write(POST, text.replace(now, THEIRS))
                seen.append(THEIRS)
            case _:
                moles.l10n("adopt", "fr")
    code = moles.l10n("adopt", "fr").code
    catalog, post = _texts(moles)[MOLE], moles.read(POST).decode()
    for text in seen:
        assert text == catalog or text in post
    conflict = {"catalog", "post"} <= set(order) and order != ("post", "adopt", "catalog")
    assert code == (1 if conflict else 0)
    moles.l10n("build", "fr", "--no-check")
    post = moles.read(POST).decode()
    for text in seen if conflict else seen[-1:]:
        assert text == catalog or text in post


def _adopted(site: Site) -> bool:
    return _texts(site)[MOLE] == THEIRS


def _conflict(site: Site) -> str:
    site.l10n("adopt", "fr")
    site.fill(CATALOG, {MOLE: OURS})
    site.write(POST, site.read(POST).decode().replace(TAUPE, THEIRS))
    result = site.l10n("adopt", "fr")
    assert result.code == 1
    return result.out


def test_a_conflict_shows_both_texts(moles: Site) -> None:
    before = None
    out = _conflict(moles)
    assert f"catalog: {OURS}" in out and f"post:    {THEIRS}" in out
    assert "in conflict, nothing was written:" in out
    before = moles.files()
    assert moles.l10n("adopt", "fr").code == 1
    assert moles.files() == before
    review = moles.read(REVIEW).decode()
    assert review.startswith(
        "# What `l10n adopt fr` could not settle in site/fr/mole.md.\n"
        "# Decide below and run it again; what is settled goes from this file.\n"
        "\n"
        "# The catalog and the post differ. take: catalog, or take: post\n"
        "conflicts:\n"
    )


@pytest.mark.parametrize(("take", "wins"), [("catalog", OURS), ("post", THEIRS)])
def test_a_conflict_is_decided_in_the_review_file(moles: Site, take: str, wins: str) -> None:
    _conflict(moles)
    review = moles.read(REVIEW).decode()
    moles.write(REVIEW, review.replace("take:\n", f"take: {take}\n"))
    assert moles.l10n("adopt", "fr").code == 0
    assert _texts(moles)[MOLE] == wins
    assert REVIEW not in moles.files()
    assert moles.l10n("adopt", "fr").code == 0
    assert moles.l10n("build", "fr", "--no-check").err == ""
    assert wins in moles.read(POST).decode()


def test_without_a_base_git_tells_who_is_newer(moles: Site) -> None:
    moles.l10n("adopt", "fr")
    git = ("git", "-C", str(moles.root), "-c", "user.name=n", "-c", "user.email=e@x.example")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        subprocess.run([*git, *arguments], check=True, capture_output=True)
    seen = moles.root / SEEN
    moles.fill(CATALOG, {MOLE: OURS})
    seen.write_bytes(b"damaged")
    assert moles.l10n("adopt", "fr").code == 0
    assert _texts(moles)[MOLE] == OURS
    moles.write(POST, moles.read(POST).decode().replace("blaireau", "hérisson"))
    seen.unlink()
    assert moles.l10n("adopt", "fr").code == 0
    assert "hérisson" in _texts(moles)["Next month we visit the badger at home."]
    assert _texts(moles)[MOLE] == OURS


def test_without_a_base_and_git_a_difference_is_a_conflict(moles: Site) -> None:
    moles.l10n("adopt", "fr")
    moles.fill(CATALOG, {MOLE: OURS})
    (moles.root / SEEN).unlink()
    before = moles.read(CATALOG)
    assert moles.l10n("adopt", "fr").code == 1
    assert moles.read(CATALOG) == before


MERGED = """\
# Sous la pelouse

La taupe a creusé 12 tunnels depuis mars, selon [l'enquête](https://moles.example/survey). Personne
ne le lui avait demandé. Le jardinier a compté [40 taupinières](https://moles.example/hills) avant
le petit-déjeuner, puis a renoncé après la deuxième tasse de café.

## À lire

- [Guide des tunnels](https://moles.example/guide), avec des dessins de l'auteur

Le mois prochain, nous rendrons visite au blaireau chez lui.
"""


def test_a_merged_paragraph_is_cut_into_drafts(moles: Site) -> None:
    moles.write(POST, MERGED)
    moles.l10n("adopt", "fr")
    entry = polib.pofile(str(moles.root / CATALOG)).find(MOLE)
    assert entry.fuzzy
    assert entry.msgstr == TAUPE
    assert entry.tcomment.startswith("adopted from site/fr/mole.md, score ")
    assert moles.l10n("extract", "--check").code == 0
    before = moles.files()
    moles.l10n("adopt", "fr")
    assert moles.files() == before


@pytest.mark.parametrize(
    ("word", "fuzzy", "text"), [("accept", False, TAUPE), ("reject", False, "")]
)
def test_drafts_are_decided_in_the_review_file(
    moles: Site, word: str, fuzzy: bool, text: str
) -> None:
    moles.write(POST, MERGED)
    moles.l10n("adopt", "fr")
    review = moles.read(REVIEW).decode()
    head, line, tail = review.partition(": The mole has dug")
    moles.write(REVIEW, head + line + tail.replace("    do: draft", f"    do: {word}", 1))
    moles.l10n("adopt", "fr")
    entry = polib.pofile(str(moles.root / CATALOG)).find(MOLE)
    assert (entry.fuzzy, entry.msgstr, entry.tcomment) == (fuzzy, text, "")
    assert ("do: reject" in moles.read(REVIEW).decode()) == (word == "reject")
    before = moles.files()
    moles.l10n("adopt", "fr")
    assert moles.files() == before


def test_what_was_not_found_is_paired_by_hand(moles: Site) -> None:
    moles.write(POST, HAND.replace("title: La lettre de la taupe\n", "name: x\n"))
    result = moles.l10n("adopt", "fr")
    assert "not found in the translation:\n    2 The mole's letter\n" in result.out
    review = moles.read(REVIEW).decode()
    moles.write(REVIEW, review.replace("target:\n", "target: 99\n"))
    wrong = moles.l10n("adopt", "fr")
    assert wrong.code == 2
    assert wrong.err == (
        "error: locales/fr/mole.adopt.yml:8: no text stands on lines 99 of site/fr/mole.md\n"
        "  to do: look the lines up in the translated post\n"
    )
    moles.write(REVIEW, review.replace("target:\n", "target: 4\n"))
    assert moles.l10n("adopt", "fr").code == 0
    assert _texts(moles)["The mole's letter"] == "Sous la pelouse"
    assert REVIEW not in moles.files()


def test_nothing_corresponds_may_be_said_once_for_all(moles: Site) -> None:
    moles.write(POST, HAND.replace("title: La lettre de la taupe\n", "name: x\n"))
    moles.l10n("adopt", "fr")
    review = moles.read(REVIEW).decode().replace("target:\n", "target: none\n")
    moles.write(REVIEW, review)
    assert moles.l10n("adopt", "fr").code == 0
    assert moles.read(REVIEW).decode() == review


def test_flaws_of_a_review_file_are_told_at_once(moles: Site) -> None:
    moles.write(
        REVIEW,
        'doubtful:\n  "a1":\n    do: acept\n  "a2":\n    dо: draft\nconflict:\n'
        'unpaired:\n  "a3":\n    target: x\n',
    )
    result = moles.l10n("adopt", "fr")
    assert result.code == 2
    assert result.err == (
        'error: locales/fr/mole.adopt.yml:3: "do" is "acept"\n'
        "  allowed: draft, accept, reject\n"
        "  to do: write one of them, or leave do empty\n"
        'error: locales/fr/mole.adopt.yml:5: unknown key "dо"\n'
        "  allowed: do\n"
        "  to do: remove it\n"
        'error: locales/fr/mole.adopt.yml:6: unknown key "conflict"\n'
        "  allowed: conflicts, doubtful, unpaired, extra\n"
        '  to do: write "conflicts"\n'
        'error: locales/fr/mole.adopt.yml:9: "target" is "x"\n'
        '  allowed: lines of the translated post, such as 41 or 41-43, or "none"\n'
        "  to do: look the lines up in the translated post\n"
    )


def test_paragraphs_that_were_split_are_joined(moles: Site) -> None:
    moles.write(POST, HAND.replace("demandé. Le", "demandé.\n\nLe"))
    moles.l10n("adopt", "fr")
    text = next(text for msgid, text in _texts(moles).items() if msgid.startswith("Nobody"))
    assert text.startswith("Personne ne le lui avait demandé. Le jardinier a compté")


def test_prose_left_in_the_source_language_is_no_translation(moles: Site) -> None:
    last = "Next month we visit the badger at home."
    moles.write(
        POST, HAND.replace("Le mois prochain, nous rendrons visite au blaireau chez lui.", last)
    )
    result = moles.l10n("adopt", "fr")
    assert _texts(moles)[last] == ""
    assert f"still in the source language:\n    17 {last}\n" in result.out


def test_diff_shows_what_the_built_post_says_otherwise(moles: Site) -> None:
    item = "- [Guide des tunnels](https://moles.example/guide), avec des dessins de l'auteur\n\n"
    moles.write(POST, HAND.replace(item, ""))
    result = moles.l10n("adopt", "fr", "--diff", "--dry-run")
    assert "+A field guide to tunnels, with drawings by the author\n" in result.out
    assert sum(line[:1] in ("-", "+") for line in result.out.split("\n")) == 3


def test_what_stands_elsewhere_is_adopted_from_there(moles: Site) -> None:
    (moles.root / POST).unlink()
    moles.write("old/taupe.md", HAND)
    assert moles.l10n("adopt", "fr", "posts/mole.md", "old/taupe.md").code == 0
    moles.l10n("build", "fr")
    moles.fill(CATALOG, {MOLE: OURS})
    moles.l10n("build", "fr")
    assert moles.l10n("adopt", "fr", "posts/mole.md", "old/taupe.md").code == 0
    assert _texts(moles)[MOLE] == OURS


def test_a_post_with_passages_of_its_own_is_left_alone_until_told(moles: Site) -> None:
    own = "## Courrier\n\nUne parenthèse : écrivez à [la rédaction](https://x.example/mail)."
    moles.write(POST, HAND.replace("## À lire", f"{own}\n\n## À lire"))
    moles.l10n("adopt", "fr")
    before = moles.read(POST)
    assert "is left as it is" in moles.l10n("build", "fr", "--no-check", "--min-complete", "0").err
    assert moles.read(POST) == before
    head, line, tail = moles.read(REVIEW).decode().partition("extra:")
    moles.write(REVIEW, head + line + tail.replace("do: keep", "do: drop"))
    assert moles.l10n("adopt", "fr").code == 0
    assert moles.l10n("build", "fr", "--no-check", "--min-complete", "0").err == ""
    assert "parenthèse" not in moles.read(POST).decode()
    moles.l10n("adopt", "fr")
    assert REVIEW not in moles.files()


def _entry(site: Site, msgid: str) -> polib.POEntry:
    return polib.pofile(str(site.root / CATALOG)).find(msgid)


def test_what_a_build_would_leave_out_is_a_draft(moles: Site) -> None:
    (moles.root / "l10n.toml").write_text(
        (moles.root / "l10n.toml").read_text().replace('"gfm"', '"kramdown"')
    )
    moles.write(POST, HAND.replace("La taupe a creusé", "La taupe {% include x %} a creusé"))
    result = moles.l10n("adopt", "fr")
    assert "left out by a build, now drafts:" in result.out
    entry = _entry(moles, MOLE)
    assert entry.fuzzy
    assert entry.tcomment.endswith(
        ": it would add or lose tags, Liquid, shortcodes or footnotes that the source has otherwise"
    )
    before = moles.files()
    moles.l10n("adopt", "fr")
    assert moles.files() == before


def test_the_more_frequent_rendering_wins(moles: Site) -> None:
    more = (
        "\n\n## Paths\n\nSee [a](https://x.example/a).\n\n## Paths\n\nSee [b](https://x.example/b)."
    )
    more += "\n\n## Paths\n\nSee [c](https://x.example/c).\n"
    theirs = more.replace("See", "Voir").replace("Paths", "Chemins", 2).replace("Paths", "Sentiers")
    moles.write("posts/mole.md", SOURCE.rstrip("\n") + more)
    moles.write(POST, HAND.rstrip("\n") + theirs)
    result = moles.l10n("adopt", "fr", "--threshold", "0.6")
    assert result.code == 0
    assert "rendered otherwise elsewhere:\n" in result.out
    assert "Sentiers, elsewhere Chemins\n" in result.out
    assert _texts(moles)["Paths"] == "Chemins"
    before = moles.files()
    assert moles.l10n("adopt", "fr", "--threshold", "0.6").code == 0
    assert moles.files() == before


def test_what_a_build_left_in_the_source_language_is_not_adopted(moles: Site) -> None:
    (moles.root / POST).unlink()
    moles.l10n("extract")
    moles.l10n("build", "--min-complete", "0")
    assert moles.l10n("adopt", "fr").out.endswith("1 post: 0 messages filled, 0 updated\n")
    (moles.root / SEEN).unlink()
    assert moles.l10n("adopt", "fr").out.endswith("1 post: 0 messages filled, 0 updated\n")


def test_drafts_that_nobody_touched_follow_the_post(moles: Site) -> None:
    moles.write(POST, MERGED)
    moles.l10n("adopt", "fr")
    moles.write(POST, MERGED.replace("12 tunnels", "12 longs tunnels"))
    assert moles.l10n("adopt", "fr").code == 0
    assert _entry(moles, MOLE).msgstr == TAUPE.replace("12 tunnels", "12 longs tunnels")
    moles.fill(CATALOG, {MOLE: OURS})
    moles.l10n("adopt", "fr")
    assert _entry(moles, MOLE).msgstr == OURS


def test_links_that_a_build_localized_are_no_edits(moles: Site) -> None:
    settings = (moles.root / "l10n.toml").read_text()
    moles.write("l10n.toml", settings + 'url = "/{lang}/{post}/"\n')
    moles.write("posts/mole.md", SOURCE.replace("https://moles.example/guide", "/en/mole/"))
    moles.write(POST, HAND.replace("https://moles.example/guide", "/fr/mole/"))
    moles.l10n("adopt", "fr", "--threshold", "0.6")
    assert any("](/en/mole/)" in text for text in _texts(moles).values())
    moles.l10n("build", "--no-check")
    assert "](/fr/mole/)" in moles.read(POST).decode()
    before = moles.files()
    assert moles.l10n("adopt", "fr").out.endswith("1 post: 0 messages filled, 0 updated\n")
    assert moles.files() == before


def test_what_is_no_language(site: Site) -> None:
    (site.root / "l10n.toml").unlink()
    result = site.l10n("adopt", "klingonish", "en.md", "fr.md", "--dry-run")
    assert result.code == 2
    assert result.err == (
        'error: LANG: "klingonish" is no language\n'
        "  allowed: a BCP 47 tag\n"
        "  to do: such as pt-BR\n"
    )


def test_a_diff_needs_a_catalog(moles: Site) -> None:
    moles.write("other.md", SOURCE)
    result = moles.l10n("adopt", "fr", "other.md", POST, "--dry-run", "--diff")
    assert result.code == 2
    assert result.err == (
        "error: --diff: there is no catalog to build the post from\n"
        "  allowed: posts of a project\n"
        "  to do: leave the option out\n"
    )


def test_flaws_of_one_review_file_keep_all_posts_from_being_written(moles: Site) -> None:
    moles.write("posts/an.md", SOURCE)
    moles.write("site/fr/an.md", HAND)
    moles.write(REVIEW, "doubtful: yes\n")
    before = moles.files()
    result = moles.l10n("adopt", "fr")
    assert result.code == 2
    assert result.err == (
        'error: locales/fr/mole.adopt.yml:1: "yes" stands where keys are expected\n  allowed: do\n'
    )
    assert moles.files() == before


def test_json_of_a_post_that_was_adopted(moles: Site) -> None:
    said = json.loads(moles.l10n("adopt", "fr", "--format", "json").out)
    assert len(said["pairs"]) == 8
    (post,) = said["posts"]
    assert {name: post[name] for name in ("post", "source", "target", "segments", "filled")} == {
        "post": "mole",
        "source": "posts/mole.md",
        "target": POST,
        "segments": 8,
        "filled": 8,
    }
    assert post["pairs"] == said["pairs"]
    assert (post["in_doubt"], post["unpaired"], post["adopted"], post["listed"]) == (0, 0, 8, [])


def test_words_in_code_are_told_of_and_kept(moles: Site) -> None:
    code = "\n```py\ndig(3)  # {}\n```\n"
    moles.write("posts/mole.md", SOURCE + code.format("metres"))
    moles.write(POST, HAND + code.format("en m\u00e8tres"))
    result = moles.l10n("adopt", "fr")
    assert "code or HTML with words of its own, which no catalog holds:\n    20-22 " in result.out
    before = moles.read(POST)
    assert "is left as it is" in moles.l10n("build", "--no-check", "--min-complete", "0").err
    assert moles.read(POST) == before


def test_a_post_may_be_called_as_the_folder_of_another_is(site: Site) -> None:
    """Where what was last the same is kept took post ids for names of files."""
    site.write("posts/mole.md", "# The mole digs\n")
    site.write("posts/mole/badger.md", "# The badger helps\n")
    for arguments in (("extract",), ("build", "--min-complete", "0"), ("build",), ("adopt", "fr")):
        result = site.l10n(*arguments)
        assert (result.code, "folder" in result.err) == (0, False), result.err
