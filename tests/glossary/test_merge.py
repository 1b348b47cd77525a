"""Terms are added to the file as lines; what stands there stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.glossary import merge_terms, parse_glossary
from l10n.model.errors import InputError
from l10n.model.terms import Rendering, Term

FILE = """\
# our words
keep: [BERT]   # names

terms:
  # models
  - term: layer   # of a network
    note: >
      a row of
      cells
    fr: couche

  - term: token
    es: {use: token,
      allow: [ficha]}
# the end
"""
LAYER = Term("layer", renderings=(Rendering("es", "capa"), Rendering("fr", "couche")))
NEW = Term(
    "a: b",
    ("yes",),
    True,
    note="#1",
    renderings=(Rendering("fr", "x, y", ("z",)), Rendering("es", keep=True)),
)


def test_new_terms_and_languages_are_added_and_nothing_else_changes() -> None:
    merged = merge_terms(FILE.encode(), "g.yml", [LAYER, NEW, Term("Token")])
    assert (
        merged.data.decode()
        == """\
# our words
keep: [BERT]   # names

terms:
  # models
  - term: layer   # of a network
    note: >
      a row of
      cells
    fr: couche
    es: capa

  - term: token
    es: {use: token,
      allow: [ficha]}
  - term: "a: b"
    also: ["yes"]
    case-sensitive: true
    note: "#1"
    fr: {use: "x, y", allow: [z]}
    es: {keep: true}
# the end
"""
    )
    assert merged.added == (NEW,)
    assert merged.extended == ("layer (es)",)
    assert merged.conflicts == ()


def test_line_ends_a_bom_and_a_missing_last_line_end_are_met() -> None:
    data = "\ufeffterms:\r\n- term: layer\r\n  fr: couche".encode()
    merged = merge_terms(data, "g.yml", [LAYER])
    assert merged.data == data + b"\r\n  es: capa\r\n"


@pytest.mark.parametrize(
    "start", ["", "# nothing\n", "keep: [A]\n", "terms:\n", "terms:\nkeep: [A]\n"]
)
def test_a_file_without_terms_gets_them(start: str) -> None:
    merged = merge_terms(start.encode(), "g.yml", [NEW])
    assert "a: b" in {term.term for term in parse_glossary(merged.data, "g.yml").terms}
    assert merged.data.decode().count("terms:") == 1


def test_an_empty_list_in_brackets_gives_way() -> None:
    data = b"# a\r\nterms: []  # none yet\r\n# end\r\n"
    merged = merge_terms(data, "g.yml", [Term("layer", renderings=(Rendering("fr", "couche"),))])
    assert merged.data == (
        b"# a\r\nterms:   # none yet\r\n  - term: layer\r\n    fr: couche\r\n# end\r\n"
    )
    merged = merge_terms(b"terms: []\nkeep: []\n", "g.yml", [Term("layer")])
    assert merged.data == b"terms:\n  - term: layer\nkeep: []\n"


def test_what_the_file_says_otherwise_stays_and_is_told() -> None:
    other = Term("layer", renderings=(Rendering("fr", "strate"),))
    kept = Term("bert", renderings=(Rendering("fr", "berthe"),))
    merged = merge_terms(FILE.encode(), "g.yml", [other, kept])
    assert merged.data == FILE.encode()
    assert merged.conflicts == (
        'layer (fr): the file says "couche", not "strate"',
        "bert (fr): the file keeps it in every language",
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "terms: [{term: layer}]\n",
            'g.yml:1: "terms" is written in brackets, and lines cannot be added to it\n'
            "  allowed: one entry per line, each beginning with a hyphen",
        ),
        (
            "terms:\n- {term: layer}\n",
            "g.yml:2: a term is written in braces, and lines cannot be added to it\n"
            "  allowed: one key per line\n"
            "  to do: add es: capa; add fr: couche",
        ),
        (
            "{keep: [a]}\n",
            "g.yml:2: is not valid YAML: did not find expected <document start>\n"
            "  to do: mend this line or the one above it; texts with a colon or a # need quotes",
        ),
    ],
)
def test_a_layout_that_takes_no_lines_is_refused(text: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        merge_terms(text.encode(), "g.yml", [LAYER])
    assert str(caught.value) == says


WORDS = st.text(min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)


@given(
    st.lists(
        st.builds(
            lambda term, also, note, use, allow: Term(
                term, tuple(also), note=note, renderings=(Rendering("fr", use, tuple(allow)),)
            ),
            WORDS,
            st.sets(WORDS, max_size=2),
            WORDS,
            WORDS,
            st.sets(WORDS, max_size=2),
        ),
        max_size=4,
    )
)
def test_any_text_survives(terms: list[Term]) -> None:
    merged = merge_terms(FILE.encode(), "g.yml", terms)
    assert merge_terms(merged.data, "g.yml", terms).data == merged.data
