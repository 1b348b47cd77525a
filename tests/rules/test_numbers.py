"""Numbers are compared by value."""

import pytest

from l10n.rules import run_rules
from l10n.rules.number.changed import RULE
from l10n.rules.number.values import keys
from tests.rules.units import unit


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1,000", "1.000", True),
        ("1,000", "1\u202f000", True),
        ("1,000", "1000", True),
        ("1,234,567.5", "1.234.567,5", True),
        ("12,34,567", "1234567", True),
        ("3.14", "3,14", True),
        ("٣٫١٤", "3.14", True),
        ("०५", "5", True),
        ("4.5", "45", False),
        ("1.2.3", "1.2.4", False),
        ("1,000", "100", False),
    ],
)
def test_values(one: str, other: str, same: bool) -> None:
    assert bool(keys(one) & keys(other)) is same


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        ("two of 3", "2 von 3", 0),
        ("10 lines", "zehn Zeilen", 0),
        ("1.5 million people in 3 towns", "3 个城镇的 150 万人", 0),
        ("from 9:00 am to 4:00 pm", "de 9 h 00 à 16 h 00", 0),
        ("5 hours and 5 minutes", "5 saat 2 dakika", 1),
        ("the low 32 bits of `u32`", "los 23 bits de `u32`", 1),
        ("3 dimensions", "`3` dimensiones en 2 partes", 0),
        ("15-25 people", "15–15 personas", 1),
        ("in 2019 and 2020", "en 2019 y 2021", 1),
        ("12 &#176;", "12 &#177;", 0),
        ("no figures", "5", 0),
        ("up to 25 million sets", "[24] 25 Mio. Sätze", 0),
        ("2.1 has 3 layers", "8 Schichten", 1),
        ("2.1 has 39 layers", "8 Schichten", 0),
    ],
)
def test_what_is_a_change(source: str, target: str, count: int) -> None:
    assert len(run_rules([unit(source, target)], [RULE])) == count
