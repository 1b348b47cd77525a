"""prefill over engines in memory: budgets, ledgers, interruptions, several requests at once."""

import os
import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.catalog import parse_catalog
from l10n.model.engine import Failure, Scheme, Trouble
from l10n.model.memory import Origin, Remembered
from l10n.model.message import State
from l10n.model.settings import PrefillSettings
from l10n.model.terms import Glossary, Rendering, Term
from l10n.workflow.check import check_units, find
from l10n.workflow.prefill import Budget, estimate
from tests.engines.damage import damaged
from tests.workflow.prefilling import Counting, World, narrow, world

FUZZ = "L10N_FUZZ" in os.environ
QUOTA = Failure(Trouble.QUOTA, "nothing is left")
BUSY = Failure(Trouble.BUSY, "too many requests", wait=3)


def unpaid_twice(engine: Counting) -> bool:
    return max(engine.paid.values(), default=0) <= 1


def test_every_message_gets_a_draft_and_shared_texts_are_sent_once() -> None:
    project, engine = world(6), Counting(narrow(parallel=4))
    sheets = project.run(engine)
    assert not any(sheet.open for sheet in sheets)
    assert unpaid_twice(engine)
    assert all(project.texts().values())
    archive = "Thanks for reading, and see [the archive](https://x.example/archive)."
    assert project.texts()[archive] == (
        "sknahT for gnidaer, and ees [eht evihcra](https://x.example/archive)."
    ).replace(" for ", " rof ").replace(" and ", " dna ")


def test_every_draft_says_what_it_is() -> None:
    project = world(1, 3)
    project.run(Counting())
    for message in parse_catalog(project.files["fr/post-0.po"], "").catalog.messages:
        assert message.state is State.DRAFT
        (comment,) = message.translator_comments
        assert comment.startswith("l10n: draft by fake, m, 2026-01-01 [")


def test_a_second_run_sends_nothing_and_changes_nothing() -> None:
    project, engine = world(3, languages=("fr", "es")), Counting()
    project.run(engine)
    before, count = dict(project.files), len(engine.requests)
    project.date = "2027-07-07"
    project.run(engine)
    project.run(engine, redo=True)
    assert (project.files, len(engine.requests)) == (before, count)


def test_what_was_paid_for_fills_catalogs_made_anew() -> None:
    project, engine = world(3), Counting()
    project.run(engine)
    before, count = dict(project.files), len(engine.requests)
    project.files.clear()
    project.extract()
    project.run(engine)
    assert (project.files, len(engine.requests)) == (before, count)


@pytest.mark.parametrize("change", [{"settings": "v2"}, {"name": "other"}])
def test_another_engine_or_setting_is_asked_anew(change: dict[str, str]) -> None:
    project = world(1)
    project.run(Counting())
    project.files.clear()
    project.extract()
    engine = Counting(narrow(**change))
    project.run(engine)
    assert engine.requests


def test_the_glossary_counts_only_where_the_engine_takes_terms() -> None:
    for takes in (True, False):
        project, engine = world(1), Counting(narrow(terms=takes))
        project.run(engine)
        count = len(engine.requests)
        project.glossary = Glossary("", (Term("topic", renderings=(Rendering("fr", "sujet"),)),))
        project.files.clear()
        project.extract()
        project.run(engine)
        assert (len(engine.requests) > count) is takes


def test_an_engine_is_told_what_helps() -> None:
    project, engine = world(1, 9), Counting(narrow(terms=True, texts=3))
    project.glossary = Glossary(
        "",
        (
            Term("topic", renderings=(Rendering("fr", "sujet"),)),
            Term("Thanks", keep=True),
        ),
    )
    project.run(engine)
    second = engine.requests[1]
    assert second.title == "Letter 0"
    assert len(second.context) == 4
    assert second.context[0].startswith("Topic 0") and "topic 4" in second.context[2]
    assert second.terms == (("topic", "sujet"),)
    last = engine.requests[-1].texts[-1]
    assert last.startswith('<x id="1">Thanks</x> for reading')


def test_what_is_too_unlike_to_be_proposed_is_an_example() -> None:
    project, engine = World({"post": b"The meetup takes place on Friday at seven.\n"}), Counting()
    project.extract()
    like = "The meetup takes place on Monday, at nine in town."
    project.remembered = (Remembered(like, "La rencontre a lieu lundi.", "fr"),)
    project.run(engine)
    assert engine.requests[0].examples == ((like, "La rencontre a lieu lundi."),)


