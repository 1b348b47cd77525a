"""Widths of what is printed."""

import pytest

from l10n.reports.printable import printable, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("中文", 4),
        ("ｆ", 2),
        ("👍", 2),
        ("👍🏽", 2),
        ("👩‍🔬", 2),
        ("❤", 1),
        ("❤️", 2),
        ("🇫🇷", 2),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
        ("नि", 2),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(printable(text)) == columns
