"""`l10n prefill` as from a shell: memory, engines that cost nothing, and what is never touched."""

import re
import shutil
from threading import Event

import pytest

from l10n.cli.prefill_output import Show
from l10n.workflow.prefill import Asked, Budget, Desk
from tests.cli.conftest import SETTINGS, Site
from tests.workflow.prefilling import Counting, Kept, world

CATALOG = "locales/fr/letter.po"
SECOND = "locales/fr/second.po"
NOTE = """\
note: no engine is configured, so only the memory was asked
  to do: set engines = ["NAME"] in the configuration, or add --engine NAME: apertium, ctranslate2, \
deepl, libretranslate, openai, pseudo
  keys come from the environment: DEEPL_AUTH_KEY for deepl, LIBRETRANSLATE_API_KEY for \
libretranslate, OPENAI_API_KEY for openai
"""


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01
    for name in ("DEEPL_AUTH_KEY", "OPENAI_API_KEY", "LIBRETRANSLATE_API_KEY"):
        monkeypatch.delenv(name, raising=False)


def entry(site: Site, path: str, msgid: str) -> str:
    """Return one entry of a catalog."""
    blocks = site.read(path).decode().split("\n\n")
    return next(block for block in blocks if f'msgid "{msgid}"' in block).strip("\n")


def everything(site: Site) -> dict[str, bytes]:
    """Return every file, those of the state folder too."""
    return {
        str(file.relative_to(site.root)): file.read_bytes()
        for file in site.root.rglob("*")
        if file.is_file()
    }


def remembering(site: Site, settings: str = "") -> None:
    """Let the first post be translated and a second be like it."""
    site.write("l10n.toml", SETTINGS + settings)
    site.write("posts/second.md", "# Hello\n\nOne thing is here today.\n\nSomething else.\n")
    site.write("posts/third.md", "One thing is there today.\n")
    site.l10n("extract")
    site.fill(CATALOG, {"Hello": "Bonjour"})
    site.fill("locales/fr/third.po", {"One thing is there today.": "Une chose est là."})


def test_the_memory_alone_works_and_says_what_to_set(site: Site) -> None:
    remembering(site)
    result = site.l10n("prefill")
    assert (result.code, result.err) == (0, NOTE)
    assert result.out == "fr: 2 messages filled (2 memory), 5 left empty\n"
    assert entry(site, SECOND, "Hello") == (
        "# l10n: draft by memory, 100 %, locales/fr/letter.po, 2026-01-01 [c5e35f39]\n"
        "#. heading 1\n#: posts/second.md\n#, fuzzy\n"
        'msgid "Hello"\nmsgstr "Bonjour"'
    )
    near = entry(site, SECOND, "One thing is here today.")
    assert re.search(r"^# l10n: draft by memory, 9\d %, locales/fr/third.po, 2026", near)
    assert '#, fuzzy\nmsgid "One thing is here today."\nmsgstr "Une chose est là."' in near


def test_a_project_may_accept_what_a_person_confirmed(site: Site) -> None:
    remembering(site, "[prefill]\naccept = 100\n")
    site.l10n("prefill")
    assert entry(site, SECOND, "Hello") == (
        "# l10n: taken from memory, 100 %, locales/fr/letter.po, 2026-01-01\n"
        "#. heading 1\n#: posts/second.md\n"
        'msgid "Hello"\nmsgstr "Bonjour"'
    )
    assert "#, fuzzy" in entry(site, SECOND, "One thing is here today.")


def test_only_the_same_place_is_accepted_at_101(site: Site) -> None:
    remembering(site, "[prefill]\naccept = 101\n")
    site.l10n("prefill")
    assert "#, fuzzy" in entry(site, SECOND, "Hello")


