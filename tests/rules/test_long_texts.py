"""Strangers write translations: none may keep the rules busy for long."""

import time

import pytest

from l10n.rules import RULES, run_rules
from tests.rules.units import unit

_PIECES = (
    "the ",
    "*",
    "*a ",
    "“a ",
    "(the ",
    "a/",
    "a",
    "字",
    "1 2,3 ",
    "](/",
    "_a_ ",
    "{{ ",
    "1.",
)


@pytest.mark.parametrize("piece", _PIECES)
def test_time_does_not_explode(piece: str) -> None:
    one = unit(f"The end of it is near. {piece * 10_000}", f"{piece * 10_000} x")
    start = time.perf_counter()
    run_rules([one], RULES)
    assert time.perf_counter() - start < 10, "a quadratic rule would need far longer"
