"""Which addresses count as the edition of a page in the reader's language."""

import pytest

from l10n.model.language import Language
from l10n.rules.localized import localized

_ENGLISH, _BRAZIL = Language("en", "en"), Language("pt-BR", "pt")


@pytest.mark.parametrize(
    ("source", "target", "same"),
    [
        ("https://en.wiki.example/Cat", "https://pt.wiki.example/Gato", True),
        ("https://x.example/en-us/a", "https://x.example/pt-br/a", True),
        ("https://x.example/a", "https://x.example/pt/a", True),
        ("/en/a.en.html", "/pt/a.pt.html", True),
        ("a.md#b", "pt/a.md#b", True),
        ("#why", "#por-que", True),
        ("https://x.example/en/a", "https://x.example/pt/b", False),
        ("https://x.example/en/a", "https://y.example/pt/a", False),
        ("https://x.example/es/a", "https://x.example/pt/a", False),
        ("https://x.example/a", "https://x.example.pt/a", False),
        ("https://x.example/a", "http://x.example/a", False),
        ("https://x.example/#a", "https://x.example/#b", False),
        ("https://en.wiki.example/Cat", "https://pt.wikis.example/Gato", False),
        ("https://en.example/Cat", "https://pt.example/Gato", False),
        ("#why", "https://x.example/#why", False),
        ("#why", "javascript:pt", False),
        ("http://[a", "http://[a/pt", False),
    ],
)
def test_localized(source: str, target: str, same: bool) -> None:
    assert localized(source, target, _ENGLISH, _BRAZIL) is same
