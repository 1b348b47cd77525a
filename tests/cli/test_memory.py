"""`l10n memory` on a small project, as from a shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Site

CATALOG = "locales/fr/letter.po"
FILE = ".l10n/memory.sqlite"
TMX = """\
<?xml version="1.0"?>
<tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>Mind the tide at 6.</seg></tuv>
<tuv xml:lang="fr"><seg>Attention à la marée à 6 h.</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Ebbe</seg></tuv><tuv xml:lang="fr"><seg>Reflux</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def filled(site: Site) -> Site:
    """Return the project with some translations and a draft."""
    assert site.l10n("extract").code == 0
    site.fill(CATALOG, {"Hello": "Bonjour", "one thing": "une chose"})
    site.fill(CATALOG, {"another thing": "autre chose"}, fuzzy=True)
    return site


def test_import_and_stats(filled: Site) -> None:
    result = filled.l10n("memory", "import", "--dry-run")
    assert (result.code, result.out) == (0, "1 catalog: 2 translations would be remembered\n")
    assert not (filled.root / FILE).exists()
    result = filled.l10n("memory", "import")
    assert (result.code, result.out) == (0, "1 catalog: 2 translations remembered\n")
    result = filled.l10n("memory", "stats")
    assert (result.code, result.err) == (0, "")
    assert result.out == f"2 translations of 2 texts\n  fr: 2 human\n  {CATALOG}: 2\n"
    assert json.loads(filled.l10n("memory", "stats", "--format", "json").out) == {
        "version": 1,
        "sources": 2,
        "translations": 2,
        "languages": {"fr": {"human": 2}},
        "places": {CATALOG: 2},
    }
    assert json.loads(filled.l10n("memory", "import", "--format", "json").out) == {
        "version": 1,
        "catalogs": 1,
        "translations": 2,
        "gone": [],
    }


def test_search_follows_the_catalogs_and_marks_differences(filled: Site) -> None:
    result = filled.l10n("memory", "search", "one thin thing", "--min-score", "60")
    assert (result.code, result.err) == (0, "")
    assert result.out == (f"64 fuzzy · fr · {CATALOG}\n  one {{+thin +}}thing\n  une chose\n")
    filled.fill(CATALOG, {"one thing": "une affaire"})
    assert "une affaire" in filled.l10n("memory", "search", "one thing").out
    assert filled.l10n("memory", "search", "THING").out == (
        f"words · fr · {CATALOG}\n  one [[thing]]\n  une affaire\n"
    )
    assert filled.l10n("memory", "search", "whale").out == "fr: nothing like it is remembered\n"
    found = json.loads(filled.l10n("memory", "search", "one things", "--format", "json").out)
    assert found == {
        "version": 1,
        "languages": {
            "fr": {
                "matches": [
                    {
                        "score": 90,
                        "kind": "fuzzy",
                        "source": "one thing",
                        "target": "une affaire",
                        "origin": "human",
                        "language": "fr",
                        "place": CATALOG,
                        "penalty": 0,
                        "differences": [["=", "one "], ["-", "thing"], ["+", "things"]],
                    }
                ],
                "excerpts": [],
            }
        },
    }


def test_kept_words_of_the_glossary_are_exchanged(filled: Site) -> None:
    filled.write("glossary.yml", "keep: [Ada, Grace]\n")
    filled.write(
        "more.tmx", TMX.replace("Mind the tide at 6.", "Ask Ada.").replace("Attention", "Ada")
    )
    assert filled.l10n("memory", "import", str(filled.root / "more.tmx")).code == 0
    result = filled.l10n("memory", "search", "Ask Grace.", "--min-score", "40")
    assert "99 substituted" in result.out
    assert "Grace à la marée à 6 h." in result.out


def test_tmx_comes_in_and_goes_out(filled: Site, tmp_path: Path) -> None:
    file = str(filled.write("team.tmx", TMX))
    dry = filled.l10n("memory", "import", file, "--dry-run")
    assert dry.out == f"{file}: 1 translation would be added\n"
    assert not (filled.root / FILE).exists()
    result = filled.l10n("memory", "import", file)
    assert (result.code, result.out) == (0, f"{file}: 1 translation added\n")
    assert result.err == "  left out, line 5: 1 unit has no text in en\n"
    assert filled.l10n("memory", "import", file).out == f"{file}: 0 translations added\n"
    found = filled.l10n("memory", "search", "Mind the tide at 7.")
    assert found.out == (
        "99 substituted · fr · team.tmx\n"
        "  Mind the tide at [-6-]{+7+}.\n  Attention à la marée à 7 h.\n"
    )
    out = tmp_path / "elsewhere" / "all.tmx"
    out.parent.mkdir()
    dry = filled.l10n("memory", "export", str(out), "--dry-run")
    assert (dry.out, out.exists()) == (f"{out}: 3 translations would be written\n", False)
    assert filled.l10n("memory", "export", str(out)).out == f"{out}: 3 translations written\n"
    first = out.read_bytes()
    (filled.root / FILE).unlink()
    (filled.root / CATALOG).rename(filled.root / "kept.po")
    assert filled.l10n("memory", "import", str(out)).out == f"{out}: 3 translations added\n"
    assert filled.l10n("memory", "export", str(out)).code == 0
    assert out.read_bytes() == first
    told = json.loads(filled.l10n("memory", "import", file, "--format", "json").out)
    assert told == {
        "version": 1,
        "files": [{"path": file, "added": 0, "without_source": [5], "empty": []}],
    }


