"""What a glossary says against itself is found, with its line."""

from pathlib import Path

from l10n.glossary import lint, parse_glossary
from l10n.markdown.inline import parse_inline
from l10n.model.dialect import Dialect

ROOT = Path(__file__).resolve().parents[2]


def said(text: str, languages: tuple[str, ...] = (), *posts: str) -> list[str]:
    sources = [parse_inline(post, Dialect.GFM) for post in posts]
    findings = lint(parse_glossary(text.encode(), "glossary.yml"), "en", languages, sources)
    assert all(finding.path == "glossary.yml" and finding.hint for finding in findings)
    return [f"{each.line} {each.severity} {each.rule}: {each.message}" for each in findings]


def test_a_sound_glossary_is_silent() -> None:
    text = """\
keep: [BERT]
terms:
- {term: Tokenizers, case-sensitive: true, keep: true}
- {term: tokenizer, also: [tokenizers], fr: {use: tokeniseur, allow: [tokenizer]}}
- {term: word embedding, zh: 词向量}
- {term: embedding, zh: {use: 嵌入, allow: [词向量]}}
"""
    post = "Tokenizers and a tokenizer, BERT and word embeddings"
    assert said(text, ("fr", "zh-Hans"), post) == []


def test_contradictions_are_found() -> None:
    text = """\
keep: [layer]
terms:
- term: layer
  fr: couche
- term: token
  fr: {use: jeton, allow: [Token], avoid: [token, jeton], keep: true}
- term: dataset
  fr: {use: jeu de données, avoid: [base de données]}
- term: database
  fr: base de données
"""
    rule = "glossary-contradiction"
    assert said(text) == [
        f'3 error {rule}: "layer" is in two terms, "layer" on line 1 and this one',
        f'6 error {rule}: "token" is kept, and "jeton" is to be used for it',
        f'6 error {rule}: "token" is kept and avoided',
        f'6 error {rule}: "jeton" is to be used and avoided',
        f'6 error {rule}: "Token" is allowed and avoided',
        f'8 warning {rule}: "base de données" is avoided here and to be used for "database" on'
        " line 9",
    ]


def test_unused_terms_and_foreign_languages_are_found() -> None:
    text = """\
terms:
- {term: language model, fr: a}
- {term: model, fr: b}
- {term: layer, also: [strata], no: c}
"""
    assert said(text, ("fr", "pt-BR"), "Two *language* models", "`layer`") == [
        '4 warning glossary-language: "no" is not a language of this project',
        '4 warning glossary-unused: "layer" is in no post',
    ]


def test_the_sample_is_clean_but_for_words_of_posts_to_come() -> None:
    glossary = parse_glossary((ROOT / "glossary.yml").read_bytes(), "glossary.yml")
    assert lint(glossary, "en", ("fr", "es", "zh-Hans")) == ()
