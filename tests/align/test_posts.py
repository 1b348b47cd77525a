"""Own samples: what translators do to posts, and what is to be made of it."""

from hypothesis import given
from hypothesis import strategies as st

from l10n.align import align
from l10n.markdown.passages import passages
from l10n.markdown.segments import read_post
from l10n.model.alignment import Alignment
from l10n.model.dialect import Dialect
from l10n.model.passage import Passage

SOURCE = (
    "# Baking with Rye",
    "Rye was grown in the north long before wheat, and Olga Petrova still mills it in Tartu.",
    "![](https://example.org/img/rye.jpg)",
    "## The starter",
    "Mix 100 g of flour with 120 g of water and leave it in a warm place for a day.",
    "Feed it daily as [the museum](https://example.org/museum) says, until it doubles in size.",
    "## The dough",
    "Call `mix(800)` on the machine, then add 14 g of salt and the whole starter.",
    "The dough will be sticky; resist the urge to add more flour.",
    "## The oven",
    "Bake at 240 degrees for 15 minutes, then at 190 for another 40, says [Jaan](https://a.ee/j).",
    "Let it rest until the next morning.",
)
FRENCH = (
    "# Du pain de seigle",
    "Le seigle poussait au nord bien avant le blé, et Olga Petrova le moud encore à Tartu.",
    "![](https://example.org/img/rye.jpg)",
    "## Le levain",
    "Mélangez 100 g de farine avec 120 g d'eau et laissez reposer un jour au chaud.",
    "Nourrissez-le chaque jour, selon [le musée](https://example.org/museum), pour qu'il double.",
    "## La pâte",
    "Appelez `mix(800)` sur la machine, puis ajoutez 14 g de sel et tout le levain.",
    "La pâte sera collante ; résistez à l'envie d'ajouter de la farine.",
    "## Le four",
    "Cuisez à 240 degrés 15 minutes, puis à 190 encore 40 minutes, dit [Jaan](https://a.ee/j).",
    "Laissez reposer jusqu'au lendemain matin.",
)
CHINESE = (
    "# 用黑麦烤面包",
    "早在小麦之前，北方就种植黑麦，Olga Petrova 至今仍在 Tartu 磨面粉。",
    "![](https://example.org/img/rye.jpg)",
    "## 酵头",
    "将 100 克面粉与 120 克水混合，在温暖处放置一天。",
    "按照[博物馆](https://example.org/museum)的说法每天喂养，直到体积翻倍。",
    "## 面团",
    "在机器上运行 `mix(800)`，再加 14 克盐和全部酵头。",
    "面团会很黏，不要再加面粉。",
    "## 烤箱",
    "[Jaan](https://a.ee/j) 说，先用 240 度烤 15 分钟，再用 190 度烤 40 分钟。",
    "放到第二天早上。",
)
ARABIC = (
    "# الخبز بالجاودار",
    "زُرع الجاودار في الشمال قبل القمح بزمن طويل، وما زالت أولغا بيتروفا تطحنه في تارتو.",
    "![](https://example.org/img/rye.jpg)",
    "## الخميرة",
    "اخلط ١٠٠ غرام من الدقيق مع ١٢٠ غراما من الماء واتركه في مكان دافئ يوما.",
    "أطعمه كل يوم كما يقول [المتحف](https://example.org/museum) حتى يتضاعف حجمه.",
    "## العجين",
    "شغّل `mix(800)` على الآلة ثم أضف ١٤ غراما من الملح وكل الخميرة.",
    "سيكون العجين لزجا، فلا تضف دقيقا.",
    "## الفرن",
    "اخبز على ٢٤٠ درجة ١٥ دقيقة ثم على ١٩٠ أربعين، يقول [يان](https://a.ee/j).",
    "اتركه يرتاح حتى الصباح التالي.",
)


def cut(*blocks: str) -> tuple[Passage, ...]:
    return passages(read_post("\n\n".join(blocks).encode(), Dialect.GFM, ("title",)))


def aligned(
    source: tuple[Passage, ...], target: tuple[Passage, ...], language: str = "fr"
) -> Alignment:
    return align(source, target, source_language="en", language=language)


def links(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.source, pair.target) for pair in alignment.pairs]


