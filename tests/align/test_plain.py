"""Short posts without links, names or numbers: order, kinds and lengths have to do."""

import pytest

from l10n.align import align
from l10n.markdown.passages import passages
from l10n.markdown.segments import read_post
from l10n.model.alignment import Alignment
from l10n.model.dialect import Dialect

SOURCE = (
    "The old harbour lies behind the market, and boats leave from it every morning.",
    "Bring a warm coat, for it is windy out there even in the middle of summer, and the boats "
    "have no cabin to hide in when the spray comes over the side.",
    "Children travel for free.",
    "On the island there is a lighthouse that nobody lives in any more. Its keeper left when the "
    "lamp began to light itself, and took the goats with him.",
    "There is no shop, so take some bread and cheese with you.",
)
FRENCH = (
    "Le vieux port se trouve derrière le marché, et des bateaux en partent chaque matin.",
    "Prenez un manteau chaud, car il y a du vent là-bas même au milieu de l'été, et les bateaux "
    "n'ont pas de cabine où se cacher quand les embruns passent par-dessus bord.",
    "Les enfants voyagent gratuitement.",
    "Sur l'île se dresse un phare où plus personne n'habite. Son gardien est parti quand la lampe "
    "s'est mise à s'allumer toute seule, et il a emmené les chèvres.",
    "Il n'y a pas de magasin, emportez donc du pain et du fromage.",
)
CHINESE = (
    "老港口在市场后面，每天早晨都有船从那里出发。",
    "请带一件暖和的外套，因为即使在盛夏，那里的风也很大，而且浪花打上来的时候，船上没有船舱可以躲避。",
    "儿童免费乘坐。",
    "岛上有一座已经无人居住的灯塔。灯开始自动点亮以后，看守人就离开了，还带走了他的山羊。",
    "岛上没有商店，所以请自带一些面包和奶酪。",
)
RUSSIAN = (
    "Старая гавань лежит за рынком, и каждое утро оттуда отходят лодки.",
    "Возьмите тёплое пальто: там ветрено даже в разгар лета, а на лодках нет каюты, где можно "
    "укрыться, когда брызги летят через борт.",
    "Дети ездят бесплатно.",
    "На острове стоит маяк, в котором больше никто не живёт. Смотритель уехал, когда лампа стала "
    "зажигаться сама, и забрал с собой коз.",
    "Магазина там нет, так что захватите хлеба и сыра.",
)
STRANGER = (
    "Brot.",
    "Wer am Abend noch Teig ansetzt, hat am Morgen weniger zu tun. Man deckt ihn mit einem Tuch "
    "zu und stellt ihn dorthin, wo es weder zieht noch zu warm wird, also am besten in den Flur, "
    "und sagt den anderen im Haus Bescheid, damit niemand darüber stolpert.",
    "Salz kommt zuletzt.",
    "Ofen an!",
)
GROWN = (
    "## Before you go",
    "The boat does not run when the sea is rough; ask at the kiosk with the blue roof, or call "
    "the harbour master, whose number hangs on every door in town.",
    "Dogs are welcome on a leash, though the crew may ask for a muzzle.",
    "Tickets are sold on board.",
)
LEADS = ("**Instruction** - ", "**Context** - ", "", "**Input** - ", "")


def aligned(source: tuple[str, ...], target: tuple[str, ...]) -> Alignment:
    sides = tuple(
        passages(read_post("\n\n".join(blocks).encode(), Dialect.GFM))
        for blocks in (source, target)
    )
    return align(sides[0], sides[1], source_language="en", language="und")


def paired(found: Alignment) -> dict[int, int]:
    assert all(len(pair.source) == len(pair.target) == 1 for pair in found.pairs)
    return {pair.source[0]: pair.target[0] for pair in found.pairs}


@pytest.mark.parametrize("translation", [FRENCH, CHINESE, RUSSIAN])
def test_paragraphs_translated_in_order(translation: tuple[str, ...]) -> None:
    for number in (4, 5):
        found = aligned(SOURCE[:number], translation[:number])
        assert paired(found) == {at: at for at in range(number)}
        assert min(pair.score for pair in found.pairs) > 0.7


@pytest.mark.parametrize("translation", [FRENCH, CHINESE, RUSSIAN])
def test_a_source_that_has_grown(translation: tuple[str, ...]) -> None:
    for first in (2, 5):
        found = aligned((*SOURCE[:first], *GROWN, *SOURCE[first:]), translation)
        assert paired(found) == {at + 4 * (at >= first): at for at in range(5)}
        assert found.source_only == tuple(range(first, first + 4))
        assert min(pair.score for pair in found.pairs) > 0.5


def test_a_translation_of_a_part() -> None:
    found = aligned(SOURCE, (*FRENCH[:2], *FRENCH[3:]))
    assert paired(found) == {0: 0, 1: 1, 3: 2, 4: 3}


def test_bold_words_that_were_kept_say_more() -> None:
    source, target = (
        tuple(f"{lead}{text}" for lead, text in zip(LEADS, side, strict=True))
        for side in (SOURCE, FRENCH)
    )
    plain, bold = aligned(SOURCE, FRENCH), aligned(source, target)
    assert paired(bold) == paired(plain)
    assert min(pair.score for pair in bold.pairs) > min(pair.score for pair in plain.pairs)


def test_strangers_are_doubted() -> None:
    for source, target in ((SOURCE, STRANGER), (STRANGER, FRENCH), (GROWN, STRANGER)):
        found = aligned(source, target)
        assert all(pair.score < 0.5 for pair in found.pairs)


def test_titles_and_lists_in_order() -> None:
    source = ("# The boat", SOURCE[0], "## Clothes", f"- {SOURCE[1]}", f"- {SOURCE[2]}", SOURCE[4])
    target = ("# Le bateau", FRENCH[0], "## Tenue", f"- {FRENCH[1]}", f"- {FRENCH[2]}", FRENCH[4])
    found = aligned(source, target)
    assert paired(found) == {at: at for at in range(6)}
    assert min(pair.score for pair in found.pairs) > 0.9


def test_what_was_pasted_twice_is_no_split() -> None:
    half = tuple(text.partition(",")[0] + "." for text in FRENCH)
    again = (*half[:1], half[1], half[1].replace("chaud", "bien chaud"), *FRENCH[2:])
    found = aligned(SOURCE, again)
    assert all(len(pair.target) == 1 for pair in found.pairs)
    assert set(found.target_only) & {1, 2}
