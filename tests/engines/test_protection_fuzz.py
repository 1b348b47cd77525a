"""No damaged message ever comes back, whatever an engine makes of its text."""

import os
from random import Random

import pytest

from l10n.engines.protection import Refusal, Restored, protect, restore
from l10n.model.dialect import Dialect
from l10n.model.engine import Scheme
from tests.engines.damage import damaged
from tests.engines.judge import agreed, holdings, rendered
from tests.engines.messages import message
from tests.engines.syntax import SYNTAX

_JUDGED = (Dialect.COMMONMARK, Dialect.GFM)  # markdown-it knows neither Liquid nor JSX
_SHARDS = 10
_CASES = 100_000 // _SHARDS if "L10N_FUZZ" in os.environ else 400


@pytest.mark.parametrize("shard", range(_SHARDS))
def test_no_answer_damages_a_message(shard: int) -> None:
    kept = judged = refused_as_sent = 0
    for number in range(_CASES):
        random = Random(shard * 10_000_019 + number)
        dialect = random.choice(tuple(Dialect))
        source = message(random, dialect is Dialect.KRAMDOWN)
        if dialect is Dialect.MDX:  # which has no such addresses
            source = source.replace("<https://auto.example/x>", "{props.x} <Tip kind={1} />")
        protected = protect(source, SYNTAX[dialect], random.choice(tuple(Scheme)))
        same = restore(protected, protected.text, SYNTAX[dialect])
        refused_as_sent += isinstance(same, Refusal)
        outcome = restore(protected, damaged(protected.text, random), SYNTAX[dialect])
        if not isinstance(outcome, Restored):
            continue
        kept += 1
        outcome.text.encode()
        assert holdings(outcome.text, dialect) == holdings(source, dialect), (source, outcome)
        if dialect in _JUDGED and agreed(source, dialect):
            judged += 1
            assert rendered(outcome.text, dialect) == rendered(source, dialect), (source, outcome)
    # Neither do good answers fall with the bad ones, nor do the judges look away.
    assert kept > _CASES * 0.2
    assert judged > kept * 0.25
    assert refused_as_sent <= _CASES * 0.01
