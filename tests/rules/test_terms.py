"""Rules about terms: what is a slip, what is another name, and what was merely left out."""

import pytest

from l10n.glossary import Matcher, parse_glossary
from l10n.model.finding import Finding
from l10n.model.language import Language
from l10n.model.rule import FILLED
from l10n.rules import RULES, run_rules, select
from tests.growth import grows_linearly
from tests.rules.units import unit

_TERMS = select(RULES, ("term",))
_GLOSSARY = parse_glossary(
    """\
keep: [BERT, BART, GPT-2, GPT-3, RoBERTa, Reformer, Transformers, PyTorch, DeepSpeed, Rust]
terms:
  - term: language model
    fr: {use: modèle de langage, avoid: [modèle linguistique]}
  - term: neural network
    fr: réseau de neurones
    tr: sinir ağı
    zh: 神经网络
  - term: compiler
    fr: compilateur
""".encode(),
    "glossary.yml",
)


def _found(
    source: str, target: str, language: str = "fr", others: tuple[tuple[str, str], ...] = ()
) -> list[Finding]:
    matcher = Matcher(_GLOSSARY, language)
    spoken = Language(language, language)
    units = [
        unit(*texts, line=line, language=spoken, matcher=matcher)
        for line, texts in enumerate(((source, target), *others), 1)
    ]
    return [finding for finding in run_rules(units, _TERMS) if finding.line == 1]


def _rules(*texts: str) -> list[str]:
    return [finding.rule for finding in _found(*texts)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Transfomers", "Transformers"),
        ("Tranformers", "Transformers"),
        ("DeepSeed", "DeepSpeed"),
        ("Deep Speed", "DeepSpeed"),
        ("Refomer", "Reformer"),
        ("RoBETa", "RoBERTa"),
        ("Ruts", "Rust"),
    ],
)
def test_a_slip_in_a_name_is_found_and_mended(wrong: str, right: str) -> None:
    (finding,) = _found(f"We train it with {right} today.", f"Nous l’entraînons avec {wrong}.")
    assert finding.rule == "term-misspelled"
    assert finding.hint == f"write “{right}”"
    assert finding.msgstr[slice(*finding.span or (0, 0))] == wrong


def test_a_slip_is_found_beside_the_name_itself() -> None:
    source = "DeepSpeed is fast. We like DeepSpeed."
    assert _rules(source, "DeepSpeed est rapide. Nous aimons DeepSpede.") == ["term-misspelled"]
    source = "DeepSpeed is fast. We like it."
    assert _rules(source, "DeepSpeed est rapide. Nous aimons DeepSpedd.") == ["term-misspelled"]


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("BERT and BART, GPT-2 and GPT-3", "BART et BERT, GPT-3 et GPT-2", "fr"),
        ("The Reformer makes it stronger.", "Le Reformer permet de le renforcer.", "fr"),
        ("RoBERTa was covered.", "A RoBERTa foi coberta.", "pt"),
        ("a Transformers model", "un modèle Transformer", "fr"),
        ("the Transformers", "les Transformers", "fr"),
        ("data of Wikipedia and LSTMs", "des données de Wikipédia et de LSTM", "fr"),
        ("with Rust", "Rust’la ve PyTorch’ta", "tr"),
        ("PyTorch in use", "PyTorchissa", "fi"),
        ("DeepSpeed: https://x.example/DeepA", "DeepSpeed : https://x.example/DeepSped", "fr"),
        ("A neural network learns.", "Sinir ağlarının öğrenmesi", "tr"),
        ("A neural network learns.", "神经 网络学习", "zh-Hans"),
        ("Two neural networks (NN)", "Deux NN", "fr"),
        ("“A Neural Network Sings”, a song", "« A Neural Network Sings », une chanson", "fr"),
        ("as `the compiler` says", "selon `the compiler`", "fr"),
    ],
)  # fmt: skip
def test_siblings_real_words_and_inflections_are_left_alone(
    source: str, target: str, language: str
) -> None:
    assert _found(source, target, language) == []


def test_another_name_is_no_slip_but_not_the_one_that_was_to_be_kept() -> None:
    (finding,) = _found("BERT reads it.", "BART le lit.")
    assert (finding.rule, finding.message) == (
        "term-not-kept",
        "“BERT” of the source is missing",
    )
    assert _rules("GPT-2 reads it.", "GPT-3 le lit.") == ["term-not-kept"]