@pytest.mark.parametrize(
    ("origin", "accept", "state"),
    [
        (Origin.HUMAN, None, State.DRAFT),
        (Origin.HUMAN, 100, State.TRANSLATED),
        (Origin.MACHINE, 100, State.DRAFT),
        (Origin.DOUBTFUL, 100, State.DRAFT),
    ],
)
def test_only_what_a_person_confirmed_is_taken(
    origin: Origin, accept: int | None, state: State
) -> None:
    project = World({"post": b"Good morning.\n"})
    project.extract()
    project.remembered = (Remembered("Good morning.", "Bonjour.", "fr", origin, "a\x1b[1m\nb.tmx"),)
    project.settings = PrefillSettings(accept)
    project.run()
    (message,) = parse_catalog(project.files["fr/post.po"], "").catalog.messages
    assert (message.msgstr, message.state) == ("Bonjour.", state)
    assert ", a[1m b.tmx, 2026-01-01" in message.translator_comments[0]


def test_a_translation_with_an_error_is_no_more_than_a_draft() -> None:
    project = World({"post": b"See `make` now.\n"})
    project.extract()
    project.remembered = (Remembered("See `make` now.", "** Voir ** `make`.", "fr"),)
    project.settings = PrefillSettings(100)
    project.run()
    (message,) = parse_catalog(project.files["fr/post.po"], "").catalog.messages
    assert message.state is State.DRAFT


def test_kept_words_may_travel_as_words() -> None:
    project, engine = world(1, 3), Counting(narrow(terms=True))
    project.glossary = Glossary("", (Term("Thanks", keep=True),))
    project.settings = PrefillSettings(protect_kept=False)
    project.run(engine)
    assert any(text.startswith("Thanks for") for text in engine.requests[0].texts)
    assert ("Thanks", "Thanks") in engine.requests[0].terms


@settings(max_examples=200 if FUZZ else 30)
@given(st.integers(0, 4000), st.integers(1, 5), st.integers(1, 9), st.booleans())
def test_a_budget_is_never_exceeded(limit: int, parallel: int, texts: int, broken: bool) -> None:
    project = world(3, 6, ("fr", "es"))
    engines = [
        Counting(
            narrow(parallel=parallel, texts=texts),
            say=(lambda text: text[:-3]) if broken else Counting().say,
        ),
        Counting(narrow(name="second", schemes=(Scheme.TOKENS,))),
    ]
    budget = Budget(limit)
    project.run(*engines, budget=budget)
    billed = sum(engine.billed for engine in engines)
    assert billed <= limit and billed == budget.spent
    project.run(*engines)  # the rest, without a limit
    assert all(map(unpaid_twice, engines))


@pytest.mark.parametrize("languages", [("fr",), ("fr", "es")])
@pytest.mark.parametrize("known", [0, 700])
def test_the_estimate_is_what_is_billed(languages: tuple[str, ...], known: int) -> None:
    project, engine = world(4, 8, languages), Counting(narrow(parallel=3))
    project.run(engine, budget=Budget(known))
    already = engine.billed
    assert bool(already) is bool(known)
    ((_, found),) = estimate(project.sheets(), project.chain(engine))
    expected = sum(each.characters for each in found.values())
    project.run(engine, budget=Budget(expected))
    assert engine.billed - already == expected > 0
    assert all(project.texts(tag)[msgid] for tag in languages for msgid in project.texts(tag))


def test_a_budget_that_is_too_small_takes_what_still_fits() -> None:
    project, engine = world(1), Counting(narrow(texts=50))
    sheets = project.run(engine, budget=Budget(200))
    assert 100 < engine.billed <= 200
    assert sheets[0].unsent == sheets[0].open.keys()


def test_an_interruption_between_any_two_steps_loses_nothing() -> None:
    whole = world(3, 6, ("fr", "es"))
    whole.run(Counting(narrow(parallel=2, texts=3)))
    for stop in range(0, 40, 1 if FUZZ else 4):
        project, engine = world(3, 6, ("fr", "es")), Counting(narrow(parallel=2, texts=3))
        steps = project.steps(engine)
        for _ in zip(range(stop), steps, strict=False):
            pass
        steps.close()  # type: ignore[attr-defined]
        for path, data in project.files.items():
            parse_catalog(data, path)
        project.run(engine)
        assert project.files == whole.files
        assert unpaid_twice(engine)


def test_several_requests_are_under_way_at_once_but_no_more() -> None:
    project, engine = world(8), Counting(narrow(parallel=3), delay=0.01)
    project.run(engine)
    assert engine.most == 3


