"""What `glossary.yml` may hold, and what is said where it holds something else."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.glossary import glossary_schema, parse_glossary
from l10n.model.errors import InputError
from l10n.model.terms import Glossary, Rendering, Term

ROOT = Path(__file__).resolve().parents[2]


def flaws(text: str) -> str:
    with pytest.raises(InputError) as caught:
        parse_glossary(text.encode(), "glossary.yml")
    return str(caught.value)


def test_every_key_and_shorthand_is_read() -> None:
    text = """\
# our words
keep: [PyTorch, fine-tuning]
terms:
  - term: language  model
    also: [language models, LM]
    case-sensitive: true
    note: the probabilistic model
    fr: {use: modèle de langage, allow: modèle de langue, avoid: [modèle linguistique]}
    pt_br: modelo de linguagem
    no: språkmodell
  - term: checkpoint
    keep: true
    fr: {allow: [point de sauvegarde], forms: [checkpoints]}
    de: {use: Sicherungspunkt}
"""
    assert parse_glossary(text.encode(), "g.yml") == Glossary(
        "g.yml",
        (
            Term("PyTorch", case_sensitive=True, keep=True, line=2, shorthand=True),
            Term("fine-tuning", keep=True, line=2, shorthand=True),
            Term(
                "language model",
                ("language models", "LM"),
                True,
                False,
                "the probabilistic model",
                (
                    Rendering(
                        "fr",
                        "modèle de langage",
                        ("modèle de langue",),
                        ("modèle linguistique",),
                        line=8,
                    ),
                    Rendering("pt-BR", "modelo de linguagem", line=9),
                    Rendering("no", "språkmodell", line=10),
                ),
                4,
            ),
            Term(
                "checkpoint",
                keep=True,
                renderings=(
                    Rendering(
                        "fr",
                        allow=("point de sauvegarde",),
                        forms=("checkpoints",),
                        keep=True,
                        line=13,
                    ),
                    Rendering("de", "Sicherungspunkt", line=14),
                ),
                line=11,
            ),
        ),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "keep:\nterms:\n", "\ufeffkeep: []\n"])
def test_a_glossary_may_be_empty(text: str) -> None:
    assert parse_glossary(text.encode(), "g.yml").terms == ()


def test_words_that_yaml_takes_for_values_are_words_here() -> None:
    glossary = parse_glossary(b"keep: [No, 42, 2020-01-02]\n", "g.yml")
    assert [term.term for term in glossary.terms] == ["No", "42", "2020-01-02"]


def test_a_language_follows_its_parent_and_a_kept_term_stays_everywhere() -> None:
    glossary = parse_glossary(b"terms:\n- {term: layer, fr: couche}\n- {term: X, keep: true}", "g")
    layer, kept = glossary.terms
    rendering = layer.rendering("fr-CA")
    assert rendering is not None and rendering.use == "couche"
    assert layer.rendering("frr") is None
    anywhere = kept.rendering("ja")
    assert anywhere is not None and anywhere.keep


def test_all_flaws_are_told_at_once() -> None:
    text = """\
keep: BERT
terms:
  - trem: a
    fr: [x, y]
    nota: 3
  - foo
  - term: b
    avoid: c
    no: {use: modell, alow: x, keep: maybe}
    no: x
  - term:
  - fr: x
  - [a]
  - {term: c, fr: "", ? [a] : b}
trms: []
"""
    languages = ", or a language tag such as fr or pt-BR"
    keys = f"  allowed: term, also, case-sensitive, keep, note{languages}\n"
    assert flaws(text) == (
        'glossary.yml:1: "keep" is "BERT"\n'
        "  allowed: a list\n"
        'glossary.yml:3: unknown key "trem"\n' + keys + '  to do: write "term"\n'
        'glossary.yml:4: "fr" is a list\n'
        "  allowed: a text, or use, keep, allow, avoid, forms\n"
        '  to do: write {use: …, allow: […]}, the preferred rendering at "use"\n'
        'glossary.yml:5: unknown key "nota"\n' + keys + '  to do: write "note"\n'
        'glossary.yml:6: "foo" stands where a term is expected\n'
        "  allowed: - term: …\n"
        'glossary.yml:8: unknown key "avoid"\n' + keys + "  to do: remove it\n"
        'glossary.yml:9: unknown key "alow"\n'
        "  allowed: use, keep, allow, avoid, forms\n"
        '  to do: write "allow"\n'
        'glossary.yml:9: "keep" is "maybe"\n'
        "  allowed: true or false\n"
        'glossary.yml:10: "no" is given twice, first on line 9\n'
        "  to do: merge the two\n"
        'glossary.yml:11: "term" is empty\n'
        "  to do: write a text, or remove it\n"
        'glossary.yml:12: a term without "term"\n'
        '  to do: say the word of the source at "term"\n'
        "glossary.yml:13: a list stands where keys are expected\n"
        "  allowed: term, also, case-sensitive, keep, note\n"
        "glossary.yml:14: a key is not a text\n"
        "  to do: write a word before the colon\n"
        'glossary.yml:14: "fr" is empty\n'
        "  to do: write a text, or remove it\n"
        'glossary.yml:15: unknown key "trms"\n'
        "  allowed: keep, terms\n"
        '  to do: write "terms"'
    )


def test_broken_yaml_is_named_with_its_line() -> None:
    assert flaws("terms:\n  - term: a: b\n") == (
        "glossary.yml:2: is not valid YAML: mapping values are not allowed in this context\n"
        "  to do: mend this line or the one above it; texts with a colon or a # need quotes"
    )
    with pytest.raises(InputError) as caught:
        parse_glossary(b"keep:\n- caf\xe9\n", "glossary.yml")
    assert str(caught.value) == (
        "glossary.yml:2: byte 0xE9 at offset 11 is not UTF-8\n  to do: save the file as UTF-8"
    )


@given(st.binary(max_size=80) | st.text(alphabet="-:{}[]&*!? \nabterm'\"|>", max_size=80))
def test_nothing_else_is_ever_raised(content: bytes | str) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    try:
        parse_glossary(data, "g.yml")
    except InputError as error:
        assert all(flaw.where.startswith("g.yml") for flaw in error.flaws)


def test_the_sample_loads_and_suits_the_schema() -> None:
    yaml = pytest.importorskip("yaml")
    data = (ROOT / "glossary.yml").read_bytes()
    assert len(parse_glossary(data, "glossary.yml").terms) > 40
    validators = pytest.importorskip("jsonschema")
    schema = json.loads(glossary_schema())
    validators.Draft202012Validator.check_schema(schema)
    validators.validate(yaml.safe_load(data), schema)
    with pytest.raises(validators.ValidationError):
        validators.validate({"terms": [{"term": "a", "fr": {"alow": ["b"]}}]}, schema)