def test_a_word_that_others_have_as_well_is_no_slip() -> None:
    others = (("Java and Rust", "Java et Rust"), ("A ruse", "Une Ruse"))
    assert [one.rule for one in _found("Rust is new.", "La Ruse est neuve.", others=others)] == [
        "term-not-kept"
    ]


def test_a_name_left_out_of_a_long_text_is_only_a_hint() -> None:
    long = (
        "In this letter we show how readers may train small models at home with PyTorch and a lamp."
    )
    short = "Dans cette lettre, nous montrons comment entraîner de petits modèles chez soi."
    assert _rules(long, short) == ["term-left-out"]
    replaced = short.replace(
        "chez soi", "chez soi avec TensorFlow et une lampe ordinaire de bureau"
    )
    assert _rules(long, replaced) == ["term-not-kept"]


def test_a_term_left_in_the_language_of_the_source_is_not_rendered() -> None:
    long = "When all this is done, which takes a while, a neural network may say what it thinks."
    target = "Quand tout cela est fait, ce qui dure, un neural network peut dire ce qu’il en pense."
    assert _rules(long, target) == ["term-not-used"]


def test_how_others_render_a_term_is_counted() -> None:
    others = (("a neural network", "un réseau de neurones"),) * 3
    (finding,) = _found("A neural network", "Un réseau nerveux", others=others)
    assert finding.hint == "use “réseau de neurones”, as 3 other messages do"


def test_a_term_without_a_rendering_that_is_kept_here_and_translated_there() -> None:
    texts = [("A neural network", "Una red neuronal"), ("Neural networks", "Redes neuronales")]
    texts += [("This neural network", "Esta neural network")] * 2
    (finding,) = _found(*texts[0], "es", tuple(texts[1:]))
    assert (finding.rule, finding.message) == (
        "term-inconsistent",
        "“neural network” stays as it is in 2 messages and is said otherwise in 2",
    )
    assert _found(*texts[0], "es", tuple(texts[1:3])) == []
    assert _found(*texts[2], "es", tuple(texts[:2])) == []


def test_an_avoided_rendering_is_an_error_in_any_inflection() -> None:
    (finding,) = _found("Language models", "Les modèles linguistiques")
    assert (finding.rule, str(finding.severity)) == ("term-avoided", "error")
    assert finding.message == "“modèles linguistiques” is avoided for “language model”"
    assert finding.hint == "use “modèle de langage”"


def test_nothing_is_said_of_a_text_that_stays_as_it_is() -> None:
    assert _rules("Transfomers, PyTorch", "Transfomers, PyTorch") == []


def test_capitals_are_a_hint_and_mended_unless_all_is_in_capitals() -> None:
    (finding,) = _found("PyTorch is here.", "Pytorch est là.")
    assert (finding.rule, str(finding.severity)) == ("term-casing", "info")
    assert [fix.new for fix in finding.fix] == ["PyTorch"]
    assert _rules("PyTorch is here.", "PYTORCH EST LÀ.") == []


@pytest.mark.parametrize(
    "piece",
    ["DeepSeed ", "Language model ", "“language model” ", "[a language model](u) ", "Aa0 "],
)
def test_time_does_not_explode(piece: str) -> None:
    matcher = Matcher(_GLOSSARY, "fr")

    def check(size: int) -> None:
        names = " ".join(f"Name{number}Of" for number in range(size))
        one = unit(
            f"{piece * size} {names}",
            f"Nam0Off {names.lower()} {'DeepSped ' * size}",
            matcher=matcher,
        )
        run_rules([one], _TERMS)

    assert grows_linearly(check, 100)
    assert all(rule.states <= FILLED for rule in _TERMS)


def test_the_check_is_the_same_in_any_order_of_messages() -> None:
    texts = (("Language models", "Les modèles linguistiques"), ("See PyTorch.", "Voir PyTroch."))
    found = [_found(*texts[0], "fr", (texts[1],)), _found(*texts[1], "fr", (texts[0],))]
    assert [[one.rule for one in each] for each in found] == [["term-avoided"], ["term-misspelled"]]
