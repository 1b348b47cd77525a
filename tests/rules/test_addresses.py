"""What makes no difference to where an address leads."""

import pytest

from l10n.rules.addresses import normal


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://x.example/caf%C3%A9", "https://x.example/café", True),
        ("HTTPS://X.Example:443/a/", "https://x.example/a", True),
        ("https://x.example", "https://x.example/", True),
        ("http://x.example:8080/", "http://x.example/", False),
        ("https://x.example/a/?b#c", "https://x.example/a?b#c", True),
        ("https://x.example/A", "https://x.example/a", False),
        ("mailto:A@x.example", "mailto:a@x.example", False),
        ("http://[::1]:80/", "http://[::1]", True),
        ("http://[a", "http://[a", True),
        ("a/b.md", "a/b.md/", True),
        ("", "/", True),
    ],
)
def test_normal(one: str, other: str, same: bool) -> None:
    assert (normal(one) == normal(other)) is same
