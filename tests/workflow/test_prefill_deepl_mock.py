"""prefill over DeepL's own mock server, with its own client; see tests/engines/test_deepl_mock.py.

The mock loses all tags, but for texts that a glossary scripts.
"""

import os
from random import Random

import pytest

from l10n.engines.protection import protect
from l10n.model.dialect import Dialect
from l10n.model.engine import Scheme, Usage
from l10n.model.terms import Glossary, Rendering, Term
from l10n.workflow.check import check_units, find
from l10n.workflow.prefill import Budget, estimate
from tests.engines.damage import damaged
from tests.engines.syntax import SYNTAX
from tests.engines.test_deepl_mock import engine_at, mock
from tests.workflow.prefilling import World, world

pytestmark = pytest.mark.judge
__all__ = ("mock",)  # a fixture
PLAIN = {f"post-{at}": f"One {at}.\n\nTwo {at}.\n\nThe same.\n".encode() for at in range(4)}
HARM = ("link-", "image-", "code-", "html-", "placeholder-", "markup-structure")


def plain() -> World:
    project = World(PLAIN)
    project.extract()
    return project


def test_the_estimate_is_what_the_account_is_billed(mock: str) -> None:
    project, engine = plain(), engine_at(mock)
    ((_, found),) = estimate(project.sheets(), project.chain(engine))
    sheets = project.run(engine, budget=Budget(found["fr"].characters))
    assert not any(sheet.open for sheet in sheets)
    assert engine.usage() == Usage(found["fr"].characters, 20_000_000)  # type: ignore[attr-defined]
    project.run(engine)
    project.files.clear()
    project.extract()
    project.run(engine)
    assert engine.usage() == Usage(found["fr"].characters, 20_000_000)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "session",
    [
        {"429_count": "2"},
        {"5xx_count": "2", "5xx_status": "503"},
        {"no_response_count": "1"},
    ],
    ids=["too many requests", "a failing server", "silence"],
)
def test_trouble_that_passes_is_waited_out(mock: str, session: dict[str, str]) -> None:
    project = plain()
    sheets = project.run(engine_at(mock, **session))
    assert not any(sheet.open for sheet in sheets) and project.pauses


def test_a_used_up_quota_leaves_the_rest_empty(mock: str) -> None:
    project = plain()
    engine = engine_at(mock, init_character_limit="25")
    sheets = project.run(engine)
    reasons = [reason for sheet in sheets for each in sheet.reasons.values() for reason in each]
    assert reasons and all("quota is used up" in reason for reason in reasons)


def test_lost_tags_and_spoiled_answers_do_no_damage(mock: str) -> None:
    for seed in range(40 if "L10N_FUZZ" in os.environ else 4):
        random = Random(seed)
        project = world(3, 9)
        terms = []
        for msgid in project.texts():
            text = protect(msgid, SYNTAX[Dialect.GFM], Scheme.XML).text
            answer = damaged(text, random).strip() if random.random() < 0.7 else text
            if msgid and answer and answer.isprintable() and (text + answer).isascii():
                terms.append(Term(text, renderings=(Rendering("fr", answer),)))
        project.glossary = Glossary("", tuple(terms))
        sheets = project.run(engine_at(mock))
        assert any(sheet.filled for sheet in sheets) and any(sheet.open for sheet in sheets)
        for finding in find(check_units([sheet.draft for sheet in project.sheets()])):
            assert not finding.rule.startswith(HARM), finding
