"""`l10n prefill` over real HTTP, with fakes of the servers on loopback: money and secrets."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import SETTINGS, Site
from tests.engines.fakes import deepl, openai
from tests.engines.fakes.server import Fake, Plan

POSTS = {
    "posts/letter.md": "---\ntitle: A letter\n---\n# Hello\n\nSee [the docs](https://x.example) & "
    "run `make` with *care*.\n\nThanks for reading.\n",
    "posts/second.md": "---\ntitle: Another letter\n---\nThe model is **new**: `a < b`.\n\n"
    "Thanks for reading.\n",
}
GLOSSARY = "keep: [model]\nterms:\n  - term: letter\n    fr: lettre\n    es: carta\n"
TWO = SETTINGS.replace('["fr"]', '["fr", "es"]')


@pytest.fixture
def account() -> deepl.Account:
    return deepl.Account(limit=10_000)


@pytest.fixture
def fake(account: deepl.Account, site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    """Give DeepL's fake, the environment that leads there, and a project in two languages."""
    site.write("l10n.toml", 'engines = ["deepl"]\n' + TWO)
    site.write("glossary.yml", GLOSSARY)
    for path, text in POSTS.items():
        site.write(path, text)
    site.l10n("extract")
    with deepl.deepl(account) as running:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
        monkeypatch.setenv("DEEPL_AUTH_KEY", deepl.KEY)
        monkeypatch.setenv("DEEPL_SERVER_URL", running.url)
        yield running


def sent(fake: Fake) -> list[str]:
    """Return every text that was sent to be translated."""
    return [text for seen in fake.asked("/v2/translate") for text in seen.body["text"]]


def everything(root: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(root)): file.read_bytes() for file in root.rglob("*") if file.is_file()
    }


def test_the_estimate_is_what_is_billed(site: Site, fake: Fake, account: deepl.Account) -> None:
    dry = site.l10n("prefill", "--dry-run")
    assert dry.code == 0 and not sent(fake) and account.used == 0
    total = int(dry.out.split("total: ")[1].split(" ")[0].replace(",", ""))
    result = site.l10n("prefill", "--max-chars", str(total))
    assert (result.code, result.err) == (0, "")
    assert account.used == total == sum(map(len, sent(fake)))
    assert result.out == (
        "fr: 7 messages filled (7 deepl), 0 left empty\n"
        "es: 7 messages filled (7 deepl), 0 left empty\n"
        f"deepl: 4 requests, {total} sent, {total} characters billed, 0.01 EUR\n"
        f"  quota: 0 of 10,000 characters before, {total} of 10,000 characters now\n"
    )
    assert dry.out == (
        "fr: 7 messages to fill; at no cost: none\n"
        f"  deepl: 6 texts, {total // 2} characters, 0.00 EUR\n"
        "es: 7 messages to fill; at no cost: none\n"
        f"  deepl: 6 texts, {total // 2} characters, 0.00 EUR\n"
        f"total: {total} characters, 0.01 EUR\n"
    )


def test_a_second_run_sends_no_request_and_writes_no_byte(site: Site, fake: Fake) -> None:
    site.l10n("prefill")
    before, count = everything(site.root), len(fake.seen)
    assert count
    result = site.l10n("prefill")
    assert result.code == 0
    assert (everything(site.root), len(fake.seen)) == (before, count)


def test_one_character_less_is_not_sent(site: Site, fake: Fake, account: deepl.Account) -> None:
    total = sum(map(len, _whole(site, fake)))
    for limit in (0, 1, 40, total - 1):
        _anew(site)
        already = account.used
        result = site.l10n("prefill", "--max-chars", str(limit))
        assert result.code == 1 and account.used - already <= limit
        (site.root / ".l10n/paid.jsonl").unlink(missing_ok=True)


def _whole(site: Site, fake: Fake) -> list[str]:
    site.l10n("prefill")
    (site.root / ".l10n/paid.jsonl").unlink(missing_ok=True)
    return sent(fake)


def _anew(site: Site) -> None:
    for path in ("locales/fr", "locales/es"):
        for file in (site.root / path).iterdir():
            file.unlink()
    site.l10n("extract")


def test_the_glossary_is_pushed_once_and_used(
    site: Site, fake: Fake, account: deepl.Account
) -> None:
    dry = site.l10n("glossary", "push", "--dry-run")
    assert dry.out == "deepl: its glossary would be brought up to date (2 fr, 2 es)\n"
    assert not fake.seen
    result = site.l10n("glossary", "push")
    name = f"l10n {site.root.name}"
    assert (result.code, result.out) == (0, f'deepl: "{name}" is up to date (2 fr, 2 es)\n')
    ((identity, made),) = account.glossaries.items()
    assert str(made["name"]).startswith(name)
    site.l10n("prefill")
    site.l10n("glossary", "push")
    assert list(account.glossaries) == [identity]
    assert {seen.body["glossary_id"] for seen in fake.asked("/v2/translate")} == {identity}


def test_a_glossary_for_engines_that_keep_none(site: Site) -> None:
    result = site.l10n("glossary", "push", "--engine", "pseudo")
    assert result.out == (
        "pseudo: keeps no glossaries; terms go with each request where it takes any\n"
    )
    assert site.l10n("glossary", "push").err.startswith("note: no engine is configured\n")


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (456, 1, "DeepL's quota is used up"),
        (403, 2, "DeepL refuses the key"),
        (400, 1, "DeepL answered 400"),
        (418, 1, "DeepL answered 418"),
    ],
)
def test_what_a_server_refuses_is_said(
    site: Site, fake: Fake, status: int, code: int, said: str
) -> None:
    fake.plans += [Plan(status=status)] * 20
    result = site.l10n("prefill", "fr")
    assert result.code == code and said in result.err
    assert result.out.startswith("fr: 0 messages filled, 7 left empty\n")