def test_throughput_is_close_to_the_ideal() -> None:
    count = 2000 if FUZZ else 400
    project = world(count // 100, 100)
    engine = Counting(narrow(parallel=4, texts=20), delay=0.2)
    start = time.perf_counter()
    project.run(engine)
    passed = time.perf_counter() - start
    ideal = 0.2 * len(engine.requests) / 4
    assert passed <= ideal * 1.3 + 0.4, f"{passed:.2f} s instead of {ideal:.2f} s"


def test_a_busy_engine_is_waited_for() -> None:
    project = world(1, 4)
    engine = Counting(fail=lambda number: BUSY if number < 3 else None)
    sheets = project.run(engine)
    assert not sheets[0].open and project.pauses == [3, 3]


def test_an_engine_that_ends_hands_over_to_the_next() -> None:
    project = world(3)
    first = Counting(fail=lambda number: QUOTA if number > 2 else None)
    second = Counting(narrow(name="second"))
    sheets = project.run(first, second)
    assert len(first.requests) == 3 and not any(sheet.open for sheet in sheets)
    assert {"fake", "second"} == {name for sheet in sheets for name in sheet.filled.values()}


def test_what_no_engine_can_do_is_left_empty_with_the_reasons() -> None:
    project = world(1, 3)
    spoiling = Counting(say=lambda text: text.replace("</g>", "").replace("XPC", "XQC"))
    ended = Counting(narrow(name="ended"), fail=lambda number: QUOTA)
    (sheet,) = project.run(spoiling, ended)
    left = next(iter(sheet.open))
    assert left[1].startswith("Issue 0")
    assert [reason.partition(":")[0] for reason in sheet.reasons[left]] == ["fake", "ended"]
    assert sheet.reasons[left][1] == "ended: nothing is left"
    assert project.texts()[left[1]] == ""


def test_a_draft_that_a_rule_refuses_is_asked_for_with_other_marks() -> None:
    source = "Read [here](https://x.example/1) and [there](https://x.example/2)."
    project = World({"post": f"{source}\n".encode()})
    project.extract()
    answers = {
        'Read <g id="1">here</g> and <g id="2">there</g>.': (
            'Lisez <g id="2">here</g> et <g id="1">there</g>.'
        ),
        "Read XPO1X here XPC1X and XPO2X there XPC2X.": (
            "Lisez XPO1X ici XPC1X et XPO2X là XPC2X."
        ),
    }
    engine = Counting(say=answers.__getitem__)
    (sheet,) = project.run(engine)
    assert not sheet.open
    assert project.texts()[source] == (
        "Lisez [ici](https://x.example/1) et [là](https://x.example/2)."
    )
    ((reason,),) = sheet.reasons.values()
    assert reason.startswith("fake: link-swapped: ")


def test_what_is_repairable_is_repaired() -> None:
    project = World({"post": b"What is this?\n"})
    project.extract()
    project.run(Counting(say=lambda text: "Qu'est-ce que c'est?"))
    assert project.texts()["What is this?"] == "Qu'est-ce que c'est\u202f?"


def test_outdated_messages_and_forms_of_plurals_are_left_alone() -> None:
    project = World({"post": b"One.\n\nTwo words.\n"})
    project.extract()
    data = project.files["fr/post.po"].decode()
    old = 'msgid "Two words."\nmsgstr ""'
    new = '#, fuzzy\n#| msgid "Two"\nmsgid "Two words."\nmsgstr "Deux"'
    project.files["fr/post.po"] = data.replace(old, new).encode()
    project.run(Counting(), redo=True)
    assert project.texts() == {"One.": "enO.", "Two words.": "Deux"}


@pytest.mark.parametrize("seed", range(400 if FUZZ else 12))
def test_no_answer_damages_a_catalog(seed: int) -> None:
    random = Random(seed)
    project = world(2, 8)
    engines = [
        Counting(
            narrow(name=f"fake{at}", schemes=schemes, parallel=2),
            say=lambda text: damaged(text, random) if random.random() < 0.8 else text,
        )
        for at, schemes in enumerate([(Scheme.XML, Scheme.HTML), (Scheme.TOKENS, Scheme.XML)])
    ]
    sheets = project.run(*engines)
    assert all(map(unpaid_twice, engines))
    drafts = [sheet.draft for sheet in project.sheets()]
    harm = ("link-", "image-", "code-", "html-", "placeholder-", "markup-structure")
    for finding in find(check_units(drafts)):
        assert not finding.rule.startswith(harm), finding
    for sheet in sheets:
        for key in sheet.open:
            assert sheet.reasons[key]
