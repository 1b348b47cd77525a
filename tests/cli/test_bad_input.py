"""Bad input: one clear message, exit code 2, nothing written, nothing lost."""

import os
import signal
import stat
import time
from pathlib import Path

import pytest

from tests.cli.conftest import POST, SETTINGS, Site

CATALOG = "locales/fr/letter.po"


def refused(site: Site, *arguments: str) -> str:
    """Run the program, which must refuse and leave every file as it was; return what it says."""
    before = site.files()
    result = site.l10n(*arguments)
    assert result.code == 2
    assert site.files() == before
    assert "Traceback" not in result.err
    return result.err


def test_invalid_utf8_is_named_with_its_line_and_offset(site: Site) -> None:
    site.write("posts/letter.md", b"Fine.\n\ncaf\xe9\n")
    assert refused(site, "extract") == (
        "error: posts/letter.md:3: byte 0xE9 at offset 10 is not UTF-8\n"
        "  to do: save the file as UTF-8\n"
    )


@pytest.mark.parametrize(
    "post",
    [
        b"\xef\xbb\xbf" + POST,
        POST.replace(b"\n", b"\r\n"),
        POST.replace(b"\n\n", b"\r\n\n"),
        POST.replace(b"\n", b"\r"),
        POST.rstrip(b"\n"),
        b"",
        b"\n\n",
        b"```\nnever closed\n",
        b"---\ntitle: never closed\n",
        b">" * 10_000 + b" deep\n",
        b"> " * 10_000 + b"deep\n",
        b"- " * 2_000 + b"deep\n",
        b"[" * 50_000,
        b"*" * 50_000 + b"a",
        b"`" * 20_000 + b"a " + b"`" * 19_999,
        b"<!-- " * 10_000,
        b"{% raw %}\n" * 2_000,
        b"{{ " * 20_000,
        b"$$ a\n" * 10_000,
        b"\x00\x01\x02 control \x7f\n",
        "a\u2028b\u0085c\x0bd\x0ce\n".encode(),
    ],
    ids=lambda post: repr(post[:16]),
)
@pytest.mark.parametrize("dialect", ["commonmark", "gfm", "kramdown", "mdx"])
def test_odd_posts_come_back_byte_for_byte(site: Site, post: bytes, dialect: str) -> None:
    site.write("l10n.toml", SETTINGS.replace('"gfm"', f'"{dialect}"'))
    site.write("posts/letter.md", post)
    assert site.l10n("extract").code == 0
    _same_words(site, CATALOG)
    assert site.l10n("build").code == 0
    assert site.read("site/fr/letter.md") == post


def _same_words(site: Site, path: str) -> None:
    """Give every message its own msgid as translation."""
    from dataclasses import replace

    from l10n.catalog import parse_catalog, update_catalog

    file = parse_catalog(site.read(path), path)
    same = tuple(replace(message, msgstr=message.msgid) for message in file.catalog.messages)
    site.write(path, update_catalog(file, replace(file.catalog, messages=same)))


def test_a_post_of_20_megabytes(site: Site) -> None:
    paragraph = b"A paragraph of *some* length with a [link](https://x.example/%d) in it.\n\n"
    post = b"".join(paragraph % number for number in range(300_000))
    site.write("posts/letter.md", post)
    assert site.l10n("extract").code == 0
    assert site.read(CATALOG).count(b"msgid") == 300_001


def test_broken_yaml_names_the_line(site: Site) -> None:
    site.write("posts/letter.md", b"---\ntitle: fine\nexcerpt: [1, 2\n---\ntext\n")
    message = refused(site, "extract")
    assert message.startswith("error: posts/letter.md:")
    assert "Traceback" not in message


def test_two_posts_with_one_id(site: Site) -> None:
    site.write("posts/letter.Md", POST)
    message = refused(site, "extract")
    assert "posts/letter.Md" in message
    assert "posts/letter.md" in message


def test_all_configuration_errors_at_once_with_lines(site: Site) -> None:
    site.write(
        "l10n.toml",
        'languages = ["fr", "klingonese"]\nlanguges = []\n\n[[posts]]\nsource = "posts/*.md"\n'
        'target = "../{name}"\ndialekt = "gfm"\n',
    )
    message = refused(site, "status")
    for place in ("l10n.toml:1:", "l10n.toml:2:", "l10n.toml:6:", "l10n.toml:7:"):
        assert f"error: {place}" in message
    assert "languages" in message and "dialect" in message


@pytest.mark.parametrize("target", ["../{name}", "/tmp/{lang}/{name}", "posts/{name}"])
def test_targets_outside_the_project_or_onto_a_source(site: Site, target: str) -> None:
    site.write("l10n.toml", SETTINGS.replace("site/{lang}/{name}", target))
    assert "l10n.toml:5" in refused(site, "extract") or "posts/letter.md" in refused(
        site, "extract"
    )


