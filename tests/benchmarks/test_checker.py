"""The defects that are planted to measure the rules."""

from random import Random

import pytest

from benchmarks.checker.catalogs import plant
from benchmarks.checker.checkers import ours, pofilter
from benchmarks.checker.defects import DEFECTS
from l10n.glossary import Matcher, parse_glossary
from tests.rules.units import unit

_SOURCE = (
    "The **small** model of [our group](https://x.example/a) and of [theirs](https://x.example/b) "
    "was trained in 42 days with `make train` on very old newspapers from three countries."
)
_TARGET = (
    "Le **petit** modèle de [notre équipe](https://x.example/a) et de "
    "[la leur](https://x.example/b) a été entraîné en 42 jours avec "
    "`make train` sur de très vieux journaux de trois pays."
)
_PLAIN = (
    "The model was trained on very old newspapers that nobody had looked at for a hundred years.",
    "Le modèle a été entraîné sur de très vieux journaux que personne "
    "ne regardait plus depuis un siècle.",
)
_NAMED = ("Marginalia is a newsletter.", "Marginalia est une lettre.")
_WORDS = Matcher(
    parse_glossary(b"keep: [Marginalia]\nterms: [{term: newsletter, fr: lettre}]", "g"), "fr"
)


@pytest.mark.parametrize("kind", DEFECTS)
def test_a_defect_changes_the_translation_and_is_the_same_for_a_seed(kind: str) -> None:
    units = [unit(_SOURCE, _TARGET), unit(*_PLAIN), unit(*_NAMED, matcher=_WORDS)]
    made = [DEFECTS[kind](one, Random(7)) for one in units]
    assert any(made)
    assert all(text != one.message.msgstr for text, one in zip(made, units, strict=True))
    assert made == [DEFECTS[kind](one, Random(7)) for one in units]


def test_each_message_gets_one_defect_at_most() -> None:
    units = tuple(unit(*_PLAIN, line=line) for line in range(40))
    damaged = plant(units, seed=1, each=2)
    changed = [at for at, one in enumerate(damaged.units) if one is not units[at]]
    assert changed == sorted(damaged.kinds)
    assert plant(units, seed=1, each=2) == damaged


def test_terms_are_found_anew_in_what_was_planted() -> None:
    units = tuple(unit(*_NAMED, matcher=_WORDS, line=line) for line in range(40))
    damaged = plant(units, seed=1, each=2, matcher=_WORDS)
    said = ours(damaged.units)
    wrong = [at for at, kind in damaged.kinds.items() if kind.startswith("term")]
    assert len(wrong) == 4
    assert all(any(rule.startswith("term-") for rule, _ in said[at]) for at in wrong)


def test_both_checkers_say_what_they_see() -> None:
    units = [
        unit(*_PLAIN, line=1),
        unit("See https://x.example/a.", "Voir https://y.example.", line=2),
    ]
    assert {rule for rule, _ in ours(units)[1]} == {"link-changed"}
    assert "urls" in {rule for rule, _ in pofilter(units)[1]}
    assert 0 not in ours(units)
