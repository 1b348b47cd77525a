"""TBX, CSV and Markdown tables: what goes out comes back, and bad files are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.glossary import (
    parse_glossary,
    read_csv,
    read_markdown,
    read_tbx,
    write_csv,
    write_tbx,
)
from l10n.model.errors import InputError
from l10n.model.terms import Glossary, Rendering, Term

GLOSSARY = parse_glossary(
    """\
terms:
  - term: fine-tuning
    also: [fine-tune]
    note: <small> & "cheap"
    fr: {keep: true, allow: [affinage], avoid: [réglage fin], forms: [fine-tuné]}
    es: ajuste fino
  - {term: "=SUM(A1)", fr: "-x"}
""".encode(),
    "glossary.yml",
)
LANGUAGES = ("fr", "es")


def bare(term: Term) -> Term:
    renderings = tuple(
        Rendering(r.language, r.use, r.allow, r.avoid, r.forms, r.keep) for r in term.renderings
    )
    return Term(term.term, term.also, term.case_sensitive, term.keep, term.note, renderings)


def test_csv_comes_back_and_no_cell_is_a_formula() -> None:
    data = write_csv(GLOSSARY, LANGUAGES)
    assert data.decode() == (
        "\ufeffterm,also,case-sensitive,keep,note,fr,fr allow,fr avoid,fr forms,"
        "es,es allow,es avoid,es forms\r\n"
        'fine-tuning,fine-tune,,,"<small> & ""cheap""",fine-tuning,affinage,réglage fin,'
        "fine-tuné,ajuste fino,,,\r\n"
        "'=SUM(A1),,,,,'-x,,,,,,,\r\n"
    )
    assert read_csv(data, "g.csv", "en") == tuple(map(bare, GLOSSARY.terms))


def test_a_plain_table_of_two_columns_is_csv_enough() -> None:
    data = b"EN;fr_CA\r\nlayer;couche\r\n;\r\ntoken\r\n"
    assert read_csv(data, "g.csv", "en") == (
        Term("layer", renderings=(Rendering("fr-CA", "couche"),)),
        Term("token"),
    )


def test_unusable_csv_is_named() -> None:
    with pytest.raises(InputError) as caught:
        read_csv(b"word,fr,fr alow\n", "g.csv", "en")
    allowed = (
        "  allowed: term, also, case-sensitive, keep, note, and for each language fr, fr allow,"
        " fr avoid, fr forms"
    )
    assert str(caught.value) == (
        f'g.csv:1: no column is called "term"\n{allowed}\n'
        f'g.csv:1: unknown column "word"\n{allowed}\n'
        f'g.csv:1: unknown column "fr alow"\n{allowed}'
    )
    with pytest.raises(InputError) as caught:
        read_csv(b"t\xe9rm", "g.csv", "en")
    assert str(caught.value) == 'g.csv: is not UTF-8\n  to do: save it as "CSV UTF-8"'


def test_tbx_comes_back() -> None:
    data = write_tbx(GLOSSARY, "en", LANGUAGES)
    assert b"&lt;small&gt; &amp;" in data
    assert read_tbx(data, "g.tbx", "en") == tuple(map(bare, GLOSSARY.terms))


def test_the_newer_tbx_is_read() -> None:
    data = b"""\
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="c1">
  <langSec xml:lang="en"><termSec><term>layer</term></termSec></langSec>
  <langSec xml:lang="fr">
    <termSec><term>couche</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>strate</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec>
</conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="de"><termSec><term>x</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""  # noqa: E501 - the elements' names are that long
    assert read_tbx(data, "g.tbx", "en") == (
        Term("layer", renderings=(Rendering("fr", "couche", avoid=("strate",)),)),
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<a>\n<b></a>", "g.tbx:2: is not XML: mismatched tag: line 2, column 5"),
        (b"<a/>", "g.tbx: holds no TBX entries\n  allowed: termEntry or conceptEntry elements"),
        (
            b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            "g.tbx: declares entities of its own\n  to do: remove <!ENTITY \u2026>",
        ),
    ],
)
def test_unusable_tbx_is_named(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read_tbx(data, "g.tbx", "en")
    assert str(caught.value) == says


WORDS = st.text(min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)


@given(WORDS, WORDS)
def test_any_text_leaves_tbx_readable(term: str, rendering: str) -> None:
    glossary = Glossary(terms=(Term(term, renderings=(Rendering("fr", rendering),)),))
    read_tbx(write_tbx(glossary, "en", ("fr",)), "g.tbx", "en")


def test_a_markdown_table_is_read() -> None:
    page = """\
# Words

| Original | Français |
|----------|:--------:|
| Layer    | Couche   |
| *Batch*  | **batch** |
| Checkpoint | *Checkpoint* (rarely “point de reprise”) |
| [Loss function](x) | Fonction de perte/coût |
| GPU farm | Ferme de GPU (jargon) |
| | nothing |

| not a table |
"""
    assert read_markdown(page.encode(), "g.md", "fr") == (
        Term("layer", renderings=(Rendering("fr", "couche"),)),
        Term("Batch", renderings=(Rendering("fr", keep=True),)),
        Term("Checkpoint", renderings=(Rendering("fr", allow=("point de reprise",), keep=True),)),
        Term(
            "loss function",
            renderings=(Rendering("fr", "fonction de perte", ("fonction de coût",)),),
        ),
        Term("GPU farm", note="jargon", renderings=(Rendering("fr", "Ferme de GPU"),)),
    )
    with pytest.raises(InputError) as caught:
        read_markdown(b"no table | here\n", "g.md", "fr")
    assert str(caught.value) == (
        "g.md: holds no table\n  allowed: a table: the word, and its rendering"
    )
