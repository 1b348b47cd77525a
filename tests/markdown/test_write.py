"""What is made of translations that Markdown would read as something else."""

import pytest

from l10n.markdown.build import ADDS, BREAKS
from l10n.model.dialect import Dialect
from tests.markdown.built import build, replaced

GFM, KRAMDOWN, MDX = Dialect.GFM, Dialect.KRAMDOWN, Dialect.MDX


@pytest.mark.parametrize(
    ("dialect", "text", "written"),
    [
        (GFM, "1. Mai", "1\\. Mai"),
        (GFM, "1) Mai", "1\\) Mai"),
        (GFM, "1986. Ein Jahr", "1986\\. Ein Jahr"),
        (GFM, "- Strich", "\\- Strich"),
        (GFM, "+", "\\+"),
        (GFM, "# Kopf", "\\# Kopf"),
        (GFM, "#kein Kopf", "#kein Kopf"),
        (GFM, "> Zitat", "\\> Zitat"),
        (GFM, "---", "\\---"),
        (GFM, "* * *", "\\* * *"),
        (GFM, "```py", "\\```py"),
        (GFM, "~~~", "\\~~~"),
        (GFM, "[a]: b", "[a]\\: b"),
        (GFM, "[ ] offen", "\\[ ] offen"),
        (GFM, "[!NOTE]", "\\[!NOTE]"),
        (GFM, "::: note", "\\::: note"),
        (GFM, '=== "Tab"', '\\=== "Tab"'),
        (GFM, "zwei\nZeilen", "zwei Zeilen"),
        (GFM, "zwei\r\n\r\nZeilen", "zwei Zeilen"),
        (GFM, "Ende\\", "Ende\\\\"),
        (GFM, "<div>", "&lt;div>"),
        (GFM, "a < b", "a < b"),
        (GFM, "<script>x</script>", "&lt;script>x&lt;/script>"),
        (GFM, "$$x$$", "\\$\\$x\\$\\$"),
        (GFM, "[^1] neu", "\\[^1] neu"),
        (GFM, "`<b>` bleibt", "`<b>` bleibt"),
        (GFM, "[a](<b c>)", "[a](<b c>)"),
        (GFM, "Steuer\x0czeichen\x00", "Steuer zeichen"),
        (KRAMDOWN, "a|b", "a\\|b"),
        (KRAMDOWN, "`a|b`", "`a|b`"),
        (KRAMDOWN, "ein ` Strich", "ein &#96; Strich"),
        (KRAMDOWN, ": Erklärung", "\\: Erklärung"),
        (KRAMDOWN, "*[A]: b", "\\*[A]: b"),
        (KRAMDOWN, "*[Quelle](u)*", "*[Quelle](u)*"),
        (KRAMDOWN, "wort{: .x}", "wort\\{: .x}"),
        (KRAMDOWN, "^", "\\^"),
        (MDX, "{x} < y", "\\{x} &lt; y"),
        (MDX, "import x", "&#105;mport x"),
        (MDX, "<https://a.example>", "&lt;https://a.example>"),
    ],
)
def test_a_paragraph_stays_one(dialect: Dialect, text: str, written: str) -> None:
    assert replaced("Words\n", dialect, text) == written + "\n"


@pytest.mark.parametrize(
    ("source", "text", "built"),
    [
        ("# Words\n", "Kopf #", "# Kopf \\#\n"),
        ("# Words\n", "a\nb", "# a b\n"),
        ("# Words {#id}\n", "Kopf", "# Kopf {#id}\n"),
        ("- Words\n", "- Strich", "- \\- Strich\n"),
        ("> Words\n> more\n", "> Zitat", "> \\> Zitat\n"),
        ("Words\n===\n", "---", "\\---\n===\n"),
        ("1 | 2\n-|-\n3 | Words\n", "a|b `c|d`", "1 | 2\n-|-\n3 | a\\|b `c\\|d`\n"),
        ("1 | 2\n-|-\nWords | 3\n", "- x", "1 | 2\n-|-\n\\- x | 3\n"),
        ("<div>Words</div>\n", "<b>a & b", "<div>&lt;b>a & b</div>\n"),
        (
            '<div title="Words"></div>\n',
            'a "b" <c>',
            '<div title="a &quot;b&quot; &lt;c&gt;"></div>\n',
        ),
        ('[a]: b "Words"\n', 'sag "ja"', '[a]: b "sag \\"ja\\""\n'),
        ("[a]: b (Words)\n", "nach (x)", "[a]: b (nach \\(x\\))\n"),
        ('!!! note "Words"\n    1\n', 'ein "Titel"', '!!! note "ein &quot;Titel&quot;"\n    1\n'),
    ],
)
def test_each_place_has_its_own_escapes(source: str, text: str, built: str) -> None:
    assert replaced(source, GFM, text) == built


