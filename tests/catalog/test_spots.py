"""Where a spot of a translation stands in its file."""

from hypothesis import given
from hypothesis import strategies as st

from l10n.catalog import find_spot
from l10n.catalog.strings import quoted
from l10n.model.finding import Region

PO = """\
#: a.md
msgid "One"
msgstr "Un « é » \\"deux\\""

msgid ""
"Two\\n"
"lines"
msgstr ""
"deux\\n"
"lignes là\\n"

#~ msgid "Gone"
#~ msgstr "Parti"
msgid "Many"
msgid_plural "Manies"
msgstr[0] "Un"
msgstr[1] "Des"
"""
LINES = PO.encode().split(b"\n")


def test_on_one_line() -> None:
    assert find_spot(LINES, 2, 'Un « é » "deux"', (0, 2)) == Region(3, 9, 3, 11)
    assert find_spot(LINES, 2, 'Un « é » "deux"', (9, 15)) == Region(3, 18, 3, 26)


def test_on_several_lines() -> None:
    assert find_spot(LINES, 5, "deux\nlignes là\n", (5, 11)) == Region(10, 2, 10, 8)
    assert find_spot(LINES, 5, "deux\nlignes là\n", (2, 8)) == Region(9, 4, 10, 5)


def test_in_an_obsolete_message_and_with_carriage_returns() -> None:
    assert find_spot(LINES, 12, "Parti", (0, 5)) == Region(13, 12, 13, 17)
    returns = PO.replace("\n", "\r\n").encode().split(b"\n")
    assert find_spot(returns, 5, "deux\nlignes là\n", (5, 11)) == Region(10, 2, 10, 8)


def test_none_where_it_is_not_as_it_was() -> None:
    assert find_spot(LINES, 2, "Une", (0, 2)) is None
    assert find_spot(LINES, 14, "Un", (0, 2)) is None
    assert find_spot(LINES, 99, "Un", (0, 2)) is None
    assert find_spot(LINES, 2, 'Un « é » "deux"', (3, 30)) is None
    octal = [b'msgid "a"', b'msgstr "\\303\\251"']
    assert find_spot(octal, 1, "é", (0, 1)) is None


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_what_stands_there_is_the_spot(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    lines = ('msgid "a"\n' + quoted("msgstr", text)).encode().split(b"\n")
    region = find_spot(lines, 1, text, (start, start + 1))
    assert region and region.line == region.end_line
    written = lines[region.line - 1].decode()[region.column - 1 : region.end_column - 1]
    assert quoted("x", text[start]).split("\n")[-2].removeprefix("x ") == f'"{written}"'