def one_to_one(*numbers: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [((number,), (number,)) for number in numbers]


def test_nothing_aligns_with_nothing() -> None:
    assert aligned((), ()) == Alignment()
    assert aligned(cut("One."), ()) == Alignment((), (0,), ())
    assert aligned((), cut("Un.")) == Alignment((), (), (0,))


def test_a_post_is_aligned_with_itself() -> None:
    found = aligned(cut(*SOURCE), cut(*SOURCE), "en")
    assert links(found) == one_to_one(*range(12))
    assert min(pair.score for pair in found.pairs) > 0.98


def test_any_two_scripts() -> None:
    for translation in (FRENCH, CHINESE, ARABIC):
        found = aligned(cut(*SOURCE), cut(*translation))
        assert links(found) == one_to_one(*range(12))
        assert not any(pair.moved for pair in found.pairs)
    found = aligned(cut(*CHINESE), cut(*ARABIC))
    assert links(found) == one_to_one(*range(12))


def test_a_dropped_and_an_added_paragraph_stay_alone() -> None:
    note = "*Note du traducteur : la farine T170 convient le mieux, on la trouve en magasin bio.*"
    found = aligned(cut(*SOURCE), cut(*FRENCH[:7], *FRENCH[8:11], note, FRENCH[11]))
    assert found.source_only == (7,)
    assert found.target_only == (10,)


def test_a_moved_section_is_found_and_marked() -> None:
    moved = cut(*FRENCH[:3], *FRENCH[6:9], *FRENCH[3:6], *FRENCH[9:])
    found = aligned(cut(*SOURCE), moved)
    places = {0: 0, 1: 1, 2: 2, 6: 3, 7: 4, 8: 5, 3: 6, 4: 7, 5: 8, 9: 9, 10: 10, 11: 11}
    assert {pair.source[0]: pair.target[0] for pair in found.pairs} == places
    marked = {pair.source[0] for pair in found.pairs if pair.moved}
    assert marked in ({3, 4, 5}, {6, 7, 8})


def test_a_split_and_a_merged_paragraph() -> None:
    first, second = FRENCH[1].split(", et ")
    both = f"{FRENCH[7]} {FRENCH[8]}"
    target = cut(FRENCH[0], f"{first}.", f"Et {second}", *FRENCH[2:7], both, *FRENCH[9:])
    found = links(aligned(cut(*SOURCE), target))
    assert ((1,), (1, 2)) in found
    assert ((7, 8), (8,)) in found
    assert len(found) == 11


def test_titles_become_bold_lines_and_images_move_house() -> None:
    target = [f"**{block[3:]}**" if block.startswith("##") else block for block in FRENCH]
    target[2] = "![](/assets/seigle.webp)"
    assert links(aligned(cut(*SOURCE), cut(*target))) == one_to_one(*range(12))


def test_a_bold_line_above_a_text_becomes_a_title_of_its_own() -> None:
    source = [*SOURCE[:3], f"**The starter**\n{SOURCE[4]}", *SOURCE[5:]]
    found = links(aligned(cut(*source), cut(*FRENCH)))
    assert ((3,), (3, 4)) in found
    assert len(found) == 11


def test_addresses_moved_to_a_list_at_the_end() -> None:
    target = [block.replace("](https://example.org/museum)", "][1]") for block in CHINESE]
    target = [block.replace("](https://a.ee/j)", "][2]") for block in target]
    notes = ["## 参考", "[1] 博物馆: https://example.org/museum", "[2] Jaan: https://a.ee/j"]
    found = aligned(cut(*SOURCE), cut(*target, *notes))
    assert links(found) == one_to_one(*range(12))
    assert found.target_only == (12, 13, 14)


def test_the_first_of_repeated_paragraphs_counts() -> None:
    found = aligned(cut(*SOURCE), cut(*FRENCH, FRENCH[11], FRENCH[11]))
    assert links(found) == one_to_one(*range(12))
    assert found.target_only == (12, 13)


def test_strangers_are_not_sure() -> None:
    other = (
        "Der Bus nach Riga fährt um sieben, und wer ihn verpasst, wartet bis zum Abend am Hafen.",
        "Im Winter ist die Fähre teurer, doch dafür gibt es an Bord eine Suppe ohne Aufpreis.",
    )
    found = aligned(cut(*SOURCE[7:9]), cut(*other), "de")
    assert all(pair.score < 0.9 for pair in found.pairs)


def test_front_matter_is_paired_by_key() -> None:
    source = cut("---\ntitle: Rye\n---\n", SOURCE[1])
    target = cut("---\ndate: 2024\ntitle: Seigle\n---\n", FRENCH[0], FRENCH[1])
    found = aligned(source, target)
    assert links(found) == [((0,), (0,)), ((1,), (2,))]
    assert found.target_only == (1,)


def test_marks_speak_for_a_pair() -> None:
    source = cut("Bring the kettle.", "Wind the clock.", "Shut the door.")
    target = cut("Закрой дверь.", "Принеси чайник.", "Заведи часы.")
    marks = [frozenset({"kettle"}), frozenset({"clock"}), frozenset({"door"})]
    found = align(
        source,
        target,
        source_language="en",
        language="ru",
        source_marks=marks,
        target_marks=[marks[2], marks[0], marks[1]],
    )
    assert ((0,), (1,)) in links(found)
    assert ((1,), (2,)) in links(found)


blocks = st.lists(
    st.sampled_from((*SOURCE, *FRENCH, *CHINESE, "---", "<div>\n</div>", "```\nx = 1\n```", "¡")),
    max_size=25,
)


@given(blocks, blocks)
def test_every_passage_is_somewhere_once(first: list[str], second: list[str]) -> None:
    source, target = cut(*first), cut(*second)
    found = aligned(source, target)
    ours = [at for pair in found.pairs for at in pair.source] + list(found.source_only)
    theirs = [at for pair in found.pairs for at in pair.target] + list(found.target_only)
    assert sorted(ours) == list(range(len(source)))
    assert sorted(theirs) == list(range(len(target)))
    assert all(0 <= pair.score <= 1 and pair.source and pair.target for pair in found.pairs)
    assert found == aligned(source, target)
