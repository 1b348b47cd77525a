from pathlib import Path

import polib
import pytest

from tests.judges.marker import MARK, fill, has_words, labels_of, mark


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("two words", "two~ words~"),
        ("**Bold** and _it_", "**Bold~** and~ _it~_"),
        ("run `code here` now", "run~ `code here` now~"),
        ("``a ` b`` c", "``a ` b`` c~"),
        ('a [link](u/c_(d) "My title") b', 'a~ [link~](u/c_(d) "My~ title~") b~'),
        ("[a](<b c> 'd') e", "[a~](<b c> 'd~') e~"),
        ("![alt](i.png)", "![alt~](i.png)"),
        ("[text][label] [text][]", "[text~][label] [text~][]"),
        ("[a][b][c] d", "[a~][b~][c] d~"),
        ("[a][b][c][d] e", "[a~][b][c~][d] e~"),
        ("[x](not a link)", "[x~](not~ a~ link~)"),
        ("<b class=\"x\">word</b>", "<b class=\"x\">word~</b>"),
        ("<img src=\"a\" alt=\"my cat\">", "<img src=\"a\" alt=\"my~ cat~\">"),
        ("<Card icon={x} title='T' /> y", "<Card icon={x} title='T~' /> y~"),
        ("a < b > c", "a~ < b~ > c~"),
        ("see {{ page.url }} {% link a %} x", "see~ {{ page.url }} {% link a %} x~"),
        ("{name} and {a: {b: 1}} c", "{name} and~ {a: {b: 1}} c~"),
        ("note[^abc] x", "note~[^abc] x~"),
        ("so $x_1$ or $$y$$", "so~ $x_1$ or~ $$y$$"),
        ("from $5 to $10 US", "from~ $5 to~ $10 US~"),
        ("R&amp;D &#65;", "R~&amp;D~ &#65;"),
        ("<https://a.b> <me@a.b> x", "<https://a.b> <me@a.b> x~"),
        ("at https://a.b/c?d=e, www.a.b/x. End", "at~ https://a.b/c?d=e, www.a.b/x. End~"),
        ("https://a.b/**c** d", "https://a.b/**c~** d~"),
        (r"\*no em\* \_", r"\*no~ em~\* \_"),
        ("深層学習 и 2020", "深層学習~ и~ 2020"),
        ("snake_case", "snake~_case~"),
        ("<!-- note --> x", "<!-- note --> x~"),
        ("x\ny", "x~\ny~"),
        ("a <code>b ` c</code> d", "a~ <code>b ` c</code> d~"),
        ("[a](b\u00a0c)", "[a~](b\u00a0c)"),
    ],
)  # fmt: skip
def test_every_word_of_prose_is_marked_and_nothing_else(text: str, marked: str) -> None:
    assert mark(text) == marked.replace("~", MARK)


def test_labels_that_are_known_stay_where_they_stand_alone() -> None:
    labels = labels_of("[foo] x\n\n[foo]: /u\n> [bar]: <v>\n")

    assert labels == {"foo", "bar"}
    assert mark('[foo]: /url "title"\nand', labels) == (
        '[foo]: /url "title~"\nand~'.replace("~", MARK)
    )
    assert mark("bar", labels) == "bar"
    assert mark("[Foo] and [bar][] [text][foo] [foo](u) [baz]", labels) == (
        "[Foo] and~ [bar][] [text~][foo] [foo~](u) [baz~]".replace("~", MARK)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a word", True),
        ("2020", True),
        ("![x](y)", True),
        ('<img alt="cat" src="y">', True),
        ("&eacute;", True),
        ("&amp;", False),
        ("`code`", False),
        ("https://example.org/a", False),
        ("![](a.png)", False),
        ("{% include x.html %}", False),
        ("$$ x $$", False),
        ("<!-- word -->", False),
        ("\\\\", False),
        ("{: .class}", False),
        ("* * *", False),
    ],
)
def test_what_holds_nothing_to_translate_is_told(text: str, expected: bool) -> None:
    assert has_words(text) is expected


def test_a_catalog_is_filled_and_confirmed(tmp_path: Path) -> None:
    catalog = polib.POFile()
    catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalog.append(polib.POEntry(msgid="a `b`", msgstr="old", flags=["fuzzy"]))
    catalog.append(polib.POEntry(msgid="gone", msgstr="weg", obsolete=True))
    path = tmp_path / "x.po"
    catalog.save(str(path))

    assert fill(path, changed=True) == ["a `b`"]
    marked = polib.pofile(str(path))
    assert [(entry.msgstr, entry.flags) for entry in marked] == [
        (f"a{MARK} `b`", []),
        ("weg", []),
    ]
    fill(path, changed=False)
    assert polib.pofile(str(path))[0].msgstr == "a `b`"
