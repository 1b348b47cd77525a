"""prefill over fakes of every HTTP engine that fail in every way at once: nothing gets damaged."""

import os
from random import Random

import pytest

from l10n.catalog import parse_catalog
from l10n.workflow.check import check_units, find
from l10n.workflow.prefill import Budget
from tests.engines import worlds
from tests.engines.damage import damaged
from tests.engines.fakes.server import Plan
from tests.engines.fakes.translation import translated
from tests.workflow.prefilling import world

HARM = ("link-", "image-", "code-", "html-", "placeholder-", "markup-structure")
PLANS = (
    *(Plan(status=status) for status in (429, 500, 503, 413, 400)),
    Plan(status=429, headers={"Retry-After": "2"}),
    *(Plan(content=content) for content in (b"", b"{", b"[]", b"null", b"\xff\xfe", b"<html>")),
    Plan(content=b'{"translations": [], "translatedText": [], "choices": []}'),
    Plan(cut=0),
    Plan(cut=25),
    Plan(silent=True),
)


@pytest.mark.parametrize("name", worlds.NAMES)
@pytest.mark.parametrize("seed", range(60 if "L10N_FUZZ" in os.environ else 3))
def test_no_server_damages_a_catalog(name: str, seed: int) -> None:
    random = Random(seed)
    project = world(2, 8)
    sent = 0

    def say(text: str) -> str:
        nonlocal sent
        sent += len(text)
        return damaged(text, random) if random.random() < 0.4 else translated(text)

    options = {} if name == "deepl" else {"texts": 3}
    with worlds.world(name, **options) as here:
        here.say(say)
        here.fake.plans += [
            random.choice(PLANS) if random.random() < 0.5 else Plan() for _ in range(12)
        ]
        limit = random.choice((10**6, 2000))
        budget = Budget(limit)
        sheets = project.run(here.engine, budget=budget)
    assert sent <= budget.spent <= limit
    for path, data in project.files.items():
        parse_catalog(data, path)
    for finding in find(check_units([sheet.draft for sheet in project.sheets()])):
        assert not finding.rule.startswith(HARM), finding
    for sheet in sheets:
        for key in sheet.open:
            assert sheet.reasons.get(key) or key in sheet.unsent