def test_broken_replies_are_asked_for_once_more(site: Site, fake: Fake) -> None:
    fake.plans += [Plan(content=b"{"), Plan(content=b'{"translations": []}'), Plan(cut=20)]
    result = site.l10n("prefill", "es")
    assert (result.code, result.out.split("\n")[0]) == (
        0,
        "es: 7 messages filled (7 deepl), 0 left empty",
    )


def test_the_second_engine_takes_over(site: Site, fake: Fake) -> None:
    fake.plans += [Plan(status=456)] * 20
    result = site.l10n("prefill", "fr", "--engine", "deepl", "--engine", "pseudo")
    assert result.code == 0
    assert result.out.startswith("fr: 7 messages filled (7 pseudo), 0 left empty\n")


def test_the_key_is_written_nowhere(
    site: Site,
    fake: Fake,
    account: deepl.Account,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    caplog.set_level(logging.DEBUG)
    cache = tmp_path_factory.mktemp("kept")
    monkeypatch.setenv("L10N_CACHE", str(cache))
    said = []

    def run(*arguments: str) -> int:
        result = site.l10n(*arguments)
        said.append(result.out + result.err)
        return result.code

    run("prefill", "--dry-run", "--verbose")
    caplog.set_level(logging.INFO)  # at DEBUG, DeepL's client logs what the server says
    for status in (403, 456, 413, 500, 400):
        fake.plans += [Plan(status=status, content=deepl.KEY.encode())]
        run("prefill", "--verbose", "fr", "--max-chars", "2000")
    fake.plans.clear()
    caplog.set_level(logging.DEBUG)
    run("prefill", "--verbose", "--redo")
    run("glossary", "push")
    run("check")
    run("status")
    _anew(site)
    (site.root / ".l10n/paid.jsonl").unlink(missing_ok=True)
    caplog.set_level(logging.INFO)
    monkeypatch.setenv("DEEPL_AUTH_KEY", deepl.KEY[:-1] + "x")  # refused; the reply tells it
    run("prefill", "--verbose")
    monkeypatch.setenv("DEEPL_AUTH_KEY", deepl.KEY)

    def failing(result: object) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr("l10n.engines.deepl._answer", failing)
    assert run("prefill", "--verbose") == 3
    assert "Traceback" in said[-1]
    written = b"".join((*everything(site.root).values(), *everything(cache).values()))
    texts = "\n".join((*said, caplog.text, "\n".join(map(str, (site.root, cache)))))
    for key in (deepl.KEY, deepl.KEY[:-1]):
        assert key not in texts
        assert key.encode() not in written
    assert caplog.text  # or it proves little


def test_other_engines_write_their_keys_nowhere(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.l10n("extract")
    with openai.openai(openai.Model()) as fake:
        monkeypatch.setenv("OPENAI_API_KEY", openai.KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", f"{fake.url}/v1")
        monkeypatch.setenv("OPENAI_MODEL", "m")
        fake.plans += [Plan(status=400, content=json.dumps({"error": openai.KEY}).encode())]
        first = site.l10n("prefill", "--engine", "openai", "--verbose")
        second = site.l10n("prefill", "--engine", "openai", "--verbose")
        monkeypatch.setenv("OPENAI_API_KEY", openai.KEY + "-wrong")
        third = site.l10n("prefill", "--engine", "openai", "--redo", "--verbose")
    assert (first.code, first.out.split("\n")[0]) == (
        0,
        "fr: 5 messages filled (5 openai), 0 left empty",
    )
    told = "".join(result.out + result.err for result in (first, second, third))
    assert openai.KEY not in told
    assert openai.KEY.encode() not in b"".join(everything(site.root).values())


def test_another_package_brings_an_engine(
    site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("packages")
    (folder / "shout.py").write_bytes(
        b"from dataclasses import replace\n"
        b"from l10n.model.engine import About, Answer, Offer, Scheme\n"
        b"class Shout:\n"
        b"    about = About('shout', '', (Scheme.XML,), leaves=False, texts=9)\n"
        b"    def refusal(self, source, target): return None\n"
        b"    def translate(self, request):\n"
        b"        return tuple(Answer(text.replace('thing', 'THING')) for text in request.texts)\n"
        b"OFFER = Offer('shout', 'louder', lambda options, outside: Shout())\n"
    )
    about = folder / "shout-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_bytes(b"Metadata-Version: 2.1\nName: shout\nVersion: 1.0\n")
    points = b"[l10n.engines]\nshout = shout:OFFER\nbroken = nowhere:OFFER\n"
    (about / "entry_points.txt").write_bytes(points)
    monkeypatch.syspath_prepend(str(folder))
    site.write("l10n.toml", 'engines = ["shout"]\n' + SETTINGS)
    site.l10n("extract")
    result = site.l10n("prefill")
    assert (result.code, result.out.split("\n")[0]) == (
        0,
        "fr: 5 messages filled (5 shout), 0 left empty",
    )
    assert result.err == "note: the engine broken cannot be used (ModuleNotFoundError)\n"
    assert 'msgstr "one THING"' in site.read("locales/fr/letter.po").decode()
