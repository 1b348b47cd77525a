"""Neither a hostile post nor a hostile engine can make the protection slow."""

import pytest

from l10n.engines.protection import protect, restore, sentences
from l10n.model.dialect import Dialect
from l10n.model.engine import Scheme
from tests.engines.syntax import SYNTAX
from tests.growth import grows_linearly

_GFM = SYNTAX[Dialect.GFM]


@pytest.mark.parametrize(
    "piece", ["<b>", "<b>x</i>", "*a **b", "[a]() ", "a. B ", "me@", "&amp; ", "~~", "x://", "\n"]
)
def test_messages_take_linear_time(piece: str) -> None:
    def run(size: int) -> None:
        for scheme in Scheme:
            protected = protect(piece * size, _GFM, scheme)
            restore(protected, protected.text, _GFM)
        sentences(piece * size, _GFM)

    assert grows_linearly(run, 200)


@pytest.mark.parametrize(
    "piece", ["<", "<a ", '<x id="1">', "</g>", "&", "&amp;amp;", "XPH1X", "XP", "  ", "*", "<g   "]
)
def test_answers_take_linear_time(piece: str) -> None:
    def run(size: int) -> None:
        for scheme in Scheme:
            protected = protect("Hello `x` **y**", _GFM, scheme)
            restore(protected, protected.text + piece * size, _GFM)

    assert grows_linearly(run, 1_000)
