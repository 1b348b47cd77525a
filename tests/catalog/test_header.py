"""Headers: complete, quiet, and about the right language."""

import pytest

from l10n.catalog import check_language, new_header, parse_catalog, write_catalog
from l10n.model.language import Language
from l10n.model.message import Catalog, Message
from tests.catalog.po import gettext, po


def language(tag: str) -> Language:
    return Language(tag, tag)


def test_the_fields_are_poedits_and_hold_no_date() -> None:
    assert new_header(language("pt-BR"), "Marginalia") == (
        ("Project-Id-Version", "Marginalia"),
        ("POT-Creation-Date", ""),
        ("PO-Revision-Date", ""),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("Language", "pt_BR"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", "nplurals=2; plural=(n > 1);"),
    )


def test_a_template_has_no_language_and_no_plurals() -> None:
    fields = dict(new_header(None, "Marginalia"))
    assert fields["Language"] == ""
    assert "Plural-Forms" not in fields


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("fr", "fr"),
        ("zh-Hans", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh-Hant-HK", "zh_HK"),
        ("sr-Latn", "sr@latin"),
        ("sr-Cyrl-RS", "sr_RS@cyrillic"),
        ("es-419", "es_419"),
        ("ca-valencia", "ca@valencia"),
    ],
)
def test_languages_are_called_as_poedit_calls_them(tag: str, name: str) -> None:
    assert dict(new_header(language(tag), ""))["Language"] == name


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("ja", "nplurals=1; plural=0;"),
        ("de", "nplurals=2; plural=(n != 1);"),
        ("sw", "nplurals=2; plural=(n != 1);"),
        ("mni-Mtei", "nplurals=1; plural=0;"),
        ("tlh", None),  # Klingon is known to no table
    ],
)
def test_plural_forms(tag: str, forms: str | None) -> None:
    assert dict(new_header(language(tag), "")).get("Plural-Forms") == forms


@pytest.mark.judge
@pytest.mark.parametrize("tag", "fr es pt-BR zh-Hans ar ru ga cy gd mt tlh sr-Latn br gv".split())
def test_msgfmt_is_silent_about_the_header(tag: str) -> None:
    data = write_catalog(Catalog(new_header(language(tag), "A"), messages=(Message("a", "b"),)))
    assert gettext("msgfmt", "--check", "-o", "/dev/null", "-", data=data) == b""


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("fr", "fr"),
        ("fr_FR.UTF-8", "fr"),
        ("FR", "fr-CA"),
        ("zh_CN", "zh-Hans"),
        ("zh_Hans", "zh-Hans"),
        ("zh-cn", "zh-Hans"),
        ("zh", "zh-Hant"),
        ("pt", "pt-BR"),
        ("sr@latin", "sr-Latn"),
        ("", "fr"),
    ],
)
def test_the_language_of_the_header_may_be_said_otherwise(said: str, tag: str) -> None:
    file = parse_catalog(po().replace(b": fr", b": " + said.encode()), "a.po")
    assert check_language(file, language(tag)) is None


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("es", "fr"),
        ("French", "fr"),
        ("pt_PT", "pt-BR"),
        ("zh_TW", "zh-Hans"),
        ("sr@latin", "sr-Cyrl"),
    ],
)
def test_another_language_in_the_header_is_a_flaw(said: str, tag: str) -> None:
    file = parse_catalog(po().replace(b": fr", b": " + said.encode()), "a.po")
    assert check_language(file, language(tag)) is not None


def test_the_flaw_says_where_and_what() -> None:
    file = parse_catalog(b"# Language: x\n\n" + po(), "po/de.po")
    assert str(check_language(file, language("zh-Hans"))) == (
        "po/de.po:6: the header says that the language is “fr”\n"
        "  allowed: “zh_CN”, since this is the catalog of zh-Hans\n"
        "  to do: correct the Language field, or move the file to where its language belongs"
    )