def test_po_goes_out_and_comes_in(filled: Site, tmp_path: Path) -> None:
    out = tmp_path / "fr.po"
    assert filled.l10n("memory", "export", str(out)).out == f"{out}: 2 translations written\n"
    (filled.root / CATALOG).unlink()
    (filled.root / FILE).unlink()
    assert filled.l10n("memory", "import", str(out)).out == f"{out}: 2 translations added\n"
    assert "une chose" in filled.l10n("memory", "search", "one thing").out


def test_what_was_imported_outlives_the_catalogs_and_a_new_start(filled: Site) -> None:
    file = str(filled.write("team.tmx", TMX))
    assert filled.l10n("memory", "import", file).code == 0
    (filled.root / CATALOG).unlink()
    assert filled.l10n("memory", "import").out == "0 catalogs: 0 translations remembered\n"
    stats = json.loads(filled.l10n("memory", "stats", "--format", "json").out)
    assert (stats["sources"], stats["places"]) == (1, {"team.tmx": 1})


def test_a_damaged_file_is_made_anew_from_the_catalogs(filled: Site) -> None:
    assert filled.l10n("memory", "import").code == 0
    filled.write(FILE, b"not a database" * 1000)
    result = filled.l10n("memory", "search", "one thing")
    assert result.code == 0
    assert "une chose" in result.out
    assert result.err == (
        f"note: {FILE} could not be read and is now {FILE}.damaged-1; the memory was made anew"
        " from the catalogs\n"
        "  to do: import TMX files once more; delete the old file when nothing is missed\n"
    )
    assert filled.l10n("memory", "search", "one thing").err == ""


def test_a_broken_catalog_is_told_of(filled: Site) -> None:
    assert filled.l10n("memory", "import").code == 0
    filled.write(CATALOG, 'msgid "a\nmsgstr ""\n')
    result = filled.l10n("memory", "search", "one thing")
    assert result.code == 0
    assert "une chose" in result.out
    assert result.err.startswith(f"note: not remembered: {CATALOG}:1: ")
    result = filled.l10n("memory", "import")
    assert result.code == 2
    assert result.err.startswith(f"error: {CATALOG}:1: ")


def test_files_that_cannot_be_imported(filled: Site) -> None:
    huge = filled.write("huge.tmx", b"")
    with huge.open("r+b") as stream:
        stream.truncate(1_200_000_000)  # sparse: it takes no room
    folder = filled.root / "folder.tmx"
    folder.mkdir()
    bomb = filled.write("bomb.tmx", b'<!DOCTYPE tmx [<!ENTITY a "ha">]>\n<tmx>&a;</tmx>')
    half = filled.write("half.tmx", TMX[: TMX.index('<tu><tuv xml:lang="de')] + "<tu>")
    for path, told in (
        (huge, "has 1.2 GB\n  allowed: 1 GB\n  to do: split it into several files"),
        (filled.root / "none.tmx", "there is no such file\n  allowed: a TMX or PO file"),
        (folder, "is no file\n  allowed: a TMX or PO file"),
        (filled.write("a.doc", b""), '"doc" files hold no translations that can be read\n'
         "  allowed: .tmx, .po"),
        (filled.write("a.po", b'msgid "a"\nmsgstr "b"\n'),
         "does not say its language\n  to do: add --language LANG"),
    ):  # fmt: skip
        result = filled.l10n("memory", "import", str(path))
        assert (result.code, result.err) == (2, f"error: {path}: {told}\n")
    result = filled.l10n("memory", "import", str(bomb))
    assert result.err.startswith(f'error: {bomb}:1: declares the entity "a"\n')
    result = filled.l10n("memory", "import", str(half))
    assert result.err == f"error: {half}:5: is not XML: no element found\n"
    assert filled.l10n("memory", "stats").out.startswith("2 translations of 2 texts\n")


def test_files_that_cannot_be_written(filled: Site) -> None:
    out = str(filled.root / "x.doc")
    assert filled.l10n("memory", "export", out).err == (
        f'error: {out}: "doc" files cannot be written\n  allowed: .tmx, .po\n'
    )
    settings = filled.read("l10n.toml").replace(b'["fr"]', b'["fr", "es"]')
    filled.write("l10n.toml", settings)
    out = str(filled.root / "x.po")
    assert filled.l10n("memory", "export", out).err == (
        f"error: {out}: a PO file holds one language\n  allowed: fr, es\n"
        "  to do: add --language LANG\n"
    )
    assert filled.l10n("memory", "export", out, "--language", "fr").code == 0


def test_two_imports_at_once(filled: Site) -> None:
    unit = TMX[TMX.index("<tu>") : TMX.index('<tu><tuv xml:lang="de')]
    names = ("a", "b")
    for name in names:
        units = "".join(unit.replace("tide", f"tide {name} {at}") for at in range(300))
        filled.write(f"{name}.tmx", TMX.replace(unit, units))
    running = [filled.start("memory", "import", str(filled.root / f"{name}.tmx")) for name in names]
    for process in running:
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
    assert "602 translations" in filled.l10n("memory", "stats").out


def test_a_strangers_text_does_not_reach_the_terminal_as_it_is(filled: Site) -> None:
    evil = TMX.replace("Attention", "\x9b31mAttention\u202e")
    file = str(filled.write("evil.tmx", evil))
    assert filled.l10n("memory", "import", file).code == 0
    out = filled.l10n("memory", "search", "Mind the tide at 6.").out
    assert "‹U+009B›31mAttention‹U+202E›" in out
