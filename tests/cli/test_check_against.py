"""`l10n check TRANSLATED.md --against SOURCE.md`: a hand translation without a catalog."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Result, Site

SOURCE = """\
---
title: The mole's letter
layout: post
---
# Under the lawn

The mole has dug 12 tunnels since March, says [the survey](https://moles.example/survey).

![A tunnel seen from the side](tunnel.png)

Nobody had asked it to. The gardener counted [40 hills](https://moles.example/hills) before
breakfast, and gave up counting after the second cup of coffee.

## What to read

- [A field guide to tunnels](https://moles.example/guide), with drawings by the author
- `dig(3)`, explained in ten lines by a patient badger from the Harz mountains

```
dig(3)  # metres
```

Next month we visit the badger at home.
"""
TRANSLATION = """\
---
title: La lettre de la taupe
layout: post
---
# Sous la pelouse

La taupe a creusé 21 tunnels depuis mars, selon [l'enquête](https://moles.example/survey).

Personne ne le lui avait demandé. Le jardinier a compté [40 taupinières]
(https://moles.example/hills) avant le petit-déjeuner, puis a renoncé après le deuxième café.

## À lire

- [Guide des tunnels](https://moles.example/guide), avec des dessins de l'auteur
- `creuse(3)`, expliqué en dix lignes par un blaireau patient du massif du Harz

```
dig(3)  # mètres
```
"""


@pytest.fixture
def pair(site: Site) -> Site:
    (site.root / "l10n.toml").unlink(missing_ok=True)
    site.write("en.md", SOURCE)
    site.write("fr.md", TRANSLATION)
    return site


def _check(site: Site, *more: str) -> Result:
    return site.l10n("check", "fr.md", "--against", "en.md", "--language", "fr", *more)


def _found(result: Result) -> list[dict[str, Any]]:
    findings: list[dict[str, Any]] = json.loads(result.out)["findings"]
    return findings


def test_findings_are_on_the_lines_of_the_translation(pair: Site) -> None:
    result = _check(pair, "--format", "json")
    assert result.code == 1
    told = {
        (one["rule"], one["line"], one["end_line"])
        for one in _found(result)
        if one["severity"] != "info"
    }
    assert told == {
        ("number-changed", 7, 7),
        ("image-missing", 7, 7),
        ("link-broken-syntax", 9, 10),
        ("code-changed", 15, 15),
        ("post-paragraph-missing", 19, 19),
    }
    assert {one["path"] for one in _found(result)} == {"fr.md"}


def test_a_good_translation_is_left_in_peace(pair: Site) -> None:
    pair.write(
        "fr.md",
        TRANSLATION.replace("21", "12")
        .replace("]\n(", "](")
        .replace("creuse(", "dig(")
        .replace("Personne", "![Un tunnel vu de côté](tunnel.png)\n\nPersonne")
        + "\nLe mois prochain, nous irons voir le blaireau chez lui.\n",
    )
    result = _check(pair, "--fail-on", "info")
    assert (result.code, result.out) == (0, "nothing found in 10 messages\n")


def test_a_pasted_paragraph_is_told_once(pair: Site) -> None:
    text = "Personne ne le lui avait demandé. Le jardinier a compté [40 taupinières]"
    twice = TRANSLATION.replace("## À lire", f"{text}(x) avant le café.\n\n## À lire", 1)
    pasted = twice.replace("(https://moles.example/hills) avant le petit-déjeuner, puis a renoncé"
                           " après le deuxième café.", "(x) avant le café.")  # fmt: skip
    pair.write("fr.md", pasted)
    found = _found(_check(pair, "--format", "json", "--select", "post"))
    assert [one["rule"] for one in found].count("post-paragraph-duplicated") == 1
    assert "post-paragraph-added" not in {one["rule"] for one in found}


def test_the_project_gives_language_glossary_and_settings(site: Site) -> None:
    site.write("posts/en.md", SOURCE)
    site.write("site/fr/en.md", TRANSLATION.replace("blaireau", "putois"))
    site.write("glossary.yml", "terms:\n  - {term: badger, fr: {use: blaireau, avoid: [putois]}}\n")
    result = site.l10n("check", "site/fr/en.md", "--against", "posts/en.md", "--select", "term",
                       "--format", "json")  # fmt: skip
    assert result.err == ""
    assert {(one["language"], one["line"]) for one in _found(result)} == {("fr", 15)}


def test_github_and_sarif_point_into_the_post(pair: Site) -> None:
    result = _check(pair, "--format", "github", "--select", "number")
    assert "file=fr.md,line=7" in result.out
    sarif = json.loads(_check(pair, "--format", "sarif", "--select", "number").out)
    place = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "fr.md"
    assert place["region"]["startLine"] == 7


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("fr.md", "--against", "en.md"),
            "error: --against: nothing says which language fr.md is in\n"
            "  to do: add --language LANG, such as --language fr\n",
        ),
        (
            ("fr.md", "--against", "en.md", "--language", "klingon!"),
            'error: --language: "klingon!" is no language\n'
            "  allowed: a BCP 47 tag\n  to do: such as pt-BR\n",
        ),
        (
            ("fr.md", "--language", "fr"),
            "error: --language: there is no --against that would say what is in that language\n"
            "  to do: name the language as an argument\n",
        ),
        (
            ("--against", "en.md", "--language", "fr"),
            "error: --against: 0 files to compare with it\n  allowed: one translated post\n"
            "  to do: l10n check TRANSLATED.md --against SOURCE.md --language fr\n",
        ),
        (
            ("fr.md", "--against", "de.md", "--language", "fr"),
            "error: de.md: there is no such file\n  allowed: a Markdown post\n",
        ),
        (
            ("fr.md", "--against", "en.md", "--language", "fr", "--changed-since", "HEAD"),
            "error: --changed-since: has no meaning for a post that is compared with another\n"
            "  to do: leave it out\n",
        ),
    ],
)
def test_bad_arguments_are_told_in_full(
    pair: Site, arguments: tuple[str, ...], message: str
) -> None:
    result = pair.l10n("check", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err == message


def test_a_post_that_is_not_utf_8_is_refused(pair: Site) -> None:
    pair.write("fr.md", b"caf\xe9\n")
    result = _check(pair)
    assert result.code == 2
    assert "fr.md" in result.err and "UTF-8" in result.err
