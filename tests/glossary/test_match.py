"""Terms are recognised in every shape a good translation gives them, and in no other word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.glossary import Matcher, matches, parse_glossary
from l10n.model.inline import Code, Image, Inline, Text
from l10n.model.terms import Glossary, Kind, Rendering, Term, TermMatches
from tests.growth import grows_linearly


def plain(text: str) -> Inline:
    return Inline(text, texts=(Text("text", text, (0, len(text))),) if text else ())


def glossary(*terms: str) -> Glossary:
    return parse_glossary("\n".join(["terms:", *(f"  - {{{t}}}" for t in terms)]).encode(), "g")


def found(
    language: str, entry: str, source: str, target: str, source_language: str = "en"
) -> TermMatches:
    matcher = Matcher(glossary(entry), language, source_language)
    return matcher.matches(plain(source), plain(target))


def kinds(result: TermMatches, target: str) -> list[tuple[str, str]]:
    return [(match.kind.value, target[slice(*match.span)]) for match in result.target]


RECOGNISED = [
    # language, entry, source, target, what of it is recognised
    ("fr", "term: neural network, fr: réseau neuronal", "Neural networks", "Les réseaux neuronaux"),
    ("fr", "term: attention, fr: attention", "attention", "de l’attention"),
    ("fr", "term: attention, fr: attention", "attention", "de l'attention"),
    ("fr", "term: state of the art, fr: état de l’art", "state of the art", "Etat de l'art"),
    ("fr", "term: word model, fr: modèle de mots", "word model", "modèle des mots"),
    ("fr", "term: pre-training, fr: pré-entraînement", "pretraining", "le préentraînement"),
    ("fr", "term: pretraining, fr: préentraînement", "pre-training", "le pré-entraînement"),
    ("es", "term: network, es: red", "deep networks", "Las redes profundas"),
    (
        "es",
        "term: neural network, es: red neuronal",
        "neural networks",
        "redes profundas neuronales",
    ),
    ("pt-BR", "term: image, pt: imagem", "images", "imagens de satélite"),
    ("es", "term: tokenizer, es: tokenizador", "Pre-tokenizers", "Los pretokenizadores"),
    ("pt", "term: dataset, pt: {use: dataset}", "datasets", "os datasets"),
    ("tr", "term: language model, tr: dil modeli", "language models", "dil modellerinin"),
    ("tr", "term: book, tr: kitap", "books", "kitabını okudum"),
    ("tr", "term: network, tr: ağ", "networks", "AĞLARDA"),
    ("tr", "term: index, tr: ışık", "the index", "IŞIĞI"),
    ("tr", "term: BERT, keep: true", "BERT", "BERT'in katmanları"),
    ("fi", "term: BERT, keep: true", "BERT", "BERT:in kerrokset"),
    ("hu", "term: BERT, keep: true", "BERT", "a BERT-et"),
    ("pl", "term: PyTorch, keep: true, case-sensitive: true", "PyTorch", "w PyTorchu"),
    (
        "fr",
        "term: Transformer, keep: true, case-sensitive: true",
        "Transformers",
        "Les Transformers",
    ),
    ("de", "term: model, de: Modell", "models", "die Sprachmodelle"),
    ("de", "term: model, de: Modell", "the model", "Modellgröße"),
    ("pl", "term: wiper, pl: wycieraczka", "wipers", "o wycieraczce"),
    ("ar", "term: network, ar: شبكة", "the network", "والشبكة العصبية"),
    ("ar", "term: model, ar: نموذج", "models", "للنماذج اللغوية"),
    ("he", "term: network, he: רשת", "networks", "ברשתות"),
    ("hi", "term: model, hi: मॉडल", "models", "मॉडल बड़ा है"),
    ("ru", "term: network, ru: сеть", "networks", "с сетями"),
    ("zh-Hans", "term: language model, zh-Hans: 语言模型", "language models", "大型语言 模型很大"),
    ("zh-Hans", "term: BERT, keep: true", "BERT", "使用BERT模型"),
    ("ja", "term: model, ja: モデル", "models", "言語モデルです"),
    ("ko", "term: language model, ko: 언어 모델", "language models", "언어모델은 크다"),
    ("xx", "term: model, xx: modelo", "models", "modelojn"),
    ("fr", "term: C++, keep: true", "C++", "en C++."),
    ("fr", "term: Q&A, keep: true", "a Q&A", "un Q&A"),
    ("fr", "term: fine-tuning, keep: true", "Fine tuning", "le fine-tuning"),
    ("fr", "term: learning, fr: apprentissage", "learning", "l'apprentis\u00adsage"),
    ("fr", "term: model, fr: modèle", "model", "mode\u0300le"),
    ("fr", "term: model, fr: modèle", "model", "mod&egrave;le"),
]


@pytest.mark.parametrize(("language", "entry", "source", "target"), RECOGNISED)
def test_a_good_rendering_is_recognised(
    language: str, entry: str, source: str, target: str
) -> None:
    result = found(language, entry, source, target)
    assert len(result.source) == len(result.target) == 1
    assert result.missing == ()


NOT_RECOGNISED = [
    ("fr", "term: AI, keep: true", "AI", "OpenAI"),
    ("zh", "term: AI, keep: true", "AI", "使用OpenAI模型"),
    ("fr", "term: GPT-2, keep: true", "GPT-2", "GPT-3"),
    ("fr", "term: BERT, keep: true", "BERT", "CamemBERT"),
    ("fr", "term: BERT, keep: true", "BERT", "BART"),
    ("tr", "term: knowledge, tr: bilgi", "knowledge", "bilgisayar"),
    ("fr", "term: layer, fr: couche", "layer", "le niveau"),
    ("es", "term: language model, es: modelo de lenguaje", "language model", "modelo. Lenguaje"),
    ("fr", "term: token, fr: jeton", "tokens", "les tokens"),
    ("fr", "term: neural network, fr: réseau neuronal", "neural network", "réseau, neuronal"),
]


@pytest.mark.parametrize(("language", "entry", "source", "target"), NOT_RECOGNISED)
def test_another_word_is_not(language: str, entry: str, source: str, target: str) -> None:
    result = found(language, entry, source, target)
    assert result.target == ()
    assert [match.kind for match in result.missing] == [Kind.SOURCE]


@pytest.mark.parametrize(
    ("entry", "source"),
    [
        ("term: token, fr: jeton", "the tokenizer of a tokenization"),
        ("term: LM, fr: ML", "lm"),
        ("term: GLUE, keep: true, case-sensitive: true", "some glue"),
        ("term: Tokenizers, keep: true, case-sensitive: true", "Tokenizer tokenizers"),
        ("term: layer, es: capa", "a layer"),
        ("term: model, fr: modèle", "my_model"),
    ],
)
def test_the_source_holds_only_what_is_meant(entry: str, source: str) -> None:
    assert found("fr", entry, source, "rien").source == ()


def test_the_longest_match_comes_first_and_spans_are_exclusive() -> None:
    matcher = Matcher(
        glossary(
            "term: language model, fr: modèle de langage",
            "term: model, fr: modèle",
            "term: attention head, fr: tête d’attention",
            "term: attention, fr: attention",
        ),
        "fr",
    )
    source = "A language model is a model with attention heads."
    target = "Un modèle de langage a des têtes d'attention."
    result = matcher.matches(plain(source), plain(target))
    assert [match.term.term for match in result.source] == [
        "language model",
        "model",
        "attention head",
    ]
    assert kinds(result, target) == [("use", "modèle de langage"), ("use", "têtes d'attention")]
    assert [match.term.term for match in result.missing] == ["model"]


def test_terms_may_share_a_rendering() -> None:
    matcher = Matcher(
        glossary("term: embedding, zh: 词向量", "term: word embedding, zh: 词向量"), "zh"
    )
    result = matcher.matches(plain("word embeddings, embeddings"), plain("词向量"))
    assert {match.term.term for match in result.target} == {"embedding", "word embedding"}
    assert result.missing == ()


def test_where_terms_share_a_source_form_one_rendering_is_enough() -> None:
    matcher = Matcher(
        glossary(
            "term: Tokenizers, case-sensitive: true, keep: true",
            "term: tokenizer, fr: tokeniseur",
        ),
        "fr",
    )
    result = matcher.matches(plain("Tokenizers split text."), plain("Les tokeniseurs coupent."))
    assert len(result.source) == 2
    assert result.missing == ()


def test_an_avoided_rendering_is_found_inflected_but_not_derived() -> None:
    entry = "term: embedding, fr: {use: plongement, avoid: [incorporation]}"
    result = found("fr", entry, "embeddings", "des incorporations")
    assert [match.kind for match in result.target] == [Kind.AVOID]
    assert len(result.missing) == 1
    assert found("fr", entry, "embeddings", "il incorpore").target == ()


def test_what_one_term_avoids_may_be_the_rendering_of_another() -> None:
    matcher = Matcher(
        glossary(
            "term: dataset, fr: {use: jeu de données, avoid: [base de données]}",
            "term: database, fr: base de données",
        ),
        "fr",
    )
    both = matcher.matches(plain("a dataset, a database"), plain("une base de données"))
    assert [(match.term.term, match.kind) for match in both.target] == [("database", Kind.USE)]
    assert [match.term.term for match in both.missing] == ["dataset"]


def test_what_stands_as_written_goes_before_what_is_inflected() -> None:
    entry = "term: translation, fr: {use: traduction de machine, avoid: [traduction machine]}"
    result = found("fr", entry, "translation", "la traduction machine")
    assert [match.kind for match in result.target] == [Kind.AVOID]


def test_a_kept_word_in_other_capitals_is_told_apart() -> None:
    entry = "term: PyTorch, keep: true, case-sensitive: true"
    result = found("fr", entry, "PyTorch", "avec Pytorch")
    assert [match.kind for match in result.target] == [Kind.CASE]
    assert len(result.missing) == 1


@pytest.mark.parametrize(
    "target", ["uç cihaz (İng. edge device)", "边缘（edge device）", "[edge devices]"]
)
def test_the_source_word_in_brackets_counts_as_a_first_mention(target: str) -> None:
    entry = "term: edge device, tr: kenar aygıtı"
    assert [match.kind for match in found("tr", entry, "an edge device", target).target] == [
        Kind.MENTION
    ]


def test_a_word_that_is_part_of_a_name_is_not_demanded() -> None:
    entry = "term: language, fr: langue"
    result = found("fr", entry, "It is called Natural Language Tools by its makers.", "…")
    assert len(result.source) == 1
    assert result.missing == ()
    assert len(found("fr", entry, "Language is hard for a machine.", "…").missing) == 1
    assert len(found("fr", entry, "Language and Vision", "…").missing) == 1


def test_only_avoiding_a_word_demands_nothing() -> None:
    assert found("fr", "term: layer, fr: {avoid: [niveau]}", "layer", "couche").missing == ()


def test_a_language_takes_what_its_parent_says_and_none_takes_nothing() -> None:
    assert len(found("fr-CA", "term: layer, fr: couche", "layer", "couches").target) == 1
    result = found("es", "term: layer, fr: couche", "a layer", "una capa")
    assert [match.span for match in result.unsaid] == [(2, 7)]
    assert result == TermMatches(unsaid=result.unsaid)


def test_a_term_that_says_nothing_of_the_language_hides_none_that_does() -> None:
    matcher = Matcher(glossary("term: layer, es: capa", "term: hidden layer, fr: x"), "es")
    text = "a hidden layer and hidden layers"
    inline = Inline(text, texts=(Text("text", text, (0, len(text))),))
    result = matcher.matches(inline, inline)
    assert [match.form for match in result.source] == ["layer", "layer"]
    assert result.unsaid == ()


def test_markup_inside_a_term_does_not_hide_it_and_code_parts_words() -> None:
    text = "**language** model"
    marked = Inline(
        text, texts=(Text("text", "language", (2, 10)), Text("text", " model", (12, 18)))
    )
    matcher = Matcher(glossary("term: language model, fr: modèle de langage"), "fr")
    assert [match.span for match in matcher.source(marked)] == [(2, 18)]
    text = "language `x` model"
    parted = Inline(
        text,
        code=(Code("`x`", (9, 12), "x"),),
        texts=(Text("text", "language ", (0, 9)), Text("text", " model", (12, 18))),
    )
    assert matcher.source(parted) == ()


def test_the_alternative_text_of_an_image_stands_for_itself() -> None:
    text = "language ![model](u)"
    inline = Inline(
        text,
        images=(Image("![model](u)", (9, 20), "u", (18, 19), "model"),),
        texts=(Text("text", "language ", (0, 9)), Text("alt", "model", (11, 16))),
    )
    assert Matcher(glossary("term: language model, fr: x"), "fr").source(inline) == ()
    assert len(Matcher(glossary("term: model, fr: x"), "fr").source(inline)) == 1


def test_spans_are_those_of_the_message_where_invisible_characters_were_dropped() -> None:
    target = "les mode\u0300les de lan\u00adgage&nbsp;!"
    result = found("fr", "term: language model, fr: modèle de langage", "language model", target)
    assert kinds(result, target) == [("use", "mode\u0300les de lan\u00adgage")]


def test_another_source_language_is_matched_with_its_own_inflection() -> None:
    result = found("en", "term: Netzwerk, en: network", "Netzwerke", "networks", "de")
    assert len(result.target) == 1


def test_many_pairs_are_matched_in_order() -> None:
    pairs = [(plain("a layer"), plain("une couche")), (plain("nothing"), plain("rien"))]
    results = list(matches(glossary("term: layer, fr: couche"), "fr", pairs))
    assert [len(result.target) for result in results] == [1, 0]


@pytest.mark.parametrize("piece", ["layer layer ", "Deep Layer ", "a-a-a-a-a-"])
def test_long_texts_take_no_more_than_their_length(piece: str) -> None:
    matcher = Matcher(glossary("term: layer, fr: layer", "term: deep layer, fr: x"), "fr")

    def match(size: int) -> None:
        matcher.matches(plain(piece * size), plain(piece * size))

    assert grows_linearly(match, 2_500)


LANGUAGES = ["fr", "tr", "ar", "he", "de", "zh", "ja", "fa", "fi", "xx"]


@given(
    st.sampled_from(LANGUAGES),
    st.text(min_size=1, max_size=12),
    st.text(max_size=40),
    st.text(max_size=40),
)
def test_content_never_raises_and_spans_lie_in_the_text(
    language: str, form: str, source: str, target: str
) -> None:
    rendering = Rendering(language, use=form, allow=("BERT模型", "a b"), avoid=("é",))
    terms = (Term(form, renderings=(rendering,)), Term("İstanbul", keep=True))
    matcher = Matcher(Glossary(terms=terms), language)
    result = matcher.matches(plain(source + form), plain(target))
    ends = [0]
    for match in result.target:
        start, end = match.span
        assert 0 <= start < end <= len(target)
        ends.append(end)
    assert result == matcher.matches(plain(source + form), plain(target))


@given(
    st.sampled_from(LANGUAGES),
    st.from_regex(r"[a-zçéığşöüàèабв]{2,9}( [a-zéß]{2,9})?", fullmatch=True),
)
def test_every_form_is_recognised_as_it_is_written(language: str, form: str) -> None:
    terms = (Term("thing", renderings=(Rendering(language, use=form),)),)
    target = f"({form}), x"
    result = Matcher(Glossary(terms=terms), language).matches(plain("thing"), plain(target))
    assert [match.form for match in result.target] == [form]
