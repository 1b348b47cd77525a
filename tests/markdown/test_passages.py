from l10n.markdown.passages import passages
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect


def cut(text: str, dialect: Dialect = Dialect.KRAMDOWN, keys: tuple[str, ...] = ()) -> list[str]:
    found = passages(read_post(text.encode(), dialect, keys))
    return [f"{each.line}-{each.end_line} {each.kind}: {each.raw}" for each in found]


def test_every_block_is_a_passage() -> None:
    post = (
        "# Tea\n\n![](pot.png)\n\nBoil the water,\nthen wait.\n\n```sh\nboil --now\n```\n\n"
        "- green\n- black\n\n<div><iframe src='x.html'></iframe></div>\n\n---\n\n[pot]: /pot\n"
    )
    assert cut(post) == [
        "1-1 heading 1: Tea",
        "3-3 image: ![](pot.png)",
        "5-6 paragraph: Boil the water,\nthen wait.",
        "8-10 code: ```sh\nboil --now\n```",
        "12-12 list item: green",
        "13-13 list item: black",
        "15-15 image: <div><iframe src='x.html'></iframe></div>",
        "19-19 definition: [pot]: /pot",
    ]


def test_comments_make_none() -> None:
    post = "One.\n\n<!-- Two.\n\nThree. -->\n\nFour. <!-- five -->\n\n`<!--` six\n\nSeven.\n"
    assert [line.split(": ")[1] for line in cut(post)] == [
        "One.",
        "Four.",
        "`<!--` six",
        "Seven.",
    ]


def test_lines_of_two_backslashes_make_none() -> None:
    assert cut("One.\n\n\\\\\n![](a.png)\n\n\\\\\nTwo.\n{: .lead}\n") == [
        "1-1 paragraph: One.",
        "4-4 image: ![](a.png)",
        "7-7 paragraph: Two.",
    ]


def test_an_image_beside_words_is_a_passage_of_its_own() -> None:
    assert cut("![](a.png) *Photo: Ada*\n") == [
        "1-1 image: ![](a.png)",
        "1-1 paragraph: *Photo: Ada*",
    ]


def test_front_matter_is_read_by_key_or_taken_as_a_whole() -> None:
    post = "---\ntitle: Tea\nlang: en\n---\n\nHot.\n"
    assert cut(post, keys=("title",)) == ["2-2 front matter: title: Tea", "6-6 paragraph: Hot."]
    assert cut(post) == ["2-3 front matter: title: Tea\nlang: en\n", "6-6 paragraph: Hot."]


def test_markup_around_text_and_wordless_rows() -> None:
    post = "<Tip>\n\nMind the gap.\n\n</Tip>\n\n|a|b|\n|-|-|\n|1|2|\n"
    assert cut(post, Dialect.MDX) == [
        "1-1 html: <Tip>",
        "3-3 paragraph: Mind the gap.",
        "5-5 html: </Tip>",
        "7-7 table header: a",
        "7-7 table header: b",
        "8-9 table row: |-|-|\n|1|2|",
    ]


def test_segments_are_named_by_index() -> None:
    read = read_post(b"---\ntitle: Tea\n---\nHot.\n\n![](a.png)\n", Dialect.GFM, ("title",))
    found = passages(read)
    assert [each.segments for each in found] == [(0,), (1,), ()]
    assert found[1].text.text == read.segments[1].msgid == "Hot."
