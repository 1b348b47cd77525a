"""The glossary benchmark can tell a method that recognises from one that does not."""

from pathlib import Path

import pytest

from benchmarks import glossary as benchmark
from l10n.glossary import parse_glossary
from l10n.markdown.inline import parse_inline
from l10n.model.dialect import Dialect


def test_each_method_is_counted_for_itself() -> None:
    glossary = parse_glossary(b"terms: [{term: network, fr: r\xc3\xa9seau}]", "g.yml")
    texts = (
        ("a network", "un réseau"),
        ("two networks", "deux réseaux"),
        ("a network", "deux sous-réseaux"),
        ("a network", "rien"),
        ("nothing", "rien"),
    )
    pairs = [tuple(parse_inline(text, Dialect.GFM) for text in pair) for pair in texts]
    row = benchmark.row("mine", glossary, "fr", pairs)
    shares = ["25.0 %", *["75.0 %"] * 6, *["0.0 %"] * 2]
    assert row == f"| mine | 4 | {' | '.join(shares)} |"


@pytest.mark.corpus
def test_terms_are_recognised_as_often_as_by_all_other_methods_together(corpus: Path) -> None:
    glossary = parse_glossary((benchmark.ROOT / "benchmarks" / "glossary.yml").read_bytes(), "g")
    pairs = list(benchmark.catalog_pairs(corpus / "comprehensive-rust" / "po" / "tr.po"))
    cells = benchmark.row("tr", glossary, "tr", pairs).split("|")
    union, ours = (float(cell.removesuffix(" % ")) for cell in cells[7:9])
    assert ours >= union > 95