@pytest.mark.parametrize(
    ("source", "text", "built"),
    [
        ("<A label={'Words'} />\n", "l'eau", "<A label={'l\\'eau'} />\n"),
        ("<A label={`Words`} />\n", "a `b` ${c}", "<A label={`a \\`b\\` \\${c}`} />\n"),
        ('<A label="Words" />\n', 'a "b"', '<A label="a &quot;b&quot;" />\n'),
    ],
)
def test_jsx_strings_stay_strings(source: str, text: str, built: str) -> None:
    assert replaced(source, MDX, text) == built


@pytest.mark.parametrize(
    ("source", "text", "built"),
    [
        ("Words one  \nand two\n", "eins\nzwei", "eins  \nzwei\n"),
        ("Words one\\\nand two\n", "eins\nzwei\ndrei", "eins\\\nzwei\\\ndrei\n"),
        ("> Words one  \n> and two\n", "eins\n> zwei", "> eins  \n> \\> zwei\n"),
        ("- Words one  \n  and two\n", "eins\n- zwei", "- eins  \n  \\- zwei\n"),
        ("Words one  \r\nand two\r\n", "eins\nzwei", "eins  \r\nzwei\r\n"),
    ],
)
def test_hard_breaks_are_written_as_the_source_writes_them(
    source: str, text: str, built: str
) -> None:
    assert replaced(source, GFM, text) == built


@pytest.mark.parametrize(
    ("dialect", "source", "text"),
    [
        (GFM, "Words <b>bold</b>\n", "Worte <b>fett"),
        (GFM, "Words {% x %}\nand {% y %} more\n", "Worte {% x %}"),
        (GFM, "Words\n", "{{ secret }}"),
        (GFM, "Words\n", "{% include x %}"),
        (GFM, "Words\n", '{{< figure src="x" >}}'),
        (GFM, "Words[^1]\n\n[^1]: 1\n", "Worte"),
        (KRAMDOWN, "Words\n", "{% raw %}"),
    ],
)
def test_what_cannot_be_made_safe_is_refused(dialect: Dialect, source: str, text: str) -> None:
    built = build(source, dialect, Words=text)

    assert built.data.decode() == source
    assert [refused.reason for refused in built.refused] == [ADDS]


def test_a_value_may_be_left_out() -> None:
    assert replaced("Words {{ name }}\n", GFM, "Worte") == "Worte\n"


def test_tags_may_move_and_their_words_change() -> None:
    source = 'Words <b>bold</b> <img src="a" alt="alt">\n'
    text = '<img src="a" alt="anders"> und <b>fett</b>'

    assert replaced(source, GFM, "Und " + text) == f"Und {text}\n"


def test_structure_that_no_escape_saves_is_refused_alone() -> None:
    source = "First words\n\nWords two\n\nLast words\n"
    built = build(source, GFM, First="Eins", Words="zwei \\\\[ x \\\\]", Last="drei")

    assert built.data == b"Eins\n\nWords two\n\ndrei\n"
    assert [(refused.text, refused.reason) for refused in built.refused] == [
        ("zwei \\\\[ x \\\\]", BREAKS)
    ]


def test_kramdown_takes_two_underlined_lines_for_a_paragraph() -> None:
    source = "Words of\ntwo lines\n===\n"

    assert replaced(source, KRAMDOWN, "Auch zwei") == "Auch\nzwei\n===\n"
    assert build(source, KRAMDOWN, Words="Eins").data.decode() == source
