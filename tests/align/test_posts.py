from l10n.align import align
from l10n.markdown.passages import passages
from l10n.markdown.segments import read_post
from l10n.model.alignment import Alignment
from l10n.model.dialect import Dialect
from l10n.model.passage import Passage


def cut(*blocks: str) -> tuple[Passage, ...]:
    return passages(read_post("\n\n".join(blocks).encode(), Dialect.GFM, ("title",)))


def aligned(source: tuple[Passage, ...], target: tuple[Passage, ...]) -> Alignment:
    return align(source, target, source_language="en", language="fr")


def links(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.source, pair.target) for pair in alignment.pairs]


def test_nothing_aligns_with_nothing() -> None:
    assert aligned((), ()) == Alignment()
    assert aligned(cut("One."), ()) == Alignment((), (0,), ())
    assert aligned((), cut("Un.")) == Alignment((), (), (0,))
