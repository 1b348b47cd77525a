"""The quick look for names must pass over no message that has one."""

from hypothesis import given
from hypothesis import strategies as st

from l10n.model.inline import Inline, Text
from l10n.rules.term.names import special, specials_of, tokens_of


@given(st.text("aZbà9É0xÖ÷À .", max_size=16))
def test_no_name_is_passed_over(text: str) -> None:
    side = Inline(text, texts=(Text("text", text, (0, len(text))),))
    assert specials_of(side) == [token for token in tokens_of(side) if special(token.raw)]
