"""Two links that exchanged their addresses, told by words or, in some languages, by order."""

from dataclasses import replace

import pytest

from l10n.model.language import Language
from l10n.rules import run_rules
from l10n.rules.link.swapped import RULE
from tests.rules.units import unit

_SOURCE = "[small print](https://x.example/a), then [older books](https://x.example/b)"
_CROSSED = "[wwww](https://x.example/b) qqq [zzzz](https://x.example/a)"


@pytest.mark.parametrize(("language", "told"), [("fr", True), ("tr", False), ("zh-Hans", False)])
def test_another_order_tells_only_where_grammar_keeps_it(language: str, told: bool) -> None:
    one = replace(unit(_SOURCE, _CROSSED), language=Language(language, language))
    assert bool(run_rules([one], [RULE])) is told


def test_an_address_that_stands_twice_tells_nothing() -> None:
    source = "[A](https://x.example/a) [B](https://x.example/b) [C](https://x.example/a)"
    target = "[B](https://x.example/a) [A](https://x.example/b) [C](https://x.example/a)"
    assert run_rules([unit(source, target)], [RULE]) == ()


def test_the_same_words_twice_tell_nothing() -> None:
    source = "[paper](https://x.example/a), then [post](https://x.example/b)"
    target = "[article](https://x.example/b), puis [article](https://x.example/a)"
    assert run_rules([unit(source, target)], [RULE]) == ()


def test_each_pair_is_named_once() -> None:
    source = " ".join(f"[model-{name}](https://x.example/{name})" for name in "abcd")
    target = (
        "[model-a](https://x.example/b) [model-b](https://x.example/a) "
        "[model-c](https://x.example/d) [model-d](https://x.example/c)"
    )
    assert len(run_rules([unit(source, target)], [RULE])) <= 2
