"""What a project's configuration makes of each post and language, and what rules make of that."""

from dataclasses import replace

import pytest

from l10n.model.conventions import Conventions, Rewrite
from l10n.model.dialect import Dialect
from l10n.model.language import Language
from l10n.model.post import Post
from l10n.model.settings import PostGroup, Settings
from l10n.rules import RULES, Policy, run_rules
from l10n.workflow.conventions import House
from l10n.workflow.fix import fix_units
from tests.rules.units import unit

_ENGLISH, _FRENCH, _BRAZIL = Language("en", "en"), Language("fr", "fr"), Language("pt-BR", "pt")
_GROUP = PostGroup("posts/*.md", "site/{lang}/{post}.md", url="/{lang}/news/{post}/")
_OTHERS = PostGroup("notes/*.md", "site/{lang}/notes/{post}.md")
_ISSUES = tuple(
    Post(name, f"{folder}/{name}.md", group, Dialect.GFM)
    for name, folder, group in (
        ("issue-1", "posts", _GROUP),
        ("issue-2", "posts", _GROUP),
        ("note [a]", "notes", _OTHERS),
    )
)
_REWRITES = (
    Rewrite("https://en.wiki.example/wiki/*", "https://{lang}.wiki.example/wiki/*"),
    Rewrite("https://cdn.example/*", "/img/{lang}/*"),
)
_SETTINGS = Settings(
    _ENGLISH, (_FRENCH, _BRAZIL), (_GROUP, _OTHERS), rewrites=_REWRITES, spacing=(("fr", "nbsp"),)
)
_HOUSE = House(_SETTINGS, _ISSUES)


def _said(source: str, target: str, language: Language = _BRAZIL, post: int = 1) -> list[str]:
    one = replace(
        unit(source, target, language=language, conventions=_HOUSE.of(language, _ISSUES[post])),
        source_language=_ENGLISH,
    )
    families = ("link", "image")
    return [each.rule for each in run_rules([one], RULES) if each.rule.split("-")[0] in families]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("https://en.wiki.example/wiki/Cat", "https://pt.wiki.example/wiki/Gato"),
        ("/en/news/issue-1/", "/pt/news/issue-1/"),
        ("/en/news/issue-1/", "/pt/news/issue-1"),
        (
            "https://x.example/en/news/issue-1/#tools",
            "https://x.example/pt/news/issue-1/#ferramentas",
        ),
        ("/en/news/issue-1", "issue-1.md"),
        ("issue-1.md", "issue-1.md"),
        ("issue-1.md#tools", "/site/pt/issue-1.md#ferramentas"),
        ("../notes/note%20[a].md", "notes/note%20%5Ba%5D.md"),
        ("/notes/note%20%5Ba%5D", "/site/pt/notes/note%20%5Ba%5D"),
        ("issue-1", "/pt/news/issue-1/"),
    ],
)
def test_a_link_may_lead_to_the_edition_for_readers(source: str, target: str) -> None:
    assert _said(f"[here](<{source}>)", f"[aqui](<{target}>)") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("https://en.wiki.example/wiki/Cat", "https://de.wiki.example/wiki/Katze"),
        ("https://en.wiki.example/wiki/Cat", "https://evil.example/wiki/Cat"),
        ("/en/news/issue-1/", "/pt/news/issue-2/"),
        ("/en/news/issue-1/", "/fr/news/issue-1/"),
        ("https://x.example/en/news/issue-1/", "https://evil.example/pt/news/issue-1/"),
        ("issue-1.md", "notes/issue-1.md"),
    ],
)
def test_and_nowhere_else(source: str, target: str) -> None:
    assert "link-changed" in _said(f"[here]({source})", f"[aqui]({target})")


def test_an_address_that_runs_something_is_told_of_as_that() -> None:
    assert _said("[here](issue-1.md)", "[aqui](javascript:issue-1)") == ["link-unsafe"]


def test_what_is_right_is_not_taken_for_what_is_wrong() -> None:
    source = "[a](https://en.wiki.example/wiki/Cat) [b](https://en.wiki.example/wiki/Gata)"
    target = "[a](https://pt.wiki.example/wiki/Gata) [b](https://x.example/b)"
    one = unit(source, target, language=_BRAZIL, conventions=Conventions(rewrites=_REWRITES))
    (found,) = (each for each in run_rules([one], RULES) if each.rule == "link-changed")
    assert found.span is not None
    assert target[slice(*found.span)] == "https://x.example/b"


def test_an_image_may_be_hosted_elsewhere() -> None:
    assert _said("![A cat](https://cdn.example/1*x.png)", "![Um gato](/img/pt/gato.png)") == []
    assert _said("![A cat](https://cdn.example/1.png)", "![Um gato](/img/fr/x.png)") == [
        "image-changed"
    ]


def test_a_link_to_a_welcome_place_is_no_news() -> None:
    target = "Um [gato](https://pt.wiki.example/wiki/Gato)"
    assert _said("A cat", target) == []
    assert _said("A cat", target.replace("wiki", "x")) == ["link-added"]


def test_the_style_of_spacing_is_each_languages_own() -> None:
    assert (_HOUSE.of(_FRENCH).spacing, _HOUSE.of(_BRAZIL).spacing) == ("nbsp", "")
    assert _HOUSE.of(_FRENCH).rewrites == _REWRITES


@pytest.mark.parametrize(
    ("style", "tag", "right"),
    [
        ("", "fr", "Ah\u202f! «\u00a0Non\u00a0» et\u00a0:"),
        ("nbsp", "fr", "Ah\u00a0! «\u00a0Non\u00a0» et\u00a0:"),
        ("nnbsp", "fr-CH", "Ah\u202f! «\u202fNon\u202f» et\u202f:"),
        ("mixed", "fr", "Ah\u202f! «\u00a0Non\u00a0» et\u00a0:"),
        ("", "fr-CA", "Ah! «\u00a0Non\u00a0» et\u00a0:"),
        ("canadian", "fr", "Ah! «\u00a0Non\u00a0» et\u00a0:"),
        ("mixed", "fr-CA", "Ah\u202f! «\u00a0Non\u00a0» et\u00a0:"),
    ],
)
def test_french_is_repaired_in_the_style_of_the_house(style: str, tag: str, right: str) -> None:
    language = Language(tag, tag)
    for wrong in ("Ah ! « Non » et :", "Ah\u2009! «Non» et:", "Ah! «\u202fNon\u00a0» et\u202f:"):
        one = unit("Oh!", wrong, language=language, conventions=Conventions(spacing=style))
        policy = Policy(selected=("spacing-french",))
        fixed = fix_units([one], run_rules([one], RULES, policy), policy, {})
        if style:
            assert fixed.units[0].message.msgstr == right
        assert fixed.left == ()