def test_a_second_run_writes_no_byte(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    remembering(site)
    site.l10n("prefill", "--engine", "pseudo")
    before = everything(site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    result = site.l10n("prefill", "--engine", "pseudo")
    assert (result.code, result.out) == (0, "fr: 0 messages filled, 0 left empty\n")
    assert everything(site) == before
    site.l10n("prefill", "--engine", "pseudo", "--redo")
    assert everything(site) == before


def test_what_a_person_wrote_or_confirmed_is_never_touched(site: Site) -> None:
    site.l10n("extract")
    site.fill(CATALOG, {"one thing": "une chose", "A letter": ""})
    site.fill(CATALOG, {"another thing": "peut-être"}, fuzzy=True)
    site.l10n("prefill", "--engine", "pseudo")
    text = site.read(CATALOG).decode()
    assert 'msgid "one thing"\nmsgstr "une chose"' in text
    assert 'msgid "another thing"\nmsgstr "peut-être"' in text
    drafted = entry(site, CATALOG, "Hello")
    site.write(CATALOG, text.replace(drafted, drafted.replace("#, fuzzy\n", "")))
    edited = entry(site, CATALOG, "A letter")
    site.write(CATALOG, site.read(CATALOG).decode().replace(edited, f'{edited[:-1]}!"'))
    before = site.files()
    site.write("l10n.toml", SETTINGS + "[engine.pseudo]\nlonger = 0.9\n")
    site.l10n("prefill", "--engine", "pseudo", "--redo")
    now = site.read(CATALOG).decode().split("\n\n")
    old = before[CATALOG].decode().split("\n\n")
    changed = [new for new, block in zip(now, old, strict=True) if new != block]
    assert len(changed) == 1 and 'msgid "See [the docs]' in changed[0]


def test_the_built_page_keeps_links_and_code(site: Site) -> None:
    site.l10n("extract")
    result = site.l10n("prefill", "--engine", "pseudo")
    assert (result.code, result.err) == (0, "")
    assert site.l10n("build", "--include-drafts").code == 0
    page = site.read("site/fr/letter.md").decode()
    assert page == (
        "---\ntitle: Å ļééţţééŕ\n---\n# Ĥééļļöö\n\n"
        "Šééé [ţĥéé đööçš](https://x.example/docs) ååñđ ŕûûñ `make`.\n\n"
        "- ööñé ţĥîîñĝ\n- ååñöţĥééŕ ţĥîîñĝ\n"
    )


def test_a_near_match_with_another_link_is_not_taken_as_it_is(site: Site) -> None:
    site.write("posts/other.md", "See [the docs](https://y.example/other) and run `make`.\n")
    site.l10n("extract")
    site.fill(
        "locales/fr/other.po",
        {
            "See [the docs](https://y.example/other) and run `make`.": (
                "Voyez [la doc](https://y.example/other) et lancez `make`."
            )
        },
    )
    site.l10n("prefill")
    filled = entry(site, CATALOG, "See [the docs](https://x.example/docs) and run `make`.")
    assert 'msgstr "Voyez [la doc](https://x.example/docs) et lancez `make`."' in filled


def test_a_dry_run_counts_and_writes_nothing(site: Site) -> None:
    remembering(site)
    before = site.files()
    result = site.l10n("prefill", "--engine", "pseudo", "--dry-run")
    assert result.code == 0
    assert result.out == (
        "fr: 7 messages to fill; at no cost: 2 memory\n"
        "  pseudo: 5 texts, 99 characters, at no cost\n"
        "total: 99 characters\n"
    )
    assert site.files() == before


def test_a_budget_is_a_limit(site: Site) -> None:
    site.l10n("extract")
    result = site.l10n("prefill", "--engine", "pseudo", "--max-chars", "10")
    assert result.code == 1
    assert result.out == (
        "fr: 1 message filled (1 pseudo), 4 left empty\n"
        "pseudo: 1 request, 8 sent, 0 characters billed\n"
    )
    assert result.err.split("\n")[0] == (
        "locales/fr/letter.po:21 and 3 more: left empty: --max-chars 10 does not suffice"
    )


@pytest.mark.parametrize(
    ("name", "remedy"), [("deepll", 'write "deepl"'), ("x", "install the package that brings it")]
)
def test_an_engine_that_there_is_not(site: Site, name: str, remedy: str) -> None:
    result = site.l10n("prefill", "--engine", name)
    assert result.code == 2
    assert result.err == (
        f'error: --engine: there is no engine named "{name}"\n'
        "  allowed: apertium, ctranslate2, deepl, libretranslate, openai, pseudo\n"
        f"  to do: {remedy}\n"
    )


def test_wrong_options_are_told_with_their_line(site: Site) -> None:
    site.write("l10n.toml", SETTINGS + "[engine.pseudo]\nlonger = -1\n")
    result = site.l10n("prefill", "--engine", "pseudo")
    assert result.code == 2
    assert result.err == (
        "error: l10n.toml:8: engine pseudo: longer is -1\n"
        "  allowed: a number, 0 or more\n  to do: correct longer\n"
    )


def test_without_a_key_the_memory_is_asked_all_the_same(site: Site) -> None:
    remembering(site)
    result = site.l10n("prefill", "--engine", "deepl")
    assert result.code == 2
    assert result.out == "fr: 2 messages filled (2 memory), 5 left empty\n"
    assert result.err.endswith(
        "error: deepl: DEEPL_AUTH_KEY is not set\n  to do: set DEEPL_AUTH_KEY in the environment\n"
    )


def test_posts_without_a_catalog_are_named(site: Site) -> None:
    result = site.l10n("prefill")
    assert result.code == 0
    assert result.err == "note: no catalog yet for letter (fr); `l10n extract` makes them\n"


def test_the_real_apertium(site: Site) -> None:
    if shutil.which("apertium") is None:
        pytest.skip("apertium is not installed (apt-get install apertium apertium-eng-spa …)")
    site.write("l10n.toml", 'engines = ["apertium"]\n' + SETTINGS.replace('"fr"', '"es"'))
    site.l10n("extract")
    result = site.l10n("prefill")
    if result.code:
        pytest.skip("apertium has no way from en to es: install apertium-eng-spa")
    assert result.out.startswith("es: 5 messages filled (5 apertium), 0 left empty\n")
    catalog = site.read("locales/es/letter.po").decode()
    assert "(https://x.example/docs)" in catalog.split("msgstr")[-3]
    assert "# l10n: draft by apertium, eng-spa, 2026-01-01 [" in catalog


def test_run_prefills_from_the_memory_and_goes_on_without_a_key(site: Site) -> None:
    remembering(site)
    result = site.l10n("run", "--min-complete", "0")
    assert result.code == 0
    assert "fr: 2 messages filled (2 memory), 5 left empty\n" in result.out
    site.write("l10n.toml", 'engines = ["deepl"]\n' + SETTINGS)
    result = site.l10n("run", "--min-complete", "0")
    assert result.code == 0
    assert (
        "note: deepl: DEEPL_AUTH_KEY is not set\n  to do: set DEEPL_AUTH_KEY in the environment\n"
    ) in result.err
    site.write("l10n.toml", 'engines = ["pseudo"]\n' + SETTINGS)
    assert "fr: 5 messages filled (5 pseudo), 0 left empty\n" in site.l10n("run").out
    assert "prefill" not in site.l10n("run").err


def test_a_catalog_saved_meanwhile_is_never_overwritten(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.l10n("extract")
    theirs = site.read(CATALOG).decode().replace('msgid "Hello"\nmsgstr ""', 'msgid "Hello"\n'
                                                 'msgstr "Salut"')  # fmt: skip
    from l10n.workflow import prefill as room

    real = room.prefill

    def slow(*arguments: object) -> object:
        site.write(CATALOG, theirs)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("l10n.cli.prefilling.prefill", slow)
    result = site.l10n("prefill", "--engine", "pseudo")
    assert result.code == 2
    assert result.err == (
        "error: locales/fr/letter.po: was changed by another program meanwhile\n"
        "  to do: run this again; what was paid for is kept\n"
    )
    assert site.read(CATALOG).decode() == theirs
    monkeypatch.setattr("l10n.cli.prefilling.prefill", real)
    result = site.l10n("prefill", "--engine", "pseudo")
    assert result.out == "fr: 4 messages filled (4 pseudo), 0 left empty\n"


def test_progress_has_rate_cost_and_time_left() -> None:
    sheets = world(1, 12).sheets()
    engine = Counting()
    desk = Desk(engine, Kept(), Budget(), Event(), "en")
    desk.requests, desk.billed = 3, 250_000
    show = Show(sheets, (desk,))
    show.step(Asked("fake", "fr", 900, 4))
    assert show.line(2.0) == (
        "prefill 4/13 messages · 2/s · 250000 characters, 5.00 EUR · 0:04 left"
    )


def test_a_dry_run_names_what_stands_in_the_way(site: Site) -> None:
    site.l10n("extract")
    result = site.l10n("prefill", "--engine", "deepl", "--dry-run", "--max-chars", "20")
    assert (result.code, result.out) == (
        0,
        "fr: 5 messages to fill; at no cost: none\n"
        "  deepl: 5 texts, 89 characters, 0.00 EUR\n"
        "total: 89 characters, 0.00 EUR\n"
        "  --max-chars 20 does not suffice: 69 characters less are sent\n",
    )
    assert result.err == (
        "  note: DEEPL_AUTH_KEY is not set\n    to do: set DEEPL_AUTH_KEY in the environment\n"
    )
