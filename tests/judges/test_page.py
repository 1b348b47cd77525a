"""A judge must be able to fail: every kind of damage has to be seen, and no harmless change."""

import pytest

from tests.judges.compare import same_pieces, same_skeleton, same_verbatim
from tests.judges.kramdown import Kramdown
from tests.judges.markdown import render_commonmark, render_site
from tests.judges.page import Page, Tag, read_page, words_of

POST = """## A heading

Some *words* and a [link](https://example.org "Its title").

- one
- two

![A picture](p.png)

    code here
"""


def page(markdown: str) -> Page:
    return read_page(render_site(markdown))


def test_a_page_is_told_apart_into_skeleton_words_and_code() -> None:
    found = read_page('<h2 id="x" class="y">Ein Wort</h2><p><img src="a.png" alt="Bild"></p>')

    assert found.skeleton == (
        Tag("h2"),
        Tag("/h2"),
        Tag("p"),
        Tag("img", src="a.png"),
        Tag("/p"),
    )
    assert found.words == ("Ein", "Wort")
    assert found.attribute_words == ("Bild",)


def test_code_math_scripts_and_comments_are_no_prose() -> None:
    found = read_page(
        r"a <code>b</code> \(c\) <pre>d <b>e</b></pre> <math>f</math> <!-- g --> \[h\] i"
    )

    assert found.words == ("a", "i")
    assert found.verbatim == ("b", r"\(c\)", "d ", "e", "f", " g ", r"\[h\]")


def test_addresses_and_numbers_are_no_words() -> None:
    assert words_of("See https://example.org/a-b, www.x.org or me@x.org in 2020, T5!") == [
        "See",
        "or",
        "in",
        "T5",
    ]


def test_other_words_in_the_same_page_are_the_same_skeleton() -> None:
    assert same_skeleton(page(POST), page(POST.replace("words", "Wörter").replace("one", "eins")))


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        (
            "https://example.org",
            "https://example.com",
            "tag 6 after <p> <em> </em>: <a href='https://example.org'> became "
            "<a href='https://example.com'>",
        ),
        (
            "p.png",
            "q.png",
            "tag 16 after </li> </ul> <p>: <img src='p.png'> became <img src='q.png'>",
        ),
        ("- two\n", "", "tag 12 after <ul> <li> </li>: <li> became </ul>"),
        (
            "\n- one",
            "\n# More\n\n- one",
            "tag 9 after <a href='https://example.org'> </a> </p>: <ul> became <h1>",
        ),
        (
            "*words*",
            "words",
            "tag 4 after <h2> </h2> <p>: <em> became <a href='https://example.org'>",
        ),
        ("Some", "1. Some", "tag 3 after <h2> </h2>: <p> became <ol>"),
        (
            "    code here\n",
            "",
            "tag 18 after <p> <img src='p.png'> </p>: <pre> became nothing",
        ),
    ],
)
def test_damage_is_seen_and_located(before: str, after: str, where: str) -> None:
    verdict = same_skeleton(page(POST), page(POST.replace(before, after)))

    assert not verdict
    assert verdict.where == where


def test_changed_code_is_seen() -> None:
    verdict = same_verbatim(page(POST), page(POST.replace("code here", "Kode hier")))

    assert verdict.where == (r"verbatim text 1: 'code here\n' became 'Kode hier\n'")


def test_a_lost_piece_is_seen() -> None:
    assert same_pieces("Liquid", ("{% a %}", "{% b %}"), ("{% a %}",)).where == (
        "Liquid 2 after {% a %}: '{% b %}' became nothing"
    )


def test_the_two_presets_differ_where_they_should() -> None:
    table = "| a | b |\n|---|---|\n| c | d |\n"

    assert "<table>" in render_site(table)
    assert "<table>" not in render_commonmark(table)


@pytest.mark.parametrize(
    "text",
    ["price $x_1 * y_1$ now", "$$\na_1 * b_1\n$$\n", "see \\\\(a_1 * b_1\\\\) there", "$$a_1$$ x"],
)
def test_math_is_verbatim_for_the_site_judge(text: str) -> None:
    found = page(text)

    assert Tag("math") in found.skeleton
    assert Tag("em") not in found.skeleton
    assert "a" not in found.words


def test_dollars_that_are_money_are_not_math() -> None:
    assert Tag("math") not in page("from $5 to $10 and $ 3 $").skeleton


@pytest.mark.judge
def test_kramdown_reads_what_jekyll_reads(kramdown: Kramdown) -> None:
    found = read_page(kramdown.render("a $$x$$\n{: .note}\n\n\\\\\nb\n\nc | d\n--|--\ne | f\n"))

    assert found.words == ("a", "b", "c", "d", "e", "f")
    assert Tag("br") in found.skeleton
    assert Tag("table") in found.skeleton
    assert found.verbatim == (r"\(x\)",)


@pytest.mark.judge
def test_kramdown_renders_many_documents_in_one_process(kramdown: Kramdown) -> None:
    html = [kramdown.render(f"word {number} – ｗｉｄｅ\u2028x") for number in range(50)]

    assert html[49] == "<p>word 49 – ｗｉｄｅ\u2028x</p>\n"


@pytest.mark.judge
def test_kramdown_sees_damage(kramdown: Kramdown) -> None:
    one = read_page(kramdown.render("- one\n- two\n"))
    other = read_page(kramdown.render("- one\n\ntwo\n"))

    assert same_skeleton(one, other).where == ("tag 4 after <ul> <li> </li>: <li> became </ul>")


def test_kramdown_is_for_the_inside_of_a_with_block() -> None:
    with pytest.raises(RuntimeError, match="inside of a with block"):
        Kramdown().render("x")