def test_a_target_through_a_symlink_out_of_the_project(
    site: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    site.l10n("extract")
    _same_words(site, CATALOG)
    (site.root / "site").symlink_to(outside)
    result = site.l10n("build")
    assert result.code == 2
    assert "outside" in result.err
    assert list(outside.iterdir()) == []


def test_unknown_language(site: Site) -> None:
    message = refused(site, "extract", "de")
    assert message.startswith('error: LANG: "de" is not a language of this project\n')
    assert "allowed: fr" in message


def test_no_configuration(site: Site) -> None:
    (site.root / "l10n.toml").unlink()
    message = refused(site, "status")
    assert "l10n init" in message


MALFORMED = [
    (b'msgid "a"\nmsgstr "b\n', ":14: a string does not end on the line where it begins"),
    (b'msgid "a"\n', ":13: this message has no msgstr"),
    (b"nonsense\n", ":13: “nonsense” is neither a comment, a keyword nor a string"),
    (
        b'<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n=======\nmsgid "a"\nmsgstr "c"\n>>>>>>> x\n',
        ":13: an unresolved merge conflict begins here",
    ),
    (b'msgid "\xff"\nmsgstr ""\n', "is not UTF-8"),
]


@pytest.mark.parametrize(("lines", "says"), MALFORMED, ids=[says for _, says in MALFORMED])
def test_malformed_catalogs(site: Site, lines: bytes, says: str) -> None:
    site.l10n("extract")
    header = site.read(CATALOG).split(b"\n\n")[0] + b"\n\n"
    header = b"\n".join(header.split(b"\n")[:11]) + b"\n\n"
    site.write(CATALOG, header + lines)
    for command in ("extract", "build", "check", "status"):
        message = refused(site, command)
        assert message.startswith(f"error: {CATALOG}:")
        assert says in message


def test_a_catalog_in_another_language(site: Site) -> None:
    site.l10n("extract")
    site.write(CATALOG, site.read(CATALOG).replace(b"Language: fr", b"Language: de"))
    message = refused(site, "extract")
    assert message.startswith(f"error: {CATALOG}:8: the header says that the language is “de”")


def test_a_catalog_in_another_charset(site: Site) -> None:
    site.l10n("extract")
    site.write(CATALOG, site.read(CATALOG).replace(b"charset=UTF-8", b"charset=ISO-8859-1"))
    assert "ISO-8859-1" in refused(site, "extract")


def test_catalogs_of_a_deleted_post_are_named_and_kept(site: Site) -> None:
    site.l10n("extract")
    site.write("posts/other.md", "Other words.\n")
    (site.root / "posts/letter.md").unlink()
    kept = site.read(CATALOG)
    result = site.l10n("extract")
    assert result.code == 0
    assert result.err == (f"note: no post belongs to {CATALOG}; rename or delete them by hand\n")
    assert site.read(CATALOG) == kept


NAMES = ["two words", "issue #1", "a[b]", "emoji 🤗", "cafe\u0301", "全角（＃）", "100%25"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", [".md", ".Md"])
def test_file_names(site: Site, name: str, ending: str) -> None:
    (site.root / "posts/letter.md").unlink()
    site.write(f"posts/{name}{ending}", POST)
    assert site.l10n("extract").code == 0
    _same_words(site, f"locales/fr/{name}.po")
    assert site.l10n("extract").out == "1 post × fr: 0 files written\n"
    assert site.l10n("build").code == 0
    assert site.read(f"site/fr/{name}{ending}") == POST


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(site: Site) -> None:
    locked = site.root / "locales"
    locked.mkdir()
    locked.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert "locales" in refused(site, "extract")
    finally:
        locked.chmod(stat.S_IRWXU)


def test_being_killed_at_any_moment(site: Site) -> None:
    for number in range(60):
        site.write(f"posts/letter-{number}.md", POST.replace(b"Hello", b"Hello %d" % number))
    for number in range(12):
        process = site.start("extract")
        time.sleep(0.02 + number * 0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if process.stdout and process.stderr:
            process.stdout.close()
            process.stderr.close()
        for path, data in site.files().items():
            if path.endswith((".po", ".pot")):
                assert data.endswith(b'msgstr ""\n'), path
    assert site.l10n("extract").code == 0
    assert all(Path(path).name.startswith(("letter", "l10n")) for path in site.files())


def test_two_extracts_at_once(site: Site) -> None:
    for number in range(40):
        site.write(f"posts/letter-{number}.md", POST)
    first, second = site.start("extract"), site.start("extract")
    outputs = [process.communicate(timeout=60) for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], outputs
    assert site.l10n("extract", "--check").code == 0


def test_a_bug_of_ours_says_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> object:
        raise RuntimeError("an unforeseen thing")

    monkeypatch.setattr("l10n.project.load_project", broken)
    result = site.l10n("status")
    assert result.code == 3
    assert "RuntimeError: an unforeseen thing" in result.err
    assert "error: this is a bug in l10n, not in your files" in result.err
    assert "to do: please report the lines above to the maintainers of l10n" in result.err
