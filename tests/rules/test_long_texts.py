"""Strangers write translations: none may keep the rules busy for long."""

from functools import partial

import pytest

from l10n.rules import RULES, run_rules
from tests.growth import times_as_slow
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
    "a? ",
    "a?",
    "«a» ",
    "é√©",
    "ÃƒÂ© ",
    "a\u200b",
    "** a** ",
    "[a] (https://x.example) ",
    "[a]（https://x.example） ",
    "［a］",
)


@pytest.mark.parametrize("piece", _PIECES)
def test_time_does_not_explode(piece: str) -> None:
    one = unit(f"The end of it is near. {piece * 10_000}", f"{piece * 10_000} x")
    plain = unit("The end of it is near. " * 3_000, "La fin est proche. " * 3_000)
    slow = times_as_slow(partial(run_rules, [one], RULES), partial(run_rules, [plain], RULES))
    assert slow < 300, "a quadratic rule would need far longer"
