"""Apertium, the real one: offline, so that every run of the tests may ask it."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from l10n.engines import offers, send
from l10n.engines.protection import Restored, protect, restore
from l10n.markdown.segments import read_post
from l10n.model.dialect import Dialect
from l10n.model.engine import Answer, Engine, Failure, Outside, Ran, Request, Run, Scheme, Trouble
from l10n.model.segment import Form
from l10n.project.outside import outside
from tests.engines.judge import holdings
from tests.engines.syntax import SYNTAX

_LISTED = b"  eng-spa\n  eng-cat\n  eng-cat_valencia\n  cat-fra\n  es-fr\n  es-pt\n  es-pt_BR\n"


def engine_running(run: Run) -> Engine:
    here = outside()
    return offers()["apertium"].make({}, Outside(here.http, run, {}))


@pytest.fixture
def real() -> Engine:
    if shutil.which("apertium") is None:
        pytest.skip("apertium is not installed (apt-get install apertium apertium-eng-spa …)")
    engine = offers()["apertium"].make({}, outside())
    for language in ("es", "fr", "ca"):
        if engine.refusal("en", language):
            pytest.skip(f"apertium has no way from en to {language}: install apertium-fra-cat …")
    return engine


def listing(answers: Sequence[bytes] = ()) -> Engine:
    """Return the engine on a machine with some modes, whose answers are given."""
    left = list(answers)

    def run(arguments: Sequence[str], data: bytes, timeout: float) -> Ran | None:
        if arguments[1] == "-l":
            return Ran(0, _LISTED)
        return Ran(0, left.pop(0)) if left else Ran(0, f"{arguments[-1]}: ".encode() + data)

    return engine_running(run)


@pytest.mark.parametrize(
    ("target", "way"),
    [
        ("es", "eng-spa"),
        ("ca", "eng-cat"),
        ("fr", "eng-cat cat-fra"),
        ("pt", "eng-spa es-pt"),
        ("pt-BR", "eng-spa es-pt_BR"),
        ("fr-CA", "eng-cat cat-fra"),
    ],
)
def test_languages_without_a_pair_are_reached_through_a_third(target: str, way: str) -> None:
    (answer,) = listing().translate(Request("en", target, Scheme.TOKENS, ("Word",)))
    assert isinstance(answer, Answer) and answer.model == way


def test_what_apertium_cannot_do_is_said() -> None:
    assert listing().refusal("en", "de") == Failure(
        Trouble.LANGUAGE,
        "apertium has no pairs installed that lead from en to de",
        "install one (apt-cache search apertium), or use another engine for this language",
    )
    assert engine_running(lambda *_: None).refusal("en", "es") == Failure(
        Trouble.ABSENT,
        "there is no program apertium",
        "install Debian's packages apertium and, say, apertium-eng-spa",
    )


@pytest.mark.parametrize("answer", [b"", b"One\n\nTwo\n\nThree\n\n", b"One two"])
def test_another_count_of_texts_is_malformed(answer: bytes) -> None:
    outcomes = listing([answer]).translate(Request("en", "es", Scheme.TOKENS, ("One", "Two")))
    assert (
        outcomes
        == (
            Failure(
                Trouble.MALFORMED, "apertium answered with another count of texts in mode eng-spa"
            ),
        )
        * 2
    )


@pytest.mark.judge
def test_texts_of_one_call_do_not_touch_each_other(real: Engine) -> None:
    texts = (
        "The meetup takes place on XPH1X",
        "XPO1X Note: XPC1X this is new, see XPH2X.",
        "Some [brackets] and {braces} $5 ^ @ / \\ < > * # + 100%",
        "Our next newsletter will be published in two weeks.",
        "a",
    )
    together = real.translate(Request("en", "es", Scheme.TOKENS, texts))
    alone = [real.translate(Request("en", "es", Scheme.TOKENS, (text,)))[0] for text in texts]
    assert list(together) == alone
    assert together[1] == Answer("XPO1X Nota: XPC1X esto es nuevo, ve XPH2X.", 0, "eng-spa")


@pytest.mark.judge
@pytest.mark.corpus
@pytest.mark.parametrize(("language", "count"), [("es", 4), ("fr", 2)])
def test_newsletters_keep_what_they_hold(
    real: Engine, corpus: Path, language: str, count: int
) -> None:
    syntax = SYNTAX[Dialect.KRAMDOWN]
    folder = corpus / "dair" / "_posts"
    posts = [path for path in sorted(folder.glob("*NLP_Newsletter_*.md")) if "[" not in path.name]
    sources: list[str] = []
    for path in posts[:count]:
        segments = read_post(path.read_bytes(), Dialect.KRAMDOWN).segments
        sources += [each.msgid for each in segments if each.form is not Form.SCALAR]
    sources = [text for text in dict.fromkeys(sources) if protect(text, syntax, Scheme.XML).words]
    assert len(sources) > 100
    ready = [protect(source, syntax, Scheme.TOKENS) for source in sources]
    size = real.about.texts
    kept = 0
    for start in range(0, len(ready), size):
        batch = tuple(each.text for each in ready[start : start + size])
        request = Request("en", language, Scheme.TOKENS, batch)
        for sent in send(real, request, lambda _: True, lambda _: None):
            for place, outcome in sent.outcomes:
                assert isinstance(outcome, Answer)
                restored = restore(ready[start + place], outcome.text, syntax)
                source = sources[start + place]
                if isinstance(restored, Restored):
                    kept += 1
                    found = holdings(restored.text, Dialect.KRAMDOWN)
                    assert found == holdings(source, Dialect.KRAMDOWN)
                else:
                    print(repr(source), repr(outcome.text), restored.reason)
    assert kept >= 0.995 * len(sources)
